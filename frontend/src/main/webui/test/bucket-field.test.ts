// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {BucketItemElement} from '../src/elements/bucket-item.js';
import type {Answer} from '../src/shown.js';
import {eventually} from './fakes.js';
import {AskedField, option} from './fields.js';

let field: AskedField;

async function ask(attributes: Record<string, string> = {}): Promise<void> {
  field = new AskedField({asks: 'buckets', name: 'rank', choices: ['best', 'ads']});
  field.asked.compared = {
    control: 'rank',
    objects: ['answers'],
    slots: [{text: 'one'}, {text: 'two'}, {text: 'three'}],
  };
  await field.show({}, [option('best', 'Best results'), option('ads', 'Paid results', attributes)]);
}

beforeEach(() => ask());
afterEach(() => document.body.replaceChildren());

function item(slot: number): BucketItemElement {
  const found = field.all<BucketItemElement>('bucket-item').find((one) => one.slotNumber === slot);
  if (!found) throw new Error(`no item ${slot}`);
  return found;
}

function within(slot: number, selector: string): HTMLElement {
  const found = item(slot).shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const list = (name: string) =>
  field.all<BucketItemElement>(`[data-list="${name}"] bucket-item`).map((one) => one.slotNumber);
const lists = () => ['pool', '0', '1'].map(list);
const focused = () => (field.field.shadowRoot?.activeElement as BucketItemElement | null)?.slotNumber;

async function press(slot: number, key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = await field.press(key, within(slot, '.item'), more);
  await field.settle();
  return event;
}

async function given(best: number[], ads: number[]): Promise<void> {
  field.asked.answer = {buckets: {best, ads}};
  await field.settle();
}

it('begins with nothing sorted, and sorts one after the other by one key each', async () => {
  expect(lists()).toEqual([[0, 1, 2], [], []]);
  await press(0, '2');
  await eventually(() => expect(focused()).toBe(1));
  await press(1, '1');
  await eventually(() => expect(focused()).toBe(2));

  expect(field.last).toEqual({buckets: {best: [1], ads: [0]}});
  expect(lists()).toEqual([[2], [1], [0]]);
  expect(field.texts('[role=status]')).toEqual(['Answer 2 is now first of one in “Best results”.']);
});

it.each<[string, number, string, KeyboardEventInit, Answer | undefined]>([
  ['into another bucket', 2, '1', {}, {buckets: {best: [0, 2], ads: []}}],
  ['out of its bucket', 2, 'Backspace', {}, {buckets: {best: [0], ads: []}}],
])('moves an item %s', async (_how, slot, key, more, expected) => {
  await given([0], [2]);
  const pressed = await press(slot, key, more);

  expect(field.last).toEqual(expected);
  expect(pressed.defaultPrevented).toBe(true);
});

it('moves an item within its bucket, and keeps the focus on it', async () => {
  await given([0, 1], []);
  item(1).focusPart();
  await press(1, 'ArrowUp', {altKey: true});

  expect(field.last).toEqual({buckets: {best: [1, 0], ads: []}});
  await eventually(() => expect(focused()).toBe(1));
});

it('keeps the focus on what moves from bucket to bucket, although others wait', async () => {
  await given([0], [2]);
  item(2).focusPart();
  await press(2, '1');

  await eventually(() => expect(list('0')).toEqual([0, 2]));
  await eventually(() => expect(focused()).toBe(2));
});

it('answers nothing when nothing is sorted any more', async () => {
  await given([0], []);
  await press(0, 'Delete');

  expect(field.said).toEqual([undefined]);
});

it('takes a digit of no bucket for a slip, and not for a verdict of the page', async () => {
  const heard = vi.fn();
  document.addEventListener('keydown', heard);
  await given([0], []);
  await press(0, '3');
  document.removeEventListener('keydown', heard);

  expect(field.said).toEqual([]);
  expect(heard).not.toHaveBeenCalled();
});

it('lets the page have all other keys', async () => {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener('keydown', listen);
  await given([0], []);
  await press(0, 's');
  await press(0, 'Enter');
  await press(0, '0');
  document.removeEventListener('keydown', listen);

  expect(heard).toEqual(['s', 'Enter', '0']);
});

it('moves the focus from item to item by plain arrows', async () => {
  await given([0], [2]);
  await press(1, 'ArrowDown');
  expect(focused()).toBe(0);
  await press(0, 'ArrowDown');

  expect(focused()).toBe(2);
  expect(field.said).toEqual([]);
});

it.each<[string, number, Answer]>([
  ['bucket-1', 1, {buckets: {best: [0, 2], ads: [1]}}],
  ['down', 0, {buckets: {best: [2, 0], ads: []}}],
  ['up', 2, {buckets: {best: [2, 0], ads: []}}],
  ['leave', 0, {buckets: {best: [2], ads: []}}],
])('has a button for %s', async (part, slot, expected) => {
  await given([0, 2], []);
  within(slot, `[data-part=${part}]`).click();
  await field.settle();

  expect(field.said).toEqual([expected]);
});

it('says to everybody where an item is and where it can go', async () => {
  await given([0], [2]);

  expect(within(0, '.item').getAttribute('aria-label')).toBe('Answer 1, 1 of 1 in “Best results”');
  expect(within(1, '.item').getAttribute('aria-label')).toBe('Answer 2, not sorted yet');
  expect(within(1, '[data-part=bucket-1] .unseen').textContent).toBe('Put into “Paid results”');
  expect(within(2, '[data-part=bucket-1]').getAttribute('aria-pressed')).toBe('true');
  expect(item(0).shadowRoot?.querySelector('[data-part=up]')).toBeNull();
});

it('puts an item back into the bucket in which all begin', async () => {
  await ask({default: 'true'});
  await given([0], [1, 2]);
  expect(item(0).shadowRoot?.querySelector('[data-part=leave]')).toBeNull();
  await press(0, 'Backspace');

  expect(field.last).toEqual({buckets: {best: [], ads: [1, 2, 0]}});
});

describe('a drag', () => {
  const WIDTH = 300;

  /** Two buckets beside each other, with the items of each below one another. */
  function layOut(): void {
    for (const name of ['0', '1']) {
      const left = Number(name) * WIDTH;
      vi.spyOn(field.part(`[data-list="${name}"]`), 'getBoundingClientRect').mockReturnValue(
        new DOMRect(left, 100, WIDTH, 200),
      );
      for (const [i, slot] of list(name).entries()) {
        vi.spyOn(item(slot), 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 100 + i * 100, WIDTH, 100));
      }
    }
  }

  async function pointer(type: string, x: number, y: number): Promise<void> {
    window.dispatchEvent(new PointerEvent(type, {clientX: x, clientY: y, pointerId: 1}));
    await field.settle();
  }

  async function drag(slot: number, x: number, y: number): Promise<void> {
    await given([0], [1, 2]);
    layOut();
    const press = {clientX: 10, clientY: 150, pointerId: 1, button: 0, bubbles: true, composed: true};
    within(slot, '.handle').dispatchEvent(new PointerEvent('pointerdown', press));
    await pointer('pointermove', x, y);
  }

  it('puts an item into the bucket beside, where it falls', async () => {
    await drag(0, 400, 220);
    expect(field.all('.before')).toHaveLength(1);
    expect(item(0).style.translate).toBe('390px 70px');
    await pointer('pointerup', 400, 220);

    expect(field.said).toEqual([{buckets: {best: [], ads: [1, 0, 2]}}]);
  });

  it('takes the nearest bucket beside all', async () => {
    await drag(0, 900, 900);
    await pointer('pointerup', 900, 900);

    expect(field.said).toEqual([{buckets: {best: [], ads: [1, 2, 0]}}]);
  });
});
