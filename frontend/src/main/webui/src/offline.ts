import {loadAll} from './parts.js';

/** The worker that serves the page's own files without network. The build makes it of {@link ./worker.ts}. */
const WORKER = '/sw.js';
const PATIENCE_MILLIS = 30_000;

/** What browsers that check the addresses of scripts offer; their types are not known everywhere yet. */
interface ScriptPolicies {
  createPolicy: (
    name: string,
    rules: {createScriptURL: (url: string) => string},
  ) => {
    createScriptURL: (url: string) => string;
  };
}

let policy: ReturnType<ScriptPolicies['createPolicy']> | undefined;

/**
 * Loads all code that any task may need, and lets the browser keep the page's files. Throws if code cannot be loaded now.
 *
 * @returns whether the page opens again without network
 */
export async function prepareOffline(): Promise<boolean> {
  const [reopens] = await Promise.all([keepFiles(), loadAll()]);
  return reopens;
}

/** Removes the files that were kept. */
export async function forgetFiles(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration('/');
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('prefstream-')).map((name) => caches.delete(name)));
}

/** Pages without TLS have no workers. */
async function keepFiles(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    // The browser may ask the person, or decide by itself. Either way the files are kept for as long as there is room.
    void navigator.storage.persist().catch(() => undefined);
    await navigator.serviceWorker.register(workerUrl());
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MILLIS));
    return await Promise.race([navigator.serviceWorker.ready.then(() => true), late]);
  } catch {
    return false;
  }
}

function workerUrl(): string {
  const policies = (window as {trustedTypes?: ScriptPolicies}).trustedTypes;
  policy ??= policies?.createPolicy('prefstream-worker', {createScriptURL: () => WORKER});
  return policy?.createScriptURL(WORKER) ?? WORKER;
}
