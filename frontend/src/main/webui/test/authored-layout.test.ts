// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {api} from '../src/api.js';
import '../src/elements/authored-layout.js';
import type {AuthoredAnswerElement} from '../src/elements/authored-answer.js';
import type {AuthoredLayoutElement} from '../src/elements/authored-layout.js';
import type {Answer, Answers, Control, LayoutBox, Shown, ShownPart} from '../src/shown.js';
import {eventually} from './fakes.js';

const group = (classname: string, ...inside: LayoutBox[]): LayoutBox => ({
  kind: 'group',
  attributes: {classname},
  inside,
});
const plain = (name: string): LayoutBox => ({kind: 'plain', name});
const ask = (name: string, attributes = {}): LayoutBox => ({kind: 'control', name, attributes});

function control(name: string, asks: Control['asks'], more: Partial<Control> = {}): Control {
  return {name, asks, about: [], choices: ['a'], multiple: false, stars: 3, required: false, repeats: [], ...more};
}

function part(name: string, text: string, repeats: ShownPart['repeats'] = []): ShownPart {
  return {name, caption: false, text, repeats};
}

const SHOWN: Shown = {
  parts: [part('prompt', 'The prompt')],
  comparisons: [{control: 'pair', objects: ['one', 'two'], slots: [{text: 'Left'}, {text: 'Right'}]}],
  controls: [control('pair', 'preference'), control('why', 'words')],
  allows: ['preference', 'tie'],
  demanded: [],
  strength: false,
  ask_skip_reason: false,
  may_be_empty: false,
  follows_layout: true,
};

const PAIR = [
  group('prompt', plain('prompt')),
  ask('pair', {selectionstyle: 'background-color: green; position: fixed', leftclass: 'at-left'}),
  group('answer-box', plain('one')),
  group('answer-box', plain('two')),
];

let layout: AuthoredLayoutElement;
let said: {control: string; answer: Answer | undefined}[];

beforeEach(() => {
  vi.spyOn(api, 'imageSources').mockResolvedValue([]);
  layout = document.createElement('authored-layout');
  said = [];
  layout.addEventListener('answer-changed', ({control, answer}) => said.push({control, answer}));
  document.body.append(layout);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show(inside: LayoutBox[], shown: Partial<Shown> = {}, answers: Answers = {}): Promise<void> {
  layout.shown = {...SHOWN, ...shown};
  layout.layout = {as_configured: true, root: group('root', ...inside)};
  layout.answers = answers;
  await layout.updateComplete;
}

function all<E extends Element = HTMLElement>(selector: string): E[] {
  return [...(layout.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
}

const sides = () => all<AuthoredAnswerElement>('authored-answer');
const contents = (selector = 'shown-content') => all(selector).map((one) => 'content' in one && one.content);
const radio = (at: number) => sides()[at]?.shadowRoot?.querySelector<HTMLElement>('[role=radio]');

function click(target: Element | undefined, {travel = 0, detail = 1} = {}): void {
  const at = (x: number) => ({clientX: x, clientY: 10, bubbles: true, cancelable: true, composed: true});
  target?.dispatchEvent(new PointerEvent('pointerdown', at(10)));
  target?.dispatchEvent(new MouseEvent('click', {...at(10 + travel), detail}));
}

describe('what is shown', () => {
  it('stands in the boxes of the author, with their classes and safe declarations', async () => {
    const box: LayoutBox = {
      kind: 'group',
      attributes: {class: 'side', style: 'color: red; position: fixed; background: url(//x.org)', display: 'inline'},
      inside: [plain('prompt')],
    };
    await show([box]);

    const shown = all('.root > .side.authored-inline')[0];
    expect(shown?.style.color).toBe('red');
    expect(shown?.style.position).toBe('');
    expect(shown?.style.cssText).not.toContain('url');
    expect(all('.side > .lsf-object > .lsf-richtext__line > shown-content')).toHaveLength(1);
  });

  it('is the part of that name, or the slot in the place of the object', async () => {
    await show(PAIR);

    expect(contents()).toMatchObject([{text: 'The prompt'}, {text: 'Left'}, {text: 'Right'}]);
  });

  it('is nothing where nothing is known of an object, and what stands in a tag that is unknown', async () => {
    await show([plain('nobody'), {kind: 'unknown', inside: [plain('prompt')]}]);

    expect(contents()).toMatchObject([{text: 'The prompt'}]);
  });

  it.each([
    [undefined, 'H4'],
    ['1', 'H1'],
    ['6', 'H6'],
    ['9', 'H4'],
  ])('has headings of the size %s', async (size, tag) => {
    await show([{kind: 'heading', text: '<b>Which?</b>', attributes: size ? {size} : {}}]);
    const heading = all('h1, h2, h3, h4, h5, h6')[0];

    expect(heading?.tagName).toBe(tag);
    expect(heading?.textContent).toBe('<b>Which?</b>');
  });

  it('unfolds, one at a time unless the author says otherwise', async () => {
    const fold = (text: string, attributes = {}): LayoutBox => ({
      kind: 'fold',
      text,
      attributes,
      inside: [plain('prompt')],
    });
    await show([
      {kind: 'folds', inside: [fold('A'), fold('B', {open: 'true'})]},
      {kind: 'folds', attributes: {accordion: 'false'}, inside: [fold('C')]},
    ]);

    expect(all('summary').map((one) => one.textContent)).toEqual(['A', 'B', 'C']);
    expect(all('details').map((one) => one.getAttribute('name'))).toEqual(['fold', 'fold', null]);
    expect(all<HTMLDetailsElement>('details').map(({open}) => open)).toEqual([false, true, false]);
  });

  it('is the address of a medium, and its HTML purified', async () => {
    const parts = [part('cat', 'https://x.org/cat.png'), part('odd', 'javascript:alert(1)'), part('page', '<p>x</p>')];
    const media = ['cat', 'odd'].map((name): LayoutBox => ({kind: 'medium', name}));
    await show([...media, {kind: 'html', name: 'page'}], {parts});

    expect(all('.authored-medium a').map((one) => one.getAttribute('href'))).toEqual(['https://x.org/cat.png']);
    expect(contents()).toMatchObject([{text: 'javascript:alert(1)'}, {text: '<p>x</p>', html: true}]);
  });

  it('is the image of an address, or what else an image may be in the data', async () => {
    const parts = [part('cat', ' https://x.org/cat.png\n'), part('odd', 'javascript:alert(1)')];
    const boxes = ['cat', 'odd'].map((name): LayoutBox => ({kind: 'image', name}));
    await show(boxes, {parts});

    expect(all('shown-image')).toMatchObject([{address: 'https://x.org/cat.png'}]);
    expect(all('shown-image a')[0]?.getAttribute('href')).toBe('https://x.org/cat.png');
    expect(all('shown-image')[0]?.textContent).toContain('Image, not shown:');
    expect(contents()).toMatchObject([{text: 'javascript:alert(1)'}]);
    layout.raw = true;
    await layout.updateComplete;
    expect(all('shown-image')).toHaveLength(0);
    expect(contents()).toMatchObject([{text: ' https://x.org/cat.png\n'}, {text: 'javascript:alert(1)'}]);
  });

  it('is not a list that is put in order elsewhere', async () => {
    const comparisons = [{control: 'order', objects: ['list'], slots: [{text: 'a'}, {text: 'b'}]}];
    await show([{kind: 'items', name: 'list'}, ask('order')], {comparisons, controls: [control('order', 'order')]});

    expect(all('.lsf-object')).toHaveLength(0);
    expect(all('control-field')[0]).toMatchObject({compared: comparisons[0]});
  });

  it('is repeated for each item of a list, also within another', async () => {
    const at = (...indexes: number[]) => indexes.map((index, repeater) => ({repeater, index}));
    await show(
      [
        {
          kind: 'repeat',
          repeater: 0,
          flag: '{{i}}',
          inside: [
            plain('turn_{{i}}'),
            {
              kind: 'repeat',
              repeater: 1,
              flag: '{{j}}',
              inside: [ask('rate_{{i}}_{{j}}', {title: 'Rate {{i}}/{{j}}'})],
            },
          ],
        },
      ],
      {
        parts: [part('turn_0', 'Hello', at(0)), part('turn_1', 'Bye', at(1))],
        controls: [
          control('rate_0_0', 'stars', {repeats: at(0, 0)}),
          control('rate_0_1', 'stars', {repeats: at(0, 1)}),
          control('rate_1_0', 'stars', {repeats: at(1, 0)}),
        ],
      },
    );

    expect(contents()).toMatchObject([{text: 'Hello'}, {text: 'Bye'}]);
    expect(all('control-field')).toMatchObject(
      ['0/0', '0/1', '1/0'].map((title) => ({box: {attributes: {title: `Rate ${title}`}}})),
    );
  });

  it('is what the page says is visible, given the boxes around it', async () => {
    layout.isVisible = (path) => !path.some(({attributes}) => attributes?.['classname'] === 'prompt');
    await show(PAIR);

    expect(contents()).toMatchObject([{text: 'Left'}, {text: 'Right'}]);
  });

  it('is word for word if texts are raw', async () => {
    layout.raw = true;
    await show(PAIR);

    expect(all('shown-content')).toMatchObject([{raw: true}, {raw: true}, {raw: true}]);
  });
});

describe('the pair', () => {
  it('is judged by a click on a side, or in the box that holds nothing else', async () => {
    await show(PAIR);
    click(sides()[0]);
    click(all('.lsf-richtext__line')[2]);
    click(all('.answer-box')[1]);
    click(all('.prompt')[0]);
    click(all('.root')[0]);

    const preferred = (slot: number) => ({control: 'pair', answer: {outcome: 'preference', slot}});
    expect(said).toEqual([preferred(0), preferred(1), preferred(1)]);
  });

  it('is not judged by a click that selects text, or that is the second of a double click', async () => {
    await show(PAIR);
    click(sides()[0], {travel: 50});
    click(all('.answer-box')[1], {travel: 50});
    click(sides()[0], {detail: 2});
    vi.spyOn(document, 'getSelection').mockReturnValue({toString: () => 'marked'} as Selection);
    click(sides()[0]);

    expect(said).toEqual([]);
  });

  it('is judged by a click on words once that cannot be the first of a double click any more', async () => {
    await show(PAIR);
    vi.useFakeTimers();
    click(all('shown-content')[1]);
    click(all('shown-content')[1], {detail: 2});
    vi.advanceTimersByTime(1000);
    expect(said).toEqual([]);

    click(all('shown-content')[2]);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(said).toEqual([{control: 'pair', answer: {outcome: 'preference', slot: 1}}]);
  });

  it('has a radio button for each side, with its key', async () => {
    await show(PAIR);
    expect(radio(1)?.textContent).toContain('Answer 2 is better');
    expect(radio(1)?.getAttribute('aria-keyshortcuts')).toBe('2 ArrowRight');
    click(radio(1) ?? undefined, {detail: 0});

    expect(said).toEqual([{control: 'pair', answer: {outcome: 'preference', slot: 1}}]);
  });

  it('gives the chosen side the looks of the author, and takes them away again', async () => {
    await show(PAIR, {}, {pair: {outcome: 'preference', slot: 0}});
    expect(sides()[0]?.style.cssText).toBe('background-color: green;');
    expect(sides()[0]?.className).toBe('lsf-object at-left authored-chosen');
    expect(sides()[1]?.style.cssText).toBe('');
    await sides()[0]?.updateComplete;
    expect(radio(0)?.getAttribute('aria-checked')).toBe('true');

    layout.answers = {pair: {outcome: 'tie'}};
    await layout.updateComplete;
    expect(sides()[0]?.style.cssText).toBe('');
  });

  it('is marked in the page’s own way if the author has none', async () => {
    await show([ask('pair'), plain('one'), plain('two')], {}, {pair: {outcome: 'preference', slot: 1}});

    expect(sides().map((side) => side.className)).toEqual(['lsf-object', 'lsf-object authored-chosen authored-plain']);
  });

  it('is not judged while that is blocked', async () => {
    layout.judgeable = false;
    await show(PAIR);
    click(sides()[0]);
    click(radio(0) ?? undefined, {detail: 0});
    expect(radio(0)?.getAttribute('aria-disabled')).toBe('true');

    layout.judgeable = true;
    await show(PAIR, {allows: ['skip']});
    click(sides()[0]);
    expect(said).toEqual([]);
  });

  it('has no scale of its own, but others have', async () => {
    const comparisons = [...SHOWN.comparisons, {...SHOWN.comparisons[0], control: 'safer', objects: ['one', 'two']}];
    await show([...PAIR, ask('safer')], {
      comparisons: comparisons as Shown['comparisons'],
      controls: [...SHOWN.controls, control('safer', 'preference')],
    });
    expect(all('control-field')).toMatchObject([{control: {name: 'safer'}, active: false}]);

    layout.active = 'safer';
    await layout.updateComplete;
    click(sides()[0]);
    expect(all('control-field')).toMatchObject([{active: true}]);
    expect(said).toEqual([{control: 'safer', answer: {outcome: 'preference', slot: 0}}]);
  });
});

describe('differences', () => {
  const SLOTS = [{text: 'The same beginning, and one end'}, {text: 'The same beginning, and another end'}];
  const differing = {comparisons: [{control: 'pair', objects: ['one', 'two'], slots: SLOTS}]};
  const notes = () => all('.authored-notes')[0]?.textContent.trim();
  const marked = () =>
    all<HTMLElementTagNameMap['diff-text']>('diff-text').map(({runs}) => runs.filter(({only}) => only).length > 0);

  it('are marked in both sides of the pair, with what the marks mean, and not in the prompt', async () => {
    layout.diff = true;
    await show(PAIR, differing);
    await eventually(() => expect(marked()).toEqual([true, true]));

    expect(contents()).toMatchObject([{text: 'The prompt'}]);
    expect(all('authored-answer diff-text')).toHaveLength(2);
    expect(notes()).toContain('What only one answer has is marked.');
  });

  it('are not looked for unless somebody asks', async () => {
    await show(PAIR, differing);

    expect(all('diff-text')).toHaveLength(0);
    expect(notes()).toBe('');
  });

  it('are none between texts that are the same, which is said whoever asks', async () => {
    await show(PAIR, {comparisons: [{control: 'pair', objects: ['one', 'two'], slots: [{text: 'x'}, {text: 'x'}]}]});

    expect(notes()).toBe('Both answers are the same text.');
  });

  it('are those of the pair that the keys are for', async () => {
    const safer = {control: 'safer', objects: ['three', 'four'], slots: [{text: 'a b'}, {text: 'a c'}]};
    layout.diff = true;
    layout.active = 'safer';
    await show([...PAIR, ask('safer'), plain('three'), plain('four')], {
      comparisons: [...SHOWN.comparisons, safer],
      controls: [...SHOWN.controls, control('safer', 'preference')],
    });
    await eventually(() => expect(marked()).toEqual([true, true]));

    expect(contents()).toMatchObject([{text: 'The prompt'}, {text: 'Left'}, {text: 'Right'}]);
  });
});

describe('controls', () => {
  it('are asked at their place, with what is missing', async () => {
    layout.problems = {why: 'Please say why.'};
    await show([...PAIR, ask('why', {title: 'Why?'})], {}, {why: {text: ['x']}});

    expect(all('control-field')[0]).toMatchObject({
      control: SHOWN.controls[1],
      problem: 'Please say why.',
      answer: {text: ['x']},
      className: 'lsf-text-area',
    });
  });

  it('are not asked if the task does not have them', async () => {
    await show([ask('nobody')]);

    expect(all('control-field')).toHaveLength(0);
  });

  it('get the focus, and what folds them unfolds', async () => {
    await show([...PAIR, {kind: 'folds', inside: [{kind: 'fold', text: 'More', inside: [ask('why')]}]}]);
    const field = layout.shadowRoot?.querySelector('control-field');
    await field?.updateComplete;
    const focus = vi.spyOn(field ?? document.createElement('control-field'), 'focusField');

    expect(layout.focusControl('why')).toBe(true);
    expect(all<HTMLDetailsElement>('details')[0]?.open).toBe(true);
    expect(focus).toHaveBeenCalledOnce();
    expect(layout.focusControl('pair')).toBe(true);
    expect(sides()[0]?.shadowRoot?.activeElement).toBe(radio(0));
    expect(layout.focusControl('nobody')).toBe(false);
  });
});

describe('the author’s sheet', () => {
  const adopted = () =>
    [...(layout.shadowRoot?.adoptedStyleSheets.at(-1)?.cssRules ?? [])].map((rule) => rule.cssText).join(' ');

  it('is adopted as far as it is safe, after what is ours', async () => {
    await show([{kind: 'sheet', text: 'body { color: red } .a { position: fixed; background: url(//x.org) }'}]);

    expect(adopted()).toContain('.authored-root { color: red; }');
    expect(adopted()).not.toMatch(/fixed|url/);
    expect(layout.hasAttribute('styled')).toBe(true);
  });

  it('is gone with the layout that it was for', async () => {
    await show([{kind: 'sheet', text: '.a { color: red }'}]);
    await show([plain('prompt')]);

    expect(adopted()).toBe('');
    expect(layout.hasAttribute('styled')).toBe(false);
  });
});

it('is light wherever its author said what it looks like', async () => {
  await show([{kind: 'group', attributes: {style: 'color: black'}}]);

  expect(layout.hasAttribute('styled')).toBe(true);
});

it.each([
  ['page-down', 0, 85],
  ['line-up', 100, 60],
  ['line-up', 0, 0],
] as const)('scrolls by %s from %i', (command, from, to) => {
  Object.defineProperties(layout, {scrollHeight: {value: 900}, clientHeight: {value: 100}});
  layout.scrollTop = from;
  layout.scrollBy = ((by: ScrollToOptions) => {
    layout.scrollTop = Math.max(0, layout.scrollTop + (by.top ?? 0));
  }) as typeof layout.scrollBy;

  expect(layout.scrollAnswers(command)).toBe(from !== to);
  expect(layout.scrollTop).toBe(to);
});
