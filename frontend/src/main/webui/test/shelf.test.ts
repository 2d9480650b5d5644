// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import {afterEach, describe, expect, it, vi} from 'vitest';

import type {Entry, Kept} from '../src/model/outbox.js';
import type {LastingShelf as Shelf} from '../src/shelf.js';

let user = 0;

function entry(key: string): Entry {
  return {key, leaseId: key, token: 1, verdict: {outcome: 'tie'}, leadTimeSeconds: 1, taskNumber: 1, promptStart: 'p'};
}

/** Opens a person's shelf as a page that has just been loaded does: with a name of its own. */
async function openPage(): Promise<Shelf> {
  vi.resetModules();
  const {LastingShelf} = await import('../src/shelf.js');
  const shelf = await LastingShelf.open(user);
  if (!shelf) throw new Error('nothing can be stored');
  return shelf;
}

async function collected(shelf: Shelf): Promise<string[]> {
  const keys: string[] = [];
  await shelf.collect(({unsent}: Kept) => {
    keys.push(...unsent.map(({key}) => key));
    shelf.store(unsent, []);
  });
  return keys;
}

/** Lets the browser say which pages are there. */
function pagesAlive(alive: 'all' | 'none'): void {
  const names: string[] = [];
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string) => names.push(name),
      query: () => Promise.resolve({held: alive === 'all' ? names.map((name) => ({name})) : []}),
    },
  });
}

describe('LastingShelf', () => {
  afterEach(() => {
    user++;
    vi.unstubAllGlobals();
  });

  it('gives to the next page what a page that is gone left behind, once', async () => {
    (await openPage()).store([entry('a'), entry('b')], []);

    expect(await collected(await openPage())).toEqual(['a', 'b']);
    const third = await openPage();
    expect(await collected(third)).toEqual(['a', 'b']);
    third.store([], []);
    expect(await collected(await openPage())).toEqual([]);
  });

  it('leaves alone what a page keeps that is still there', async () => {
    pagesAlive('all');
    (await openPage()).store([entry('a')], []);

    expect(await collected(await openPage())).toEqual([]);
  });

  it('collects from a page that went while this one was there', async () => {
    pagesAlive('all');
    const gone = await openPage();
    const here = await openPage();
    gone.store([entry('a')], []);
    expect(await collected(here)).toEqual([]);

    pagesAlive('none');
    expect(await collected(here)).toEqual(['a']);
  });

  it('gives nobody the verdicts of somebody else', async () => {
    (await openPage()).store([entry('a')], []);
    user++;

    expect(await collected(await openPage())).toEqual([]);
  });

  it('gives a page its own back when the same person logs in again', async () => {
    const {LastingShelf} = await import('../src/shelf.js');
    (await LastingShelf.open(user))?.store([entry('a')], []);
    const again = await LastingShelf.open(user);

    expect(again && (await collected(again))).toEqual(['a']);
  });

  it('is not there where the browser stores nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('switched off');
      },
    });
    vi.resetModules();
    const {LastingShelf} = await import('../src/shelf.js');

    expect(await LastingShelf.open(user)).toBeUndefined();
  });
});
