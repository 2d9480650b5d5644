// @vitest-environment happy-dom
import type {LitElement} from 'lit';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Content} from '../src/api.js';
import '../src/elements/comparison-view.js';
import type {ComparisonViewElement} from '../src/elements/comparison-view.js';
import {sharedBeginning} from '../src/model/beginning.js';
import {comparableOf, isEmpty, lengthOf, wordsOf} from '../src/model/content.js';
import {TaskForm} from '../src/model/form.js';
import {readableOf} from '../src/model/html-words.js';
import {mayGiveRow} from '../src/model/row-giving.js';
import {markBelow} from '../src/model/safe-html.js';
import {parts} from '../src/parts.js';
import type {BoxKind} from '../src/shown.js';
import {partsOf} from '../src/task-parts.js';
import {compared, layoutOf, lease} from './fakes.js';

/** happy-dom cannot run the purifier, which takes its tree apart in ways that happy-dom does not know. */
vi.mock('../src/purifying.js', () => {
  const fragmentOf = (source: string) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...new DOMParser().parseFromString(source, 'text/html').body.childNodes);
    return fragment;
  };
  return {purified: fragmentOf, wordsOfHtml: (source: string) => fragmentOf(source).textContent.trim()};
});

const html = (text: string): Content => ({text, html: true});

function task(sources: {prompt: string; one: string; two: string}, kinds: Partial<Record<string, BoxKind>> = {}) {
  const box = (name: string) => ({kind: kinds[name] ?? ('html' as const), name});
  const given = {
    parts: [{name: 'prompt', caption: false, text: sources.prompt, repeats: []}],
    comparisons: [compared('comparison', ['one', 'two'], [sources.one, sources.two])],
  };
  return lease(1, given, layoutOf(box('prompt'), {kind: 'group', inside: [box('one'), box('two')]}));
}

const SOURCES = {prompt: '<p>Which?</p>', one: '<ul><li>Red wine</li></ul>', two: '<p>White</p>'};

beforeAll(async () => {
  await parts.purifying.load();
});

describe('a task whose configuration says that its texts are HTML', () => {
  let view: ComparisonViewElement;

  beforeEach(() => {
    view = document.createElement('comparison-view');
    document.body.append(view);
  });

  afterEach(() => view.remove());

  async function show(given = task(SOURCES)): Promise<void> {
    view.form = new TaskForm(given);
    await view.updateComplete;
    for (const selector of ['answer-group', 'answer-card, shown-content', 'html-text']) {
      for (const one of below(view, selector))
        await (one as Element & Pick<LitElement, 'updateComplete'>).updateComplete;
    }
  }

  function below(root: Element, selector: string): Element[] {
    const inner = [...root.children, ...(root.shadowRoot?.children ?? [])];
    return inner.flatMap((one) => [...(one.matches(selector) ? [one] : []), ...below(one, selector)]);
  }

  const htmlShown = () =>
    below(view, 'html-text').map((one) => one.shadowRoot?.querySelector('.html')?.innerHTML ?? '');
  const sourcesShown = () =>
    below(view, 'prose-text').map((one) => 'text' in one && 'raw' in one && one.raw && one.text);

  it('shows prompt and answers as HTML at once, so that no end is in sight before it is there', async () => {
    await show();

    expect(htmlShown().map((shown) => shown.replaceAll(/<!--.*?-->/g, ''))).toEqual(Object.values(SOURCES));
    expect(sourcesShown()).toEqual([]);
  });

  it('shows the source where texts are shown as written', async () => {
    view.raw = true;
    await show();

    expect(htmlShown()).toEqual([]);
    expect(sourcesShown()).toEqual(Object.values(SOURCES));
  });

  it('counts the words that are read, also where the source is shown', async () => {
    view.raw = true;
    await show();

    const facts = below(view, '.facts').map((one) => one.textContent);
    expect(facts).toEqual(['2 words', '1 word']);
  });

  it('marks what differs in the words, and says what is compared', async () => {
    view.diff = true;
    await show(task({...SOURCES, one: '<p>A <b>red</b> wine</p>', two: '<ul><li>A white wine</li></ul>'}));
    const runs = () => below(view, 'answer-card').map((card) => 'runs' in card && JSON.stringify(card.runs));

    await expect.poll(() => runs()[0]).toContain('"text":"red","only":true');
    expect(runs()[0]).not.toContain('<b>');
    expect(below(view, '.differences')[0]?.textContent).toBe(
      'What only one answer has is marked. Only the words of the HTML are shown.',
    );
  });

  it('marks what differs in the sources where these are shown', async () => {
    Object.assign(view, {raw: true, diff: true});
    await show(task({...SOURCES, one: '<p>wine</p>', two: '<b>wine</b>'}));
    const note = () => below(view, '.differences')[0]?.textContent;

    await expect.poll(note).toBe('What only one answer has is marked. Texts are shown as written.');
    expect(below(view, 'diff-text').map((one) => 'runs' in one && JSON.stringify(one.runs))[0]).toContain('<');
  });

  it('says that answers are the same only where their sources are', async () => {
    await show(task({...SOURCES, one: '<p>wine</p>', two: '<p>wine</p>'}));
    expect(below(view, '.same')).toHaveLength(1);

    await show(task({...SOURCES, one: '<p>wine</p>', two: '<b>wine</b>'}));
    expect(below(view, '.same')).toHaveLength(0);
  });

  it('says that there is nothing to read in HTML without words, and that an empty text is empty', async () => {
    await show(task({...SOURCES, one: '<img src="x">', two: ' '}));

    expect(below(view, 'html-text')[1]?.shadowRoot?.querySelector('.wordless')?.textContent).toContain('no words');
    expect(below(view, 'answer-card .empty, .empty').map((one) => one.textContent)).toEqual(['This answer is empty.']);
  });

  it('waits for what makes HTML safe, which other tasks do without', () => {
    expect(partsOf(task(SOURCES)).wished).toEqual([parts.purifying]);
    expect(partsOf(task(SOURCES, {prompt: 'plain', one: 'plain', two: 'markup'})).wished).toEqual([]);
  });
});

describe('the form of a task', () => {
  const htmlOf = (form: TaskForm) => [
    ...form.shown.parts.map((part) => part.html ?? false),
    ...(form.comparedBy('comparison')?.slots ?? []).map((slot) => slot.html ?? false),
  ];

  it('knows which texts are HTML', () => {
    expect(htmlOf(new TaskForm(task(SOURCES)))).toEqual([true, true, true]);
    expect(htmlOf(new TaskForm(task(SOURCES, {prompt: 'plain'})))).toEqual([false, true, true]);
    expect(htmlOf(new TaskForm({...task(SOURCES), layout: null}))).toEqual([false, false, false]);
  });

  it('takes no answer for HTML where only one place says so, because answers change places', () => {
    expect(htmlOf(new TaskForm(task(SOURCES, {two: 'plain'})))).toEqual([true, false, false]);
  });

  it('knows it within what the configuration repeats', () => {
    const repeats = [{repeater: 0, index: 0}];
    const turn = {name: 'turn-0', caption: false, text: '<p>a</p>', repeats};
    const layout = layoutOf({kind: 'repeat', repeater: 0, flag: '{{i}}', inside: [{kind: 'html', name: 'turn-{{i}}'}]});

    expect(new TaskForm(lease(1, {parts: [turn]}, layout)).shown.parts[0]?.html).toBe(true);
  });

  it('leaves conversations as they are', () => {
    const part = {name: 'prompt', caption: false, messages: [{role: 'user', content: '<p>a</p>'}], repeats: []};

    expect(new TaskForm(lease(1, {parts: [part]}, layoutOf({kind: 'html', name: 'prompt'}))).shown.parts).toEqual([
      part,
    ]);
  });
});

describe('a text that is HTML', () => {
  it('has the words that are read', () => {
    expect(wordsOf(html('<p>one</p>'))).toBe('one');
    expect(lengthOf(html('<p>one</p>'))).toBe(3);
    expect(comparableOf(html('<p>one</p>'), false)).toBe('one');
    expect(comparableOf(html('<p>one</p>'), true)).toBe('<p>one</p>');
    expect(wordsOf({text: '<p>one</p>'})).toBe('<p>one</p>');
  });

  it('is empty if there is no source, as for the service', () => {
    expect([html(' \n'), html('<p></p>')].map(isEmpty)).toEqual([true, false]);
    const form = new TaskForm(task({...SOURCES, one: '<hr>', two: '<p>b</p>'}));
    expect(mayGiveRow({verdict: {outcome: 'preference', slot: 0}}, form)).toBe(true);
  });

  it('is never folded, because it cannot be cut between blocks', () => {
    const beginning = `<p>${'The heater does not light. '.repeat(40)}</p>\n\n`;

    expect(sharedBeginning([{text: `${beginning}<p>a</p>`}, {text: `${beginning}<p>b</p>`}])).toBeDefined();
    expect(sharedBeginning([html(`${beginning}<p>a</p>`), html(`${beginning}<p>b</p>`)])).toBeUndefined();
  });

  it.each([
    ['<p>one\n  two</p><p>three</p>', 'one two\nthree'],
    ['<h2>A</h2>b <b>c</b>d<br>e', 'A\nb cd\ne'],
    ['<ul>\n <li>a</li>\n <li>b</li>\n</ul>', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['x<pre>  a\n  b\n</pre>y', 'x\n  a\n  b\ny'],
    ['a<wbr>b&nbsp;c \u200bd', 'ab\u00a0c \u200bd'],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢kan'],
    ['<details><summary>a</summary>b</details>', 'a\nb'],
    [' <p> </p> ', ''],
  ])('is read as it is arranged: %j', (source, words) => {
    expect(readableOf(new DOMParser().parseFromString(source, 'text/html').body)).toBe(words);
  });

  it('shows what nobody could see as marks', () => {
    const shown = document.createElement('p');
    shown.innerHTML = 'pay<b>\u200bpal</b> \u202egnp.exe';
    markBelow(shown, document);

    const marks = [...shown.querySelectorAll<HTMLElement>('span.mark')].map(({textContent, title}) => [
      textContent,
      title,
    ]);
    expect(marks).toEqual([
      ['‹U+200B›', 'Zero width space'],
      ['‹U+202E›', 'Right-to-left override'],
    ]);
    expect(shown.textContent).toBe('pay‹U+200B›pal ‹U+202E›gnp.exe');
  });
});
