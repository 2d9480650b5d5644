import {beforeEach, describe, expect, it, vi} from 'vitest';

type Handler = (event: object) => void;

const FILE = '/assets/index-a1.js';

describe('the worker', () => {
  let handlers: Record<string, Handler>;
  let stored: Map<string, Map<string, Response>>;
  let network: (url: string) => Promise<Response>;

  /** Opens the cache of a name, as the browser does. */
  function cache(name: string) {
    const kept = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, kept);
    const urlOf = (what: string | Request) =>
      new URL(typeof what === 'string' ? what : what.url, 'https://x.org').pathname;
    return {
      addAll: async (urls: string[]) => {
        for (const url of urls) kept.set(url, await network(url));
      },
      match: (what: string | Request) => Promise.resolve(kept.get(urlOf(what))?.clone()),
    };
  }

  async function happen(type: 'install' | 'activate'): Promise<void> {
    const done: Promise<unknown>[] = [];
    handlers[type]?.({waitUntil: (until: Promise<unknown>) => done.push(until)});
    await Promise.all(done);
  }

  /** What the worker answers to a request; undefined if it leaves the request to the browser. */
  function ask(path: string, {mode = 'cors', method = 'GET'} = {}): Promise<Response> | undefined {
    let answer: Promise<Response> | undefined;
    const request = {url: new URL(path, 'https://x.org').href, mode, method};
    handlers['fetch']?.({request, respondWith: (response: Promise<Response>) => (answer = response)});
    return answer;
  }

  const text = async (answer: Promise<Response> | undefined) => (await answer)?.text();

  beforeEach(async () => {
    vi.resetModules();
    handlers = {};
    stored = new Map(['prefstream-old', 'theirs'].map((name) => [name, new Map<string, Response>()]));
    network = (url) => Promise.resolve(new Response(`${url} of the server`));
    vi.stubGlobal('__FILES__', [FILE]);
    vi.stubGlobal('__VERSION__', 'new');
    vi.stubGlobal('location', {origin: 'https://x.org'});
    vi.stubGlobal('addEventListener', (type: string, handler: Handler) => (handlers[type] = handler));
    vi.stubGlobal('clients', {claim: () => Promise.resolve()});
    vi.stubGlobal('fetch', (what: {url: string}) => network(new URL(what.url).pathname));
    vi.stubGlobal('caches', {
      open: (name: string) => Promise.resolve(cache(name)),
      keys: () => Promise.resolve([...stored.keys()]),
      delete: (name: string) => Promise.resolve(stored.delete(name)),
    });
    await import('../src/worker.js');
    await happen('install');
    await happen('activate');
  });

  it('keeps the files of its version, and forgets those of former ones', () => {
    expect([...stored.keys()]).toEqual(['theirs', 'prefstream-new']);
    expect([...(stored.get('prefstream-new')?.keys() ?? [])]).toEqual(['/index.html', FILE]);
  });

  it.each(['/', '/projects', '/projects/7/label', '/user/login'])('serves %s without network', async (path) => {
    network = () => Promise.reject(new TypeError('offline'));

    expect(await text(ask(path, {mode: 'navigate'}))).toBe('/index.html of the server');
    expect(await text(ask(FILE))).toBe(`${FILE} of the server`);
  });

  it('prefers the server’s page while there is one', async () => {
    expect(await text(ask('/projects', {mode: 'navigate'}))).toBe('/projects of the server');
  });

  it('does not wait for a network that leads nowhere', async () => {
    vi.useFakeTimers();
    network = () => new Promise(() => undefined);
    const answer = text(ask('/projects', {mode: 'navigate'}));
    await vi.advanceTimersByTimeAsync(4000);
    vi.useRealTimers();

    expect(await answer).toBe('/index.html of the server');
  });

  it.each([
    '/api/projects',
    '/api/projects/7/export?download=1',
    '/health',
    '/version',
    '/projectsx',
    'https://y.org/',
  ])('leaves %s alone', (path) => {
    expect(ask(path)).toBeUndefined();
    expect(ask(path, {mode: 'navigate'})).toBeUndefined();
  });

  it('leaves what writes alone', () => {
    expect(ask('/user/login', {mode: 'navigate', method: 'POST'})).toBeUndefined();
  });
});
