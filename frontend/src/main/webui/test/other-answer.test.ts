// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import '../src/elements/answer-group.js';
import type {Content} from '../src/api.js';
import type {AnswerGroupElement} from '../src/elements/answer-group.js';
import {sidesOf} from '../src/model/verdicts.js';

let group: AnswerGroupElement;

const cards = () => [...(group.shadowRoot?.querySelectorAll('answer-card') ?? [])];
const ways = () => cards().map((card) => card.shadowRoot?.querySelector<HTMLElement>('.other'));
const scrolled: number[] = [];

beforeEach(() => {
  scrolled.length = 0;
  vi.spyOn(window, 'scrollBy').mockImplementation((_: number, y: number) => void scrolled.push(y));
});

afterEach(() => {
  group.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function show(...slots: Content[]): Promise<void> {
  group.slots = slots;
  await group.updateComplete;
}

/** Shows a pair on a page that is as tall as this, and so are its answers. */
async function become(height: number, answers = height): Promise<void> {
  const told: ResizeObserverCallback[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: ResizeObserverCallback) {
        told.push(tell);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  group = document.createElement('answer-group');
  Object.assign(group, {sides: sidesOf(false), pair: 'comparison', judgeable: true});
  document.body.append(group);
  await show({text: 'one'}, {text: 'two'});
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(844);
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(height);
  // The first one that asks is the group itself: its cards come later.
  told[0]?.([{contentRect: {height: answers}} as ResizeObserverEntry], {} as ResizeObserver);
  await group.updateComplete;
  await Promise.all(cards().map((card) => card.updateComplete));
}

const standsAt = (answer: number, top: number) =>
  vi.spyOn(cards()[answer - 1] ?? group, 'getBoundingClientRect').mockReturnValue({top} as DOMRect);

it('has a way from each answer to the other, which judges nothing', async () => {
  const judged = vi.fn();
  await become(1900);
  group.addEventListener('verdict-chosen', judged);

  expect(ways().map((way) => way?.getAttribute('aria-label'))).toEqual(['Go to answer 2', 'Go to answer 1']);
  ways()[0]?.click();
  expect(judged).not.toHaveBeenCalled();
  expect(cards()[1]?.shadowRoot?.activeElement).toBe(ways()[1]);
});

it('goes back to where an answer was left', async () => {
  await become(1900);
  standsAt(1, -300);
  standsAt(2, 700);
  ways()[0]?.click();
  expect(scrolled).toEqual([700]);

  standsAt(1, -1000);
  standsAt(2, -50);
  ways()[1]?.click();
  expect(scrolled).toEqual([700, -700]);

  standsAt(1, -300);
  standsAt(2, 650);
  ways()[0]?.click();
  expect(scrolled).toEqual([700, -700, 700]);
});

it('begins anew with another pair', async () => {
  await become(1900);
  standsAt(1, -300);
  standsAt(2, 700);
  ways()[0]?.click();
  await show({text: 'three'}, {text: 'four'});

  standsAt(1, -1000);
  standsAt(2, 0);
  ways()[1]?.click();

  expect(scrolled).toEqual([700, -1000]);
});

it.each([
  ['both fit', 844, 600],
  ['what is asked below them does not fit', 1900, 400],
])('has no such way where %s', async (_, page, answers) => {
  await become(page, answers);

  expect(ways()).toEqual([null, null]);
});
