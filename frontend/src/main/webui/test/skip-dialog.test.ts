// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/skip-dialog.js';
import type {SkipDialogElement} from '../src/elements/skip-dialog.js';

describe('skip-dialog', () => {
  let dialog: SkipDialogElement;
  let given: string[];

  function inside(selector: string): HTMLElement {
    const found = dialog.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  const words = () => inside('input') as HTMLInputElement;

  /** Presses a key where the focus is put when the dialog opens. */
  function press(key: string, more: KeyboardEventInit = {}, on: Element = inside('h2')): void {
    on.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, composed: true, ...more}));
  }

  beforeEach(async () => {
    dialog = document.createElement('skip-dialog');
    given = [];
    dialog.addEventListener('skip-reason-given', (event) => given.push(event.reason));
    document.body.append(dialog);
    await dialog.updateComplete;
    dialog.show();
  });

  afterEach(() => dialog.remove());

  it('takes a common reason by its digit, and closes', () => {
    press('2');

    expect(given).toEqual(['The prompt or an answer is broken.']);
    expect(dialog.open).toBe(false);
  });

  it('takes no digit that comes once it is closed, before the page is painted', () => {
    press('2');
    press('1');
    expect(given).toEqual(['The prompt or an answer is broken.']);
    expect(dialog.shadowRoot?.activeElement).toBeNull();

    dialog.show();
    inside('.head button').click();
    press('1');
    expect(given).toHaveLength(1);
    expect(dialog.shadowRoot?.activeElement).toBeNull();
  });

  it('takes one by a click', () => {
    inside('li:nth-child(3) button').click();

    expect(given).toEqual(['I would rather not judge this content.']);
  });

  it('takes no key that repeats, is held with another, or is a digit too many', () => {
    press('1', {repeat: true});
    press('1', {ctrlKey: true});
    press('5');

    expect(given).toEqual([]);
    expect(dialog.open).toBe(true);
  });

  it('takes no digit where characters are no keys, and shows none', async () => {
    dialog.characterKeys = false;
    await dialog.updateComplete;
    press('1');

    expect(given).toEqual([]);
    expect(inside('li').textContent.trim()).toBe('I do not know enough about this.');
  });

  it('leads to the field by the last digit, and leaves digits to it', () => {
    press('4');
    expect(dialog.shadowRoot?.activeElement).toBe(inside('input'));
    press('1', {}, inside('input'));

    expect(given).toEqual([]);
  });

  it('takes own words, and asks for some where there are none', async () => {
    words().value = '  ';
    inside('form').dispatchEvent(new Event('submit', {cancelable: true}));
    await dialog.updateComplete;
    expect(inside('#problem').textContent).toBe('Say in a few words why, or go back.');
    expect(dialog.open).toBe(true);

    words().value = ' Both are cut off. ';
    inside('form').dispatchEvent(new Event('submit', {cancelable: true}));
    expect(given).toEqual(['Both are cut off.']);
  });

  it('begins anew each time', async () => {
    words().value = 'x';
    inside('form').dispatchEvent(new Event('submit', {cancelable: true}));
    dialog.show();
    await dialog.updateComplete;

    expect(words().value).toBe('');
    expect(inside('#problem').textContent).toBe('');
  });

  it('has no faults that axe finds', async () => {
    expect((await axe.run(dialog)).violations.map(({id}) => id)).toEqual([]);
  });
});
