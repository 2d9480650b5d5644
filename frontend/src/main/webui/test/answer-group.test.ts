// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import '../src/elements/answer-group.js';
import type {Content} from '../src/api.js';
import type {AnswerGroupElement} from '../src/elements/answer-group.js';
import {ScrolledEvent} from '../src/elements/scroll-box.js';
import {sidesOf} from '../src/model/verdicts.js';

let group: AnswerGroupElement;

beforeEach(() => {
  group = document.createElement('answer-group');
  group.sides = sidesOf(false);
  group.pair = 'comparison';
  group.judgeable = true;
  document.body.append(group);
});

afterEach(() => group.remove());

async function show(...slots: Content[]): Promise<void> {
  group.slots = slots;
  await group.updateComplete;
}

const said = (selector: string) => group.shadowRoot?.querySelector(selector)?.textContent.trim();

it('says that both answers are the same text', async () => {
  await show({text: 'one'}, {text: 'one'});
  expect(said('.same')).toBe('Both answers are the same text.');

  await show({text: 'one'}, {text: 'one '});
  expect(said('.same')).toBeUndefined();
});

it('compares conversations with their speakers', async () => {
  const says = (role: string): Content => ({messages: [{role, content: 'one'}]});

  await show(says('user'), says('user'));
  expect(said('.same')).toBe('Both answers are the same text.');

  await show(says('user'), says('assistant'));
  expect(said('.same')).toBeUndefined();
});

const runsShown = () =>
  [...(group.shadowRoot?.querySelectorAll('answer-card') ?? [])].map((card) =>
    card.runs?.map(({text, only}) => (only ? `[${text}]` : text)).join(''),
  );

it('marks what differs, and says that texts are shown as written', async () => {
  group.diff = true;
  await show({text: 'the **cat**'}, {text: 'the **dog**'});
  expect(runsShown()).toEqual(['the **cat**', 'the **dog**']);

  await expect.poll(runsShown).toEqual(['the **[cat]**', 'the **[dog]**']);
  expect(said('.differences')).toBe('What only one answer has is marked. Texts are shown as written.');

  group.diff = false;
  await group.updateComplete;
  expect(runsShown()).toEqual([undefined, undefined]);
  expect(said('.differences')).toBeUndefined();
});

it('says why nothing is marked', async () => {
  group.diff = true;
  await show({text: 'ab '.repeat(400)}, {text: 'cd! '.repeat(400)});
  await expect.poll(() => said('.differences')).toContain('These answers are too different to mark.');

  await show({text: 'one two'}, {text: 'one  two'});
  await expect.poll(() => said('.differences')).toContain('Only white space differs.');
});

it('compares conversations with who says what', async () => {
  group.diff = true;
  await show({messages: [{role: 'user', content: 'Hi'}]}, {messages: [{role: 'assistant', content: 'Hi'}]});

  await expect.poll(runsShown).toEqual(['[User]:\nHi', '[Assistant]:\nHi']);
});

const LONG = 'Some words that are the same. '.repeat(15).trim();
const cards = () => [...(group.shadowRoot?.querySelectorAll('answer-card') ?? [])];
const folds = () => cards().map((card) => card.shadowRoot?.querySelector<HTMLElement>('.beginning'));
const skips = () => cards().map((card) => card.shadowRoot?.querySelector('shown-content')?.skip);

async function settled(): Promise<void> {
  await group.updateComplete;
  await Promise.all(cards().map((card) => card.updateComplete));
}

it('folds what both answers begin with, and opens it in both', async () => {
  const chosen: string[] = [];
  group.addEventListener('verdict-chosen', (event) => chosen.push(event.choice.command));
  await show({text: `${LONG}\n\none`}, {text: `${LONG}\n\ntwo`});
  await settled();
  expect(skips()).toEqual([1, 1]);
  expect(folds().map((fold) => fold?.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    'The same beginning in both answers · 90 words Show',
    'The same beginning in both answers · 90 words Show',
  ]);

  folds()[1]?.click();
  await settled();
  expect(skips()).toEqual([0, 0]);
  expect(folds().map((fold) => fold?.getAttribute('aria-expanded'))).toEqual(['true', 'true']);
  expect(chosen).toEqual([]);

  await show({text: `${LONG}\n\nthree`}, {text: `${LONG}\n\nfour`});
  await settled();
  expect(skips()).toEqual([1, 1]);
});

it('folds nothing of what is shown as written, or is the same altogether', async () => {
  group.raw = true;
  await show({text: `${LONG}\n\none`}, {text: `${LONG}\n\ntwo`});
  await settled();
  expect(skips()).toEqual([0, 0]);
  expect(folds()).toEqual([null, null]);

  group.raw = false;
  await show({text: `${LONG}\n\none`}, {text: `${LONG}\n\none`});
  await settled();
  expect(folds()).toEqual([null, null]);
});

it('tells which ends were not seen', async () => {
  await show({text: 'one'}, {text: 'two'});
  await settled();
  expect(group.unseenEnds).toEqual([]);

  const end = cards()[1]?.shadowRoot?.querySelector('.end');
  if (!end) throw new Error('no end');
  vi.spyOn(end, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, window.innerHeight + 100));
  expect(group.unseenEnds).toEqual([2]);
});

it('scrolls the other answer as far as one is scrolled, if they scroll together', async () => {
  await show({text: 'one'}, {text: 'two'});
  await settled();
  const shares = cards().map((card) => vi.spyOn(card, 'scrollToShare'));
  const scroll = () => cards()[0]?.shadowRoot?.querySelector('scroll-box')?.dispatchEvent(new ScrolledEvent(0.3));

  scroll();
  expect(shares.map((share) => share.mock.calls)).toEqual([[], []]);

  group.together = true;
  await group.updateComplete;
  scroll();
  expect(shares.map((share) => share.mock.calls)).toEqual([[], [[0.3]]]);
});
