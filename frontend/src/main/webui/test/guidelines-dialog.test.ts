// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Lease, Project} from '../src/api.js';
import '../src/elements/guidelines-dialog.js';
import type {GuidelinesDialogElement} from '../src/elements/guidelines-dialog.js';
import {Hand} from '../src/model/hand.js';

describe('guidelines-dialog', () => {
  let dialog: GuidelinesDialogElement;
  let news: string[];

  beforeEach(() => localStorage.clear());
  afterEach(() => dialog.remove());

  async function open(version: number, userId = 5): Promise<void> {
    news = [];
    dialog = document.createElement('guidelines-dialog');
    dialog.addEventListener('guidelines-news', (event) => news.push(event.news));
    dialog.userId = userId;
    await show(version);
  }

  async function show(version: number): Promise<void> {
    dialog.project = {id: 7, expert_instruction: `Version ${version}`, guidelines_version: version} as Project;
    document.body.append(dialog);
    await dialog.updateComplete;
  }

  it('has no news for who comes first', async () => {
    await open(3);

    expect(news).toEqual([]);
  });

  it('says that the guidelines changed until they are opened', async () => {
    await open(3);
    await show(4);
    expect(news).toEqual(['Guidelines changed: read']);

    dialog.remove();
    await open(4);
    expect(news).toEqual(['Guidelines changed: read']);

    dialog.toggle();
    expect(news.at(-1)).toBe('');
    dialog.remove();
    await open(4);
    expect(news).toEqual(['']);
  });

  it('keeps for each person what they saw', async () => {
    await open(3);
    dialog.remove();
    await open(4, 6);

    expect(news).toEqual([]);
  });
});

describe('the version of the guidelines of a task', () => {
  it('is the one that the page had when the task was shown', () => {
    let version: number | undefined = 3;
    const hand = new Hand(
      () => 0,
      () => version,
    );
    hand.add([{id: 'one'} as Lease, {id: 'two'} as Lease]);

    hand.draw();
    version = 4;
    hand.draw();
    expect(hand.current?.guidelines).toBe(3);

    hand.play();
    hand.draw();
    expect(hand.current?.guidelines).toBe(4);
  });
});
