// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/labeling-view.js';
import type {LabelingViewElement} from '../src/elements/labeling-view.js';
import {Outbox} from '../src/model/outbox.js';
import {loadAhead, parts} from '../src/parts.js';
import type {Control, LayoutView, Shown} from '../src/shown.js';
import {FakeClock, FakeServer, boxOf, compared, control, layoutOf, listed, option, settle, pressKey} from './fakes.js';

const PAIR = control('comparison', 'preference');
const WHY = control('why', 'words', {required: true});

describe('labeling-view', () => {
  let view: LabelingViewElement;
  let server: FakeServer;
  /** Makes the server ready before the page opens. */
  let prepare: () => void;

  beforeAll(loadAhead);

  beforeEach(() => {
    prepare = () => undefined;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
  });

  afterEach(() => {
    view.remove();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    sessionStorage.clear();
  });

  async function open(controls: Control[], asks: Partial<Shown> = {}, layout: LayoutView | null = null): Promise<void> {
    server = new FakeServer(5, {controls, ...asks, follows_layout: layout !== null}, layout);
    prepare();
    vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(await answer(path))));
    view = document.createElement('labeling-view');
    view.outbox = new Outbox({shelf: undefined, later: new FakeClock().later, send: (entry) => server.verdict(entry)});
    view.projectId = 7;
    document.body.append(view);
    await quiet();
  }

  async function answer(path: string): Promise<unknown> {
    const {pathname} = new URL(path, 'http://test');
    if (pathname.endsWith('/leases')) return server.leases(7, 3);
    if (pathname.endsWith('/judgements')) return server.judgements(7, {});
    const one = /judgements\/(\d+)$/.exec(pathname);
    return one ? server.judgement(Number(one[1])) : {};
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function press(key: string, held: Partial<KeyboardEvent> = {}): Promise<void> {
    pressKey(focused, key, held);
    await quiet();
  }

  function focused(): Element {
    let element = document.activeElement ?? document.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  /** Finds an element through the shadow roots of those before it. */
  function part(...path: string[]): HTMLElement | undefined {
    let found: Element | null | undefined = view;
    for (const selector of path) found = found?.shadowRoot?.querySelector(selector);
    return (found as HTMLElement | null) ?? undefined;
  }

  async function write(words: string): Promise<void> {
    const field = part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await quiet();
  }

  const status = () => part('said-words', '[role=status]');
  const number = () =>
    (part('task-view', 'comparison-view', 'task-notes', 'span') ?? part('task-view', 'task-notes', 'span'))
      ?.textContent;

  it('judges a pair alone by one key, with nothing else around', async () => {
    await open([PAIR]);
    expect(part('task-view', 'control-strip')).toBeUndefined();
    expect(part('verdict-bar', '.save')).toBeUndefined();
    await press('1');

    expect(server.verdicts).toMatchObject([{leaseId: 'L1', verdict: {outcome: 'preference', slot: 0}}]);
    expect(number()).toBe('#2');
  });

  it('judges what is shown, however fast keys come', async () => {
    await open([PAIR]);
    void press('1');
    await press('2');

    expect(server.verdicts.map(({verdict}) => verdict)).toMatchObject([{slot: 0}, {slot: 1}]);
  });

  it('keeps a verdict as chosen, says what is missing, and goes there', async () => {
    await open([PAIR, WHY]);
    await press('2');

    expect(server.verdicts).toEqual([]);
    expect(part('task-view', 'comparison-view', 'answer-group', 'answer-card[chosen]', '.name')?.textContent).toBe(
      'Answer 2',
    );
    expect(part('verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Answer 2 is better');
    expect(focused()).toBe(part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea'));
    expect(status()?.textContent).toBe('You said: answer 2 is better. “why” still needs an answer.');
    expect(status()?.className).toBe('demand');
    expect(part('task-view', 'control-strip', 'control-field', 'words-field', '.problem')?.textContent).toContain(
      '“why” still needs',
    );
  });

  it('saves by Ctrl+Enter from within a text field, after which no field has the focus', async () => {
    await open([PAIR, WHY]);
    await press('2');
    await write('shorter');
    expect(status()?.className).toBe('unseen');
    await press('Enter', {ctrlKey: true});

    expect(server.verdicts).toMatchObject([
      {leaseId: 'L1', verdict: {outcome: 'preference', slot: 1}, answers: {why: {text: ['shorter']}}},
    ]);
    expect(number()).toBe('#2');
    expect(focused()).toBe(document.body);
  });

  it('saves by its button', async () => {
    await open([WHY], {comparisons: []});
    await write('good');
    part('verdict-bar', '.save')?.click();
    await quiet();

    expect(server.verdicts).toMatchObject([{leaseId: 'L1', answers: {why: {text: ['good']}}}]);
    expect(server.verdicts[0]).not.toHaveProperty('verdict');
  });

  it('goes back with all answers', async () => {
    await open([PAIR, WHY]);
    await write('shorter');
    await press('1');
    expect(number()).toBe('#2');
    await press('z', {ctrlKey: true});

    expect(number()).toBe('#1');
    expect(
      (part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLInputElement).value,
    ).toBe('shorter');
    expect(part('verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Answer 1 is better');
  });

  it('goes back over a reload to what the server has, and sends the change to it', async () => {
    prepare = () => (server.earlier = [listed(9, {outcome: 'preference', slot: 1, answers: {}})]);
    await open([PAIR]);
    await press('z', {ctrlKey: true});
    expect(number()).toBe('#9');
    expect(part('verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Answer 2 is better');
    expect(part('task-view', 'comparison-view', 'task-notes', '.note')?.textContent).toContain(
      'Choose again to change',
    );
    expect(part('main')?.getAttribute('aria-busy')).toBe('true');
    await vi.waitUntil(() => part('main')?.getAttribute('aria-busy') === 'false');
    await press('1');

    expect(server.verdicts).toMatchObject([{leaseId: 'annotation 509', verdict: {outcome: 'preference', slot: 0}}]);
    expect(number()).toBe('#1');
  });

  it('takes no key for another task while the earlier one is on its way', async () => {
    prepare = () => (server.earlier = [listed(9, {outcome: 'tie', answers: {}})]);
    await open([PAIR]);
    void press('z', {ctrlKey: true});
    await press('1');

    expect(server.verdicts).toEqual([]);
    expect(number()).toBe('#9');
  });

  it('keeps what is written while the earlier one is on its way, and says that it is', async () => {
    let arrive: () => void = () => undefined;
    prepare = () => {
      server.earlier = [listed(9, {outcome: 'tie', answers: {}})];
      const list = server.judgements;
      const slow = new Promise<void>((resolve) => (arrive = resolve));
      server.judgements = (...asked) => slow.then(() => list(...asked));
    };
    await open([PAIR, WHY]);
    await press('z', {ctrlKey: true});
    expect(status()?.textContent).toBe('Fetching what you judged before… Esc stays here.');
    await write('meanwhile');
    arrive();
    await quiet();
    expect(number()).toBe('#9');
    await press('Escape');

    expect(number()).toBe('#1');
    const field = part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLInputElement;
    expect(field.value).toBe('meanwhile');
  });

  it('shows what cannot be changed to be read only, and says why', async () => {
    prepare = () => {
      server.earlier = [listed(9, {outcome: 'tie', answers: {why: {text: ['equal']}}})];
      server.mayChange = false;
    };
    await open([PAIR, WHY]);
    await press('z', {ctrlKey: true});
    expect(part('task-view', 'comparison-view', 'task-notes', '.note')?.textContent).toContain('takes no changes');
    expect(part('task-view', 'control-strip')).toBeUndefined();
    expect(part('task-view', 'said-answers', 'dd')?.textContent).toBe('equal');
    expect(part('verdict-bar', '.save')).toBeUndefined();
    await press('1');
    expect(server.verdicts).toEqual([]);
    expect(status()?.textContent).toContain('takes no changes');

    await press('Escape');
    expect(number()).toBe('#1');
  });

  it('goes forward again by Ctrl+Y', async () => {
    await open([PAIR]);
    await press('1');
    await press('z', {ctrlKey: true});
    expect(number()).toBe('#1');
    await press('y', {ctrlKey: true});

    expect(number()).toBe('#2');
    expect(server.verdicts).toHaveLength(1);
  });

  it('restores what was begun, quietly', async () => {
    prepare = () => server.begun.set(1, {answers: {why: {text: ['begun']}}});
    await open([PAIR, WHY]);

    expect(
      (part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLInputElement).value,
    ).toBe('begun');
    expect(part('task-view', 'comparison-view', 'task-notes', '.restored')?.textContent).toContain('Restored what you');
    await press('2');
    expect(server.verdicts).toMatchObject([{hadDraft: true, answers: {why: {text: ['begun']}}}]);
    expect(part('task-view', 'comparison-view', 'task-notes', '.restored')).toBeUndefined();
  });

  it('goes on writing after a save by keyboard, and not after one by pointer', async () => {
    await open([WHY], {comparisons: []});
    await write('good');
    await press('Enter', {ctrlKey: true});
    expect(server.verdicts).toHaveLength(1);
    expect(focused()).toBe(part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea'));

    await write('better');
    document.body.dispatchEvent(new Event('pointerdown'));
    const click = new MouseEvent('click', {detail: 1, bubbles: true, composed: true});
    part('verdict-bar', '.save')?.dispatchEvent(click);
    await quiet();
    expect(server.verdicts).toHaveLength(2);
    expect(focused()).not.toBe(part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea'));
  });

  it('begins with the texts of the configuration, which stay removed once they are', async () => {
    const why = boxOf('why', {value: 'Because'});
    await open([PAIR, WHY], {}, layoutOf(boxOf('comparison'), why));
    const area = () =>
      part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLTextAreaElement;
    expect(area().value).toBe('Because');
    await press('1');
    expect(server.verdicts).toMatchObject([{answers: {why: {text: ['Because']}}}]);
    await write('');
    await press('Escape');
    await press('z', {ctrlKey: true});
    await press('Escape');

    expect(number()).toBe('#2');
    expect(area().value).toBe('');
  });

  it('quotes what is selected in the rationale by R, and goes on there', async () => {
    await open([PAIR, WHY]);
    await write('Because');
    const card = ['task-view', 'comparison-view', 'answer-group', 'answer-card', 'shown-content', 'prose-text', 'p'];
    const words = [...(part(...card)?.childNodes ?? [])].find(({textContent}) => textContent === 'one');
    const range = {startContainer: words, startOffset: 0, endContainer: words, endOffset: 2, collapsed: false};
    const selection = {rangeCount: 1, getComposedRanges: () => [range], removeAllRanges: () => undefined};
    vi.spyOn(document, 'getSelection').mockReturnValue(selection as unknown as Selection);
    await press('r');
    const field = part('task-view', 'control-strip', 'control-field', 'words-field', 'textarea') as HTMLTextAreaElement;

    expect(field.value).toBe('Because\n> on\n');
    expect(focused()).toBe(field);
    expect(field.selectionStart).toBe(field.value.length);
    expect(status()?.textContent).toBe('Quoted.');
    await press('2');
    expect(server.verdicts).toEqual([]);
  });

  it('says by R that no rationale is asked', async () => {
    await open([PAIR]);
    await press('r');

    expect(status()?.textContent).toBe('This project asks for no rationale.');
  });

  it('opens what was judged by J', async () => {
    await open([PAIR]);
    await press('j');

    expect(location.pathname).toBe('/projects/7/judgements');
  });

  it('says the same again when the same is still missing', async () => {
    await open([PAIR, WHY]);
    await press('Enter', {ctrlKey: true});
    const first = status()?.textContent;
    await press('Enter', {ctrlKey: true});

    expect(status()?.textContent).not.toBe(first);
    expect(status()?.textContent.trim()).toBe(first);
  });

  it('leads to the cards of a pair, where the verdict keys work', async () => {
    const second = control('second', 'preference');
    await open([PAIR, second], {comparisons: [compared('comparison'), compared('second', ['c', 'd'], ['x', 'y'])]});
    await press('1');
    expect(part('verdict-bar', '.pair')?.textContent).toBe('“second”');
    expect(focused().getAttribute('role')).toBe('radio');
    await press('ArrowRight');

    expect(server.verdicts).toMatchObject([{verdict: {slot: 0}, answers: {second: {outcome: 'preference', slot: 1}}}]);
  });

  it('says what was judged, and goes back from there', async () => {
    await open([PAIR]);
    await press('2');
    expect(part('last-verdict', 'b')?.textContent).toBe('Answer 2');
    part('last-verdict', 'button')?.click();
    await quiet();

    expect(number()).toBe('#1');
    expect(part('last-verdict', '.chip')).toBeUndefined();
  });

  it('shows the layout of the author where the configuration says so', async () => {
    await open([PAIR, WHY], {}, {...layoutOf(boxOf('comparison'), boxOf('why')), as_configured: true});

    expect(part('task-view', 'authored-layout')).toBeDefined();
    expect(part('task-view', 'comparison-view')).toBeUndefined();
    expect(part('task-view', 'task-notes', 'span')?.textContent).toBe('#1');
    expect(part('verdict-bar', '.save')).toBeDefined();
  });

  it('shows the layout of another task anew, and leads to what it asks', async () => {
    const inside = {kind: 'fold' as const, text: 'More', inside: [boxOf('why')]};
    await open([PAIR, WHY], {}, {...layoutOf(boxOf('comparison'), inside), as_configured: true});
    const layout = part('task-view', 'authored-layout');
    const fold = () => part('task-view', 'authored-layout', 'details') as HTMLDetailsElement;
    fold().open = true;
    await press('s');
    expect(number()).toBe('#2');
    expect(part('task-view', 'authored-layout')).not.toBe(layout);
    expect(fold().open).toBe(false);
    await press('1');

    expect(focused().localName).toBe('textarea');
  });

  it.each([
    [false, ['control-strip']],
    [true, ['authored-layout']],
  ])('prints the keys of options that work, as authored: %s', async (asConfigured, path) => {
    const kind = boxOf('kind', {}, [option('good', {hotkey: 'x'}), option('bad', {hotkey: '1'})]);
    const layout = {...layoutOf(boxOf('comparison'), kind), as_configured: asConfigured};
    await open([PAIR, control('kind', 'choice', {choices: ['good', 'bad']})], {}, layout);
    const field = part('task-view', ...path, 'control-field:not(.lsf-pair)', 'choice-field')?.shadowRoot;
    const keys = () => [...(field?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent);
    expect(keys()).toEqual(['X']);
    field?.querySelector('input')?.focus();
    await press('1');

    expect(server.verdicts).toMatchObject([{verdict: {slot: 0}, answers: {}}]);
  });

  it('asks nothing besides where the task cannot be judged here', async () => {
    await open([PAIR, WHY], {allows: ['skip'], demanded: ['box']});

    expect(part('task-view', 'control-strip')).toBeUndefined();
    expect(part('verdict-bar', '.save')).toBeUndefined();
    expect(part('task-view', 'comparison-view', 'task-notes', '.blocked')?.textContent).toContain('“box”');
  });

  it('has no faults that axe finds', async () => {
    const second = control('second', 'preference');
    await open([PAIR, second, WHY], {comparisons: [compared('comparison'), compared('second')], strength: true});
    await press('1');
    const {violations} = await axe.run(view, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });

  describe('while a part of the page is missing', () => {
    let arrive: () => void;
    let fail: () => void;

    beforeEach(() => {
      const loaded = vi.spyOn(parts.fields, 'loaded', 'get').mockReturnValue(undefined);
      const failed = vi.spyOn(parts.fields, 'failed', 'get').mockReturnValue(false);
      vi.spyOn(parts.fields, 'load').mockImplementation(
        () =>
          new Promise((resolve, reject) => {
            arrive = () => {
              loaded.mockRestore();
              failed.mockRestore();
              resolve({} as never);
            };
            fail = () => {
              failed.mockReturnValue(true);
              reject(new Error('away'));
            };
          }),
      );
    });

    const message = () => part('page-message');

    it('holds back a task that needs it, and takes no verdict for it', async () => {
      await open([PAIR, WHY]);
      expect(part('task-view')).toBeUndefined();
      expect(part('no-comparison')).toBeDefined();
      for (const key of ['1', 's', 'Enter']) await press(key, {ctrlKey: key === 'Enter'});
      part('verdict-bar', 'button')?.click();
      await quiet();
      expect(server.verdicts).toEqual([]);

      arrive();
      await quiet();
      await press('1');
      expect(status()?.textContent).toContain('still needs an answer');
      await write('shorter');
      await press('Enter', {ctrlKey: true});
      expect(server.verdicts).toMatchObject([{leaseId: 'L1', answers: {why: {text: ['shorter']}}}]);
    });

    it('shows a task that does not need it at once', async () => {
      await open([PAIR]);
      expect(number()).toBe('#1');
    });

    it('says that it did not load, takes no verdict, and tries again', async () => {
      await open([PAIR, WHY]);
      fail();
      await quiet();
      expect(message()?.getAttribute('headline')).toBe('A part of this page did not load');
      await press('1');
      await press('s');
      expect(server.verdicts).toEqual([]);

      message()?.querySelector('button')?.click();
      await quiet();
      expect(message()).toBeDefined();
      arrive();
      await quiet();
      expect(message()).toBeUndefined();
      expect(number()).toBe('#1');
    });

    it('says that the keys cannot be listed', async () => {
      vi.spyOn(parts.keys, 'load').mockRejectedValue(new Error('away'));
      await open([PAIR]);
      await press('?');
      expect(status()?.textContent).toContain('A part of this page did not load');
    });
  });
});
