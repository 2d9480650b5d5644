import {offlineWorker} from './offline-worker.js';
import {defineConfig} from 'vitest/config';

/** The door of a system that deploy/up started. `npm run dev` serves the page, and passes API requests on to it. */
const door = 'http://localhost:8080';
const owned = ['/api', '/health', '/version'];

export default defineConfig({
  plugins: [offlineWorker()],
  build: {
    target: 'es2022',
    // The application is small, so one file loads sooner than several. The parser of Markdown is in it, because nearly
    // all texts need it: loaded later, each first text would be plain, and then jump. Colours of code come later, because
    // only code needs them and nothing moves when they come.
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
