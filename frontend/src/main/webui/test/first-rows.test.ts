import {afterEach, expect, it, vi} from 'vitest';

import {firstRows} from '../src/first-rows.js';
import {Problem} from '../src/requests.js';

afterEach(() => vi.unstubAllGlobals());

/** A file that comes in pieces. It says whether somebody stopped reading it. */
function file(pieces: string[], headers: Record<string, string> = {}): {stopped: () => boolean} {
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel: () => {
      stopped = true;
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, {headers})));
  return {stopped: () => stopped};
}

it('reads no more of a file than its first lines', async () => {
  const {stopped} = file(['{"a":1}\n{"b"', ':2}\n{"c":3}\n{"d":4}\n', '{"e":5}\n', 'x'.repeat(100)]);

  expect(await firstRows('/x', 3)).toEqual({lines: ['{"a":1}', '{"b":2}', '{"c":3}'], isCut: true, whyEmpty: ''});
  expect(stopped()).toBe(true);
});

it('reads a short file whole', async () => {
  file(['{"a":1}\n', '{"b":2}\n']);

  expect(await firstRows('/x', 5)).toEqual({lines: ['{"a":1}', '{"b":2}'], isCut: false, whyEmpty: ''});
});

it('shows all of the first lines, and so much of each as can be looked at', async () => {
  const {stopped} = file(['x'.repeat(5_000), `\n${'y'.repeat(5_000)}\nz\n`, 'more', 'and', 'more', 'of', 'it']);

  const rows = await firstRows('/x', 3);
  expect(rows.lines).toEqual([`${'x'.repeat(2_000)}…`, `${'y'.repeat(2_000)}…`, 'z']);
  expect(rows.isCut).toBe(true);
  expect(stopped()).toBe(true);
});

it('reads no line that has no end', async () => {
  const {stopped} = file([...Array<string>(30).fill('x'.repeat(100_000)), 'y'.repeat(100_000)]);

  const rows = await firstRows('/x', 3);
  expect(rows.lines).toHaveLength(1);
  expect(rows.isCut).toBe(true);
  expect(stopped()).toBe(true);
});

it('says why a file is empty', async () => {
  file(['[]'], {'Prefstream-Empty': 'Nobody has judged yet.'});

  expect(await firstRows('/x', 5)).toMatchObject({whyEmpty: 'Nobody has judged yet.'});
});

it('says why a file cannot be had', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"detail":"lags"}', {status: 503})));

  await expect(firstRows('/x', 5)).rejects.toEqual(new Problem(503, '', 'lags'));
});
