// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import '../src/elements/comparison-view.js';
import type {Content} from '../src/api.js';
import type {ComparisonViewElement} from '../src/elements/comparison-view.js';
import {ScrolledEvent} from '../src/elements/scroll-box.js';
import {lease} from './fakes.js';

let view: ComparisonViewElement;

beforeEach(() => {
  view = document.createElement('comparison-view');
  document.body.append(view);
});

afterEach(() => view.remove());

async function notAsked(names: string[]): Promise<string | undefined> {
  const comparison = lease(1).comparison;
  if (!comparison) throw new Error('a lease has a comparison');
  view.comparison = {...comparison, not_asked: names};
  await view.updateComplete;
  return view.shadowRoot?.querySelector('.not-asked')?.textContent.trim();
}

it('says nothing of other controls where there are none', async () => {
  expect(await notAsked([])).toBeUndefined();
});

it('names the controls that it does not ask', async () => {
  expect(await notAsked(['why', 'quality'])).toBe('Not asked on this page: why, quality');
});

it('counts what is too much to name', async () => {
  expect(await notAsked(['why', 'a', 'b', 'c', 'd'])).toBe('Not asked on this page: why, a, b and 2 more');
});

async function show(prompt: string, ...slots: Content[]): Promise<void> {
  const comparison = lease(1).comparison;
  if (!comparison) throw new Error('a lease has a comparison');
  const caption = {name: 'task', caption: true, text: 'Which is better?'};
  view.comparison = {...comparison, prompt: [caption, {name: 'prompt', caption: false, text: prompt}], slots};
  await view.updateComplete;
}

const said = (selector: string) => view.shadowRoot?.querySelector(selector)?.textContent.trim();

it('says that both answers are the same text', async () => {
  await show('a', {text: 'one'}, {text: 'one'});
  expect(said('.same')).toBe('Both answers are the same text.');

  await show('a', {text: 'one'}, {text: 'one '});
  expect(said('.same')).toBe('');
});

it('compares conversations with their speakers', async () => {
  const says = (role: string): Content => ({messages: [{role, content: 'one'}]});

  await show('a', says('user'), says('user'));
  expect(said('.same')).toBe('Both answers are the same text.');

  await show('a', says('user'), says('assistant'));
  expect(said('.same')).toBe('');
});

it('says that a prompt is empty, whatever its caption says', async () => {
  await show(' \n', {text: 'one'}, {text: 'two'});
  expect(said('.empty')).toBe('The prompt is empty.');

  await show('a', {text: 'one'}, {text: 'two'});
  expect(said('.empty')).toBeUndefined();
});

it('shows all texts raw, or none', async () => {
  await show('a', {text: 'one'}, {text: 'two'});
  view.raw = true;
  await view.updateComplete;

  const raw = [...(view.shadowRoot?.querySelectorAll('shown-content, answer-card') ?? [])].map(
    (part) => 'raw' in part && part.raw,
  );
  expect(raw).toEqual([true, true, true, true]);
});

const runsShown = () =>
  [...(view.shadowRoot?.querySelectorAll('answer-card') ?? [])].map((card) =>
    card.runs?.map(({text, only}) => (only ? `[${text}]` : text)).join(''),
  );

it('marks what differs, and says that texts are shown as written', async () => {
  view.diff = true;
  await show('a', {text: 'the **cat**'}, {text: 'the **dog**'});
  expect(runsShown()).toEqual(['the **cat**', 'the **dog**']);

  await expect.poll(runsShown).toEqual(['the **[cat]**', 'the **[dog]**']);
  expect(said('.differences')).toBe('What only one answer has is marked. Texts are shown as written.');

  view.diff = false;
  await view.updateComplete;
  expect(runsShown()).toEqual([undefined, undefined]);
  expect(said('.differences')).toBe('');
});

it('says why nothing is marked', async () => {
  view.diff = true;
  await show('a', {text: 'ab '.repeat(400)}, {text: 'cd! '.repeat(400)});
  await expect.poll(() => said('.differences')).toContain('These answers are too different to mark.');

  await show('a', {text: 'one two'}, {text: 'one  two'});
  await expect.poll(() => said('.differences')).toContain('Only white space differs.');
});

it('compares conversations with who says what', async () => {
  view.diff = true;
  await show('a', {messages: [{role: 'user', content: 'Hi'}]}, {messages: [{role: 'assistant', content: 'Hi'}]});

  await expect.poll(runsShown).toEqual(['[User]:\nHi', '[Assistant]:\nHi']);
});

const LONG = 'Some words that are the same. '.repeat(15).trim();
const cards = () => [...(view.shadowRoot?.querySelectorAll('answer-card') ?? [])];
const folds = () => cards().map((card) => card.shadowRoot?.querySelector<HTMLElement>('.beginning'));
const skips = () => cards().map((card) => card.shadowRoot?.querySelector('shown-content')?.skip);

async function settled(): Promise<void> {
  await view.updateComplete;
  await Promise.all(cards().map((card) => card.updateComplete));
}

it('folds what both answers begin with, and opens it in both', async () => {
  const chosen: string[] = [];
  view.addEventListener('verdict-chosen', (event) => chosen.push(event.choice.command));
  await show('a', {text: `${LONG}\n\none`}, {text: `${LONG}\n\ntwo`});
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

  await show('a', {text: `${LONG}\n\nthree`}, {text: `${LONG}\n\nfour`});
  await settled();
  expect(skips()).toEqual([1, 1]);
});

it('folds nothing of what is shown as written, or is the same altogether', async () => {
  view.raw = true;
  await show('a', {text: `${LONG}\n\none`}, {text: `${LONG}\n\ntwo`});
  await settled();
  expect(skips()).toEqual([0, 0]);
  expect(folds()).toEqual([null, null]);

  view.raw = false;
  await show('a', {text: `${LONG}\n\none`}, {text: `${LONG}\n\none`});
  await settled();
  expect(folds()).toEqual([null, null]);
});

it('tells which ends were not seen', async () => {
  await show('a', {text: 'one'}, {text: 'two'});
  await settled();
  expect(view.unseenEnds).toEqual([]);

  const end = cards()[1]?.shadowRoot?.querySelector('.end');
  if (!end) throw new Error('no end');
  vi.spyOn(end, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, window.innerHeight + 100));
  expect(view.unseenEnds).toEqual([2]);
});

it('scrolls the other answer as far as one is scrolled, if they scroll together', async () => {
  await show('a', {text: 'one'}, {text: 'two'});
  await settled();
  const shares = cards().map((card) => vi.spyOn(card, 'scrollToShare'));
  const scroll = () => cards()[0]?.shadowRoot?.querySelector('scroll-box')?.dispatchEvent(new ScrolledEvent(0.3));

  scroll();
  expect(shares.map((share) => share.mock.calls)).toEqual([[], []]);

  view.together = true;
  await view.updateComplete;
  scroll();
  expect(shares.map((share) => share.mock.calls)).toEqual([[], [[0.3]]]);
});
