import {defineConfig} from 'vitest/config';

/** The door of a system started with deploy/up; pages are then served by `npm run dev` with the real API behind them. */
const door = 'http://localhost:8080';
const owned = ['/api', '/health', '/version'];

export default defineConfig({
  build: {
    target: 'es2022',
    // The whole application is small: one file comes sooner than several.
    modulePreload: false,
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: {
    proxy: {
      ...Object.fromEntries(owned.map((path) => [path, door])),
      '/user': {target: door, bypass: (request) => (request.method === 'POST' ? undefined : '/index.html')},
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
});
