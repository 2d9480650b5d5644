import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {type Lease, api} from '../src/api.js';
import {Unreachable} from '../src/requests.js';
import {lease} from './fakes.js';

describe('a request that outlives the page', () => {
  let sent: RequestInit[];
  let failures: Error[];

  beforeEach(() => {
    sent = [];
    failures = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      sent.push(init);
      const failure = failures.shift();
      return failure ? Promise.reject(failure) : Promise.resolve(new Response('{}'));
    });
  });

  afterEach(() => vi.unstubAllGlobals());

  const kept = () => sent.map(({keepalive}) => keepalive ?? false);
  const draft = (of: Lease, text: string) => api.draft(of, {answers: {why: {text: [text]}}}, 1);

  it('is one that is small enough, by its bytes', async () => {
    await draft(lease(1), 'short');
    await draft(lease(1), 'a'.repeat(49_000));
    await draft(lease(1), 'ä'.repeat(26_000));

    expect(kept()).toEqual([true, true, false]);
  });

  it('is sent once more as any other where the browser refuses it', async () => {
    failures = [new TypeError('quota')];
    await draft(lease(1), 'short');

    expect(kept()).toEqual([true, false]);
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it('has not arrived where the server is away for both', async () => {
    failures = [new TypeError('away'), new TypeError('away')];

    await expect(draft(lease(1), 'short')).rejects.toThrow(Unreachable);
    expect(sent).toHaveLength(2);
  });
});
