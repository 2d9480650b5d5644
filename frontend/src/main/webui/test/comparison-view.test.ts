// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/comparison-view.js';
import {type Content, api} from '../src/api.js';
import type {ComparisonViewElement} from '../src/elements/comparison-view.js';
import {TaskForm} from '../src/model/form.js';
import type {Control} from '../src/shown.js';
import {boxOf, compared, control, layoutOf, lease} from './fakes.js';

let view: ComparisonViewElement;

beforeEach(() => {
  view = document.createElement('comparison-view');
  document.body.append(view);
});

afterEach(() => view.remove());

async function notAsked(...controls: Control[]): Promise<string | undefined> {
  view.form = new TaskForm(lease(1, {controls: [control('comparison', 'preference'), ...controls]}));
  await view.updateComplete;
  const notes = view.shadowRoot?.querySelector('task-notes');
  await notes?.updateComplete;
  return notes?.shadowRoot?.querySelector('.not-asked')?.textContent.trim();
}

const other = (name: string, required = false) => control(name, 'other', {required});

it('says nothing of other controls where there are none, or where they are asked or demanded', async () => {
  expect(await notAsked()).toBeUndefined();
  expect(await notAsked(control('why', 'words'), other('box', true))).toBeUndefined();
});

it('names the controls that it does not ask', async () => {
  expect(await notAsked(other('why'), other('quality'))).toBe('Not asked on this page: “why”, “quality”');
});

it('counts what is too much to name', async () => {
  expect(await notAsked(...['why', 'a', 'b', 'c', 'd'].map((name) => other(name)))).toBe(
    'Not asked on this page: “why”, “a”, “b” and 2 more',
  );
});

it('says that the task cannot be judged while something is demanded that it does not ask', async () => {
  const attributes = {required: 'true', visiblewhen: 'choice-selected', whentagname: 'kind'};
  view.form = new TaskForm(
    lease(1, {controls: [control('comparison', 'preference'), other('day')]}, layoutOf(boxOf('day', attributes))),
  );
  const alert = async () => {
    await view.updateComplete;
    const notes = view.shadowRoot?.querySelector('task-notes');
    await notes?.updateComplete;
    return notes?.shadowRoot?.querySelector('[role=alert]')?.textContent;
  };
  expect(await alert()).toBeUndefined();

  view.answers = {kind: {choices: ['bad']}};
  expect(await alert()).toContain('also demands an answer to “day”');
});

async function show(prompt: string, ...slots: Content[]): Promise<void> {
  const caption = {name: 'task', caption: true, text: 'Which is better?', repeats: []};
  view.form = new TaskForm(
    lease(1, {
      parts: [caption, {name: 'prompt', caption: false, text: prompt, repeats: []}],
      comparisons: [{control: 'comparison', objects: ['a', 'b'], slots}],
    }),
  );
  await view.updateComplete;
}

const said = (selector: string) => view.shadowRoot?.querySelector(selector)?.textContent.trim();

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

  const raw = [...(view.shadowRoot?.querySelectorAll('shown-content, answer-group') ?? [])].map(
    (part) => 'raw' in part && part.raw,
  );
  expect(raw).toEqual([true, true, true]);
});

describe('several pairs', () => {
  const PAIRS = [control('helpful', 'preference'), control('harmless', 'preference'), control('short', 'preference')];
  const chosen: (string | undefined)[] = [];

  async function showPairs(active: string): Promise<void> {
    view.form = new TaskForm(
      lease(1, {
        controls: PAIRS,
        comparisons: [compared('helpful'), compared('harmless'), compared('short', ['c', 'd'], ['three', 'four'])],
      }),
    );
    view.active = active;
    view.answers = {helpful: {outcome: 'preference', slot: 1}};
    view.addEventListener('verdict-chosen', ({pair}) => chosen.push(pair));
    await view.updateComplete;
    for (const group of answerGroups()) await group.updateComplete;
    for (const card of cards()) await card.updateComplete;
  }

  const answerGroups = () => [...(view.shadowRoot?.querySelectorAll('answer-group') ?? [])];
  const cards = () => answerGroups().flatMap((group) => [...(group.shadowRoot?.querySelectorAll('answer-card') ?? [])]);
  const groups = () => [...(view.shadowRoot?.querySelectorAll('.group') ?? [])];

  it('share the cards where they compare the same, and have their own where they do not', async () => {
    await showPairs('harmless');

    expect(groups().map((group) => group.getAttribute('aria-label'))).toEqual(['“helpful”, “harmless”', '“short”']);
    expect(cards().map(({content}) => content.text)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('mark the group that the keys are for', async () => {
    await showPairs('short');

    expect(groups().map((group) => group.classList.contains('active'))).toEqual([false, true]);
    expect(groups()[1]?.textContent).toContain('The keys are for “short”.');
  });

  it('are judged by a click on a card: the one that the keys are for, or the first that is open', async () => {
    await showPairs('helpful');
    expect(cards().map(({chosen}) => chosen)).toEqual([false, true, false, false]);
    cards()[0]?.click();
    cards()[3]?.click();
    await showPairs('short');
    cards()[0]?.click();

    expect(chosen.slice(0, 3)).toEqual(['helpful', 'short', 'harmless']);
  });

  it('get the focus on the first of their answers', async () => {
    await showPairs('short');

    expect(view.focusPair('short')).toBe(true);
    expect(view.shadowRoot?.activeElement).toBe(answerGroups()[1]);
    expect(answerGroups()[1]?.shadowRoot?.activeElement).toBe(cards()[2]);
    expect(view.focusPair('nothing')).toBe(false);
  });

  it('have cards of their own where the same answers stand in other places', async () => {
    view.form = new TaskForm(
      lease(1, {
        controls: PAIRS.slice(0, 2),
        comparisons: [compared('helpful'), compared('harmless', ['a', 'b'], ['two', 'one'])],
      }),
    );
    await view.updateComplete;

    expect(groups()).toHaveLength(2);
  });
});

it('shows nothing but the prompt where there is no pair', async () => {
  view.form = new TaskForm(lease(1, {controls: [control('why', 'words')], comparisons: []}));
  await view.updateComplete;

  expect(view.shadowRoot?.querySelector('answer-group')).toBeNull();
  expect(view.shadowRoot?.querySelector('.prompt')).not.toBeNull();
});

const unfold = () => view.shadowRoot?.querySelector<HTMLElement>('.unfold');
const isFolded = () => view.shadowRoot?.querySelector('.prompt')?.matches('.folded');

it('shows a line of the prompt on a low screen, and all of it to who asks, for that task only', async () => {
  await show('a', {text: 'one'}, {text: 'two'});
  expect(isFolded()).toBe(true);
  expect(unfold()?.getAttribute('aria-expanded')).toBe('false');

  unfold()?.click();
  await view.updateComplete;
  expect(isFolded()).toBe(false);
  expect(unfold()?.getAttribute('aria-expanded')).toBe('true');
  expect(unfold()?.textContent.trim()).toBe('Show less');
  expect(unfold()?.getAttribute('aria-label')).toBe('Show less of the prompt');

  await show('b', {text: 'one'}, {text: 'two'});
  expect(isFolded()).toBe(true);
});

it.each([false, true])(
  'shows a line of the prompt by a key and all of it by the next, on a low screen: %s',
  async (low) => {
    vi.stubGlobal('matchMedia', () => ({matches: low}));
    const isBrief = () => view.shadowRoot?.querySelector('.prompt')?.matches('.brief');
    const press = () => {
      view.switchPrompt();
      return view.updateComplete;
    };
    await show('a', {text: 'one'}, {text: 'two'});

    await press();
    expect(isFolded()).toBe(!low);
    await press();
    expect(isFolded()).toBe(low);
    if (!low) await press();
    await show('b', {text: 'one'}, {text: 'two'});
    expect(isBrief()).toBe(true);
    vi.unstubAllGlobals();
  },
);

it('shows an image where the configuration has one, and the text of any other address', async () => {
  vi.spyOn(api, 'imageSources').mockResolvedValue([]);
  const parts = ['cat', 'film'].map((name) => ({name, caption: false, text: `https://x.org/${name}`, repeats: []}));
  const layout = layoutOf({kind: 'image', name: 'cat'}, {kind: 'medium', name: 'film'});
  view.form = new TaskForm(lease(1, {parts}, layout));
  await view.updateComplete;
  const shown = [...(view.shadowRoot?.querySelectorAll('.part > *') ?? [])];

  expect(shown.map(({localName}) => localName)).toEqual(['shown-image', 'shown-content']);
  expect(shown[0]).toMatchObject({address: 'https://x.org/cat'});
});
