import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

import type {Plugin, Rolldown} from 'vite';
import {offlineWorker} from './offline-worker.js';
import {defineConfig} from 'vitest/config';

/** The door of a system that deploy/up started. `npm run dev` serves the page, and passes API requests on to it. */
const door = 'http://localhost:8080';
const owned = ['/api', '/health', '/version', '/images'];

/** What a browser has to load before a pair of answers can be judged must not be larger, compressed. */
const FIRST_LOAD_MAX = 90_000;

/** Says how large the first load is, and has the build fail if it is too large. */
function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const first = new Map<string, string | Uint8Array>();
      const add = (name: string) => {
        const file = bundle[name];
        if (!file || first.has(name)) return;
        first.set(name, file.type === 'chunk' ? file.code : file.source);
        if (file.type === 'chunk') file.imports.forEach(add);
      };
      for (const file of Object.values<Rolldown.OutputAsset | Rolldown.OutputChunk>(bundle)) {
        // The worker is fetched later, and only by those who take tasks along.
        if (file.fileName === 'sw.js') continue;
        if (file.type === 'chunk' ? file.isEntry : /\.(css|html)$/.test(file.fileName)) add(file.fileName);
      }
      const bytes = [...first.values()].reduce((sum, content) => sum + gzipSync(content).length, 0);
      const words = `The first load is ${(bytes / 1000).toFixed(1)} kB compressed (${[...first.keys()].join(', ')})`;
      if (bytes > FIRST_LOAD_MAX) {
        this.error(`${words}, more than ${FIRST_LOAD_MAX / 1000} kB. Load later what not all need (src/parts.ts).`);
      }
      this.info(`${words}.`);
    },
  };
}

/** Modules of ours in place of those of the parser of Markdown that the page has no use for. */
const instead = ['entities', 'linkify-it', 'punycode.js', 'uc.micro'].map((name) => ({
  find: new RegExp(`^${name.replace('.', '\\.')}$`),
  replacement: fileURLToPath(new URL(`src/instead/${name.replace(/\.js$/, '')}.ts`, import.meta.url)),
}));

/** Small modules that later parts share. */
const LATER =
  /\/src\/(later-(texts|api)|command-keys|closing|practised|chosen-files|consistency-store|styles\/(page|lesson|fields|tables)|model\/(consistency|when)|elements\/(share-bar|(project-changed|log-out)-event))\.ts$/;

export default defineConfig({
  plugins: [firstLoad(), offlineWorker()],
  resolve: {alias: instead},
  build: {
    target: 'es2022',
    // One file has all that a pair of answers needs; it loads sooner than several. The parser of Markdown is in it, because
    // nearly all texts need it: loaded later, each first text would be plain, and then jump. What others need is src/parts.ts.
    // The worker that serves it offline is a file of its own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {name: 'index', tags: ['$initial'], test: (id) => !id.endsWith('/src/worker.ts')},
            // What several later parts need is one file: the first load names each of them.
            {name: 'later', test: LATER},
          ],
        },
      },
    },
    // The bundler has some lines of its own in another file, which is asked for at the same time.
    modulePreload: {polyfill: false},
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
    // axe takes some seconds on a machine that has other work.
    testTimeout: 20_000,
    // The parser gets the modules of ours here too.
    server: {deps: {inline: ['markdown-it']}},
  },
});
