// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/keys-dialog.js';
import type {KeysDialogElement} from '../src/elements/keys-dialog.js';
import {choicesOf} from '../src/model/verdicts.js';
import {control} from './fakes.js';

describe('keys-dialog', () => {
  let dialog: KeysDialogElement;

  beforeEach(() => {
    dialog = document.createElement('keys-dialog');
    document.body.append(dialog);
  });

  afterEach(() => dialog.remove());

  async function listed(what: Partial<KeysDialogElement>): Promise<Map<string, string>> {
    Object.assign(dialog, what);
    await dialog.updateComplete;
    const terms = [...(dialog.shadowRoot?.querySelectorAll('dt') ?? [])];
    return new Map(
      terms.map((term) => [
        term.textContent,
        [...(term.nextElementSibling?.children ?? [])].map((key) => key.textContent).join(' '),
      ]),
    );
  }

  it('lists the verdicts that may be given', async () => {
    const keys = await listed({choices: choicesOf(false).filter(({command}) => command !== 'tie')});

    expect(keys.get('Answer 1 is better')).toBe('1 ←');
    expect(keys.has('Tie')).toBe(false);
    expect(keys.has('Save and go on')).toBe(false);
    expect(keys.get('Go forward again to where you were, with nothing changed')).toBe('Ctrl Y Ctrl ⇧ Z ⌘ ⇧ Z');
    expect(keys.get('Show what you have judged')).toBe('J');
  });

  it('lists the steps of the scale where there are some', async () => {
    const keys = await listed({choices: choicesOf(true)});

    expect(keys.get('Answer 1 is much better')).toBe('1');
    expect(keys.get('Answer 2 is better')).toBe('6 →');
    expect(keys.get('Tie')).toBe('4 0');
  });

  it('lists how to quote where a reason is asked', async () => {
    expect((await listed({})).has('Quote the selected words in your reason')).toBe(false);
    expect((await listed({rationale: true})).get('Quote the selected words in your reason')).toBe('R');
  });

  it('lists how to read the guidelines where there are some', async () => {
    expect((await listed({})).has('Show the guidelines')).toBe(false);
    expect((await listed({guidelines: true})).get('Show the guidelines')).toBe('G');
  });

  it('lists how to rank and how to sort where that is asked', async () => {
    expect((await listed({})).has('Tie it with the one above')).toBe(false);
    expect((await listed({controls: [control('order', 'order')]})).get('Tie it with the one above')).toBe('T');
    const sorting = await listed({controls: [control('order', 'buckets')]});
    expect(sorting.get('Go to the answer above or below')).toBe('↑ ↓');
    expect(sorting.get('Put the answer in focus into a bucket')).toBe('1 … 9');
    expect(sorting.has('Tie it with the one above')).toBe(false);
  });

  it('lists how to give stars and how to take back what is chosen where that is asked', async () => {
    const [give, takeBack] = [
      'Give stars in the question in focus',
      'Take back what is chosen in the question in focus',
    ];
    const keys = await listed({controls: [control('quality', 'stars', {stars: 5}), control('kind', 'choice')]});
    expect([keys.get(give), keys.get('Take the stars back'), keys.get(takeBack)]).toEqual(['1 … 5', '⌫ 0', '⌫']);

    const others = await listed({
      controls: [control('quality', 'stars', {stars: 12}), control('kinds', 'choice', {multiple: true})],
    });
    expect([others.get(give), others.has(takeBack)]).toEqual(['1 … 9', false]);
    expect((await listed({controls: [control('why', 'words')]})).has(give)).toBe(false);
  });

  it('lists how to take a break and how to find all else', async () => {
    const keys = await listed({});

    expect(keys.get('Take a break, while one is offered')).toBe('Ctrl . ⌘ .');
    expect(keys.get('Find projects, pages and commands')).toBe('Ctrl K ⌘ K');
  });

  it('lists how to save, and the keys of options', async () => {
    const kind = control('kind', 'choice');
    const keys = await listed({
      savable: true,
      hotkeys: [{key: 'x', control: kind, title: 'Kind of answer', choice: 'good', label: 'Good one'}],
    });

    expect(keys.get('Save and go on')).toBe('Ctrl ↵ ⌘ ↵');
    expect(keys.get('“Kind of answer”: Good one')).toBe('X');
  });
});
