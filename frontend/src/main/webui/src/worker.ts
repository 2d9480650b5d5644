/**
 * Serves the page's own files when there is no network. It runs beside the page while somebody takes tasks along, and never
 * touches a request to the API. The build puts in which files there are, and names the cache by their content.
 */

declare const __FILES__: readonly string[];
declare const __VERSION__: string;
declare const clients: {claim: () => Promise<void>};

interface Extendable extends Event {
  waitUntil: (done: Promise<unknown>) => void;
}

interface Fetching extends Event {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

const FILES = __FILES__;
const INDEX = '/index.html';
const PREFIX = 'prefstream-';
const CACHE = PREFIX + __VERSION__;
/** The addresses of the application, each of which is the same file. */
const PAGE = /^\/($|index\.html$|projects(\/|$)|user\/login\/?$)/;
/** On a train, a network may be there that leads nowhere. */
const PATIENCE_MILLIS = 4000;

addEventListener('install', (event) => {
  (event as Extendable).waitUntil(caches.open(CACHE).then((cache) => cache.addAll([INDEX, ...FILES])));
});

addEventListener('activate', (event) => {
  (event as Extendable).waitUntil(forgetOthers().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const {request, respondWith} = event as Fetching;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && PAGE.test(pathname)) respondWith.call(event, page(request));
  else if (FILES.includes(pathname)) respondWith.call(event, file(request));
});

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(former.map((name) => caches.delete(name)));
}

/** The page as the server has it, or else as it was kept. */
async function page(request: Request): Promise<Response> {
  const fromServer = fetch(request);
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MILLIS));
  try {
    return await Promise.race([fromServer, late]);
  } catch {
    return (await kept(INDEX)) ?? fromServer;
  }
}

/** Files have their content in their names, so that a kept one is as good as the server's. */
async function file(request: Request): Promise<Response> {
  return (await kept(request)) ?? fetch(request);
}

async function kept(what: Request | string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(what);
}

export {};
