// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {OrderItemElement} from '../src/elements/order-item.js';
import type {Answer} from '../src/shown.js';
import {eventually} from './fakes.js';
import {AskedField} from './fields.js';

let field: AskedField;

beforeEach(async () => {
  field = new AskedField({asks: 'order', name: 'ranking'});
  field.asked.compared = {
    control: 'ranking',
    objects: ['answers'],
    slots: [{text: 'one'}, {text: 'two\n'.repeat(9)}, {text: 'three'}, {text: ' '}],
  };
  await field.show();
});

afterEach(() => document.body.replaceChildren());

function item(slot: number): OrderItemElement {
  const found = field.all<OrderItemElement>('order-item').find((one) => one.slotNumber === slot);
  if (!found) throw new Error(`no item ${slot}`);
  return found;
}

function within(slot: number, selector: string): HTMLElement {
  const found = item(slot).shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const list = (selector: string) => field.all<OrderItemElement>(`${selector} order-item`).map((one) => one.slotNumber);
const order = () => list('.ranked');

async function press(slot: number, key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = await field.press(key, within(slot, '.item'), more);
  await item(slot).updateComplete;
  return event;
}

async function given(ranking: number[][]): Promise<void> {
  field.asked.answer = {ranking};
  await field.settle();
}

const focused = () => (field.field.shadowRoot?.activeElement as OrderItemElement | null)?.slotNumber;

it('begins with nothing ranked, and takes one after the other by one key', async () => {
  expect([order(), list('.pool')]).toEqual([[], [0, 1, 2, 3]]);
  await press(1, 'Enter');
  await eventually(() => expect(focused()).toBe(2));
  await press(2, ' ');

  expect(field.said).toEqual([{ranking: [[1]]}, {ranking: [[1], [2]]}]);
  expect([order(), list('.pool')]).toEqual([
    [1, 2],
    [0, 3],
  ]);
});

it.each<[string, number, string, KeyboardEventInit, Answer | undefined]>([
  ['up', 2, 'ArrowUp', {altKey: true}, {ranking: [[2], [0]]}],
  ['down', 0, 'ArrowDown', {altKey: true}, {ranking: [[2], [0]]}],
  ['to a place by its digit', 2, '1', {}, {ranking: [[2], [0]]}],
  ['to a place by its digit from the pool', 3, '2', {}, {ranking: [[0], [3], [2]]}],
  ['into a tie', 2, 't', {}, {ranking: [[0, 2]]}],
  ['out of the order', 0, 'Backspace', {}, {ranking: [[2]]}],
])('moves an item %s', async (_how, slot, key, more, expected) => {
  await given([[0], [2]]);
  const pressed = await press(slot, key, more);

  expect(field.last).toEqual(expected);
  expect(pressed.defaultPrevented).toBe(true);
});

it('answers nothing when nothing is ranked any more', async () => {
  await given([[0]]);
  await press(0, 'Delete');

  expect(field.said).toEqual([undefined]);
});

it('says where an item stands, and answers nothing anew, when it cannot move', async () => {
  await given([[0], [2]]);
  await press(2, 'ArrowDown', {altKey: true});

  expect(field.said).toEqual([]);
  expect(field.texts('[role=status]')).toEqual(['Answer 3 is now second of two.']);
});

it('keeps the focus on what was moved, and says where it is', async () => {
  await given([[0], [2], [1]]);
  item(1).focusPart();
  await press(1, 'ArrowUp', {altKey: true});

  await eventually(() => expect(focused()).toBe(1));
  expect(field.texts('[role=status]')).toEqual(['Answer 2 is now second of three.']);
});

it('moves the focus from item to item by plain arrows', async () => {
  await given([[0], [2]]);
  await press(2, 'ArrowDown');
  expect(focused()).toBe(1);
  await press(1, 'ArrowUp');

  expect(focused()).toBe(2);
  expect(field.said).toEqual([]);
});

it('lets the page have all other keys', async () => {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener('keydown', listen);
  await given([[0]]);
  await press(0, 's');
  await press(0, 'Enter');
  await press(0, '0');
  await press(0, '1');
  await press(0, '1', {repeat: true});
  document.removeEventListener('keydown', listen);

  expect(heard).toEqual(['s', 'Enter', '0', '1']);
});

it.each<[string, number, Answer]>([
  ['up', 2, {ranking: [[2], [0]]}],
  ['down', 0, {ranking: [[2], [0]]}],
  ['tie', 2, {ranking: [[0, 2]]}],
  ['leave', 0, {ranking: [[2]]}],
  ['take', 1, {ranking: [[0], [2], [1]]}],
])('has a button for %s', async (part, slot, expected) => {
  await given([[0], [2]]);
  within(slot, `[data-part=${part}]`).click();
  await field.settle();

  expect(field.said).toEqual([expected]);
});

it('offers no move that has no effect', async () => {
  await given([[0], [2]]);

  expect(within(0, '[data-part=up]').hasAttribute('disabled')).toBe(true);
  expect(within(2, '[data-part=down]').hasAttribute('disabled')).toBe(true);
  expect(item(0).shadowRoot?.querySelector('[data-part=tie]')).toBeNull();
});

it('prints one number for tied items', async () => {
  await given([[3], [0, 2]]);
  await Promise.all([0, 2, 3].map((slot) => item(slot).updateComplete));

  expect([3, 0, 2].map((slot) => within(slot, '.place').textContent)).toEqual(['1', '2', '2']);
  expect(within(2, '.item').getAttribute('aria-label')).toBe('Answer 3, place 2 of 2, tied');
  expect(within(1, '.item').getAttribute('aria-label')).toBe('Answer 2, not ranked yet');
});

it('cuts long texts until all is asked for, and says that one is empty', async () => {
  expect(within(1, '.content').classList.contains('cut')).toBe(true);
  within(1, '.all').click();
  await item(1).updateComplete;

  expect(within(1, '.content').classList.contains('cut')).toBe(false);
  expect(within(1, '.all').getAttribute('aria-expanded')).toBe('true');
  expect(item(0).shadowRoot?.querySelector('.all')).toBeNull();
  expect(within(3, '.empty').textContent).toBe('This answer is empty.');
});

describe('a drag', () => {
  const HEIGHT = 100;

  /** Lays out the items one below the other, as they are in the page, and the lists around them. */
  function layOut(): void {
    const rows = [...order(), ...list('.pool')];
    for (const [i, slot] of rows.entries()) {
      vi.spyOn(item(slot), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, i * HEIGHT, 300, HEIGHT));
    }
    const top = order().length * HEIGHT;
    const boxes = {
      '.ranked': new DOMRect(0, 0, 300, top),
      '.pool': new DOMRect(0, top, 300, list('.pool').length * HEIGHT),
    };
    for (const [selector, box] of Object.entries(boxes)) {
      vi.spyOn(field.part(selector), 'getBoundingClientRect').mockReturnValue(box);
    }
  }

  function grab(slot: number, y: number, more: PointerEventInit = {}): void {
    layOut();
    const at = {clientX: 10, clientY: y, pointerId: 1, button: 0, bubbles: true, composed: true};
    within(slot, '.handle').dispatchEvent(new PointerEvent('pointerdown', {...at, ...more}));
  }

  async function pointer(type: string, y: number): Promise<void> {
    window.dispatchEvent(new PointerEvent(type, {clientX: 10, clientY: y, pointerId: 1}));
    await field.settle();
  }

  beforeEach(() => given([[0], [2]]));

  it('takes an item out of the pool to its place', async () => {
    grab(1, 250);
    await pointer('pointermove', 120);
    expect(field.all('.ranked .before')).toHaveLength(1);
    expect(item(1).style.translate).toBe('0px -130px');
    await pointer('pointerup', 120);

    expect(field.said).toEqual([{ranking: [[0], [1], [2]]}]);
    expect(item(1).dragged).toBe(false);
  });

  it('puts an item back into the pool, by touch as well', async () => {
    grab(0, 50, {pointerType: 'touch'});
    await pointer('pointermove', 290);
    await pointer('pointerup', 290);

    expect(field.said).toEqual([{ranking: [[2]]}]);
  });

  it('is none before it has gone some way', async () => {
    grab(0, 50);
    await pointer('pointermove', 52);
    await pointer('pointerup', 52);

    expect(field.said).toEqual([]);
  });

  it('ends without effect by Esc, or when the system takes the pointer', async () => {
    grab(0, 50);
    await pointer('pointermove', 290);
    window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    await pointer('pointerup', 290);
    grab(0, 50);
    await pointer('pointermove', 290);
    await pointer('pointercancel', 290);
    await pointer('pointerup', 290);

    expect(field.said).toEqual([]);
  });
});
