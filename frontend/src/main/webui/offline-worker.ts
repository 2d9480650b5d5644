import {createHash} from 'node:crypto';

import type {Plugin} from 'vite';

/** Builds the worker that serves the page without network, and tells it which files the page has. */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({type: 'chunk', id: 'src/worker.ts', fileName: 'sw.js'});
    },
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('the build has no worker');
      const strays = Object.values(bundle).filter((file) => file.type === 'chunk' && file.code.includes('__FILES__'));
      if (strays.length > 1) throw new Error('the worker is in the page too, which would not start');
      const hash = createHash('sha256');
      for (const name of Object.keys(bundle).sort()) {
        const file = bundle[name];
        if (file && name !== 'sw.js') hash.update(file.type === 'chunk' ? file.code : file.source);
      }
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      worker.code = worker.code
        .replaceAll('__FILES__', JSON.stringify(files.map((name) => `/${name}`)))
        .replaceAll('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)));
    },
  };
}
