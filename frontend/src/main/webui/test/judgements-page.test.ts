// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';

import {Problem, Unreachable} from '../src/requests.js';
import '../src/elements/judgements-page.js';
import type {JudgementsPageElement} from '../src/elements/judgements-page.js';
import {Outbox} from '../src/model/outbox.js';
import {placeOf} from '../src/navigation.js';
import {loadAhead} from '../src/parts.js';
import {FakeClock, FakeServer, MemoryShelf, control, down, eventually, listed, pressKey, settle} from './fakes.js';

const PAIR = control('comparison', 'preference');
const WHY = control('why', 'words');

describe('judgements-page', () => {
  let page: JudgementsPageElement;
  let server: FakeServer;
  let outbox: Outbox;
  let clock: FakeClock;

  beforeAll(loadAhead);

  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    vi.stubGlobal('scrollTo', () => undefined);
    server = new FakeServer(0, {controls: [PAIR, WHY]});
    server.earlier = [
      listed(3, {outcome: 'tie', answers: {why: {text: ['equal']}}}, {revision: 2}),
      listed(2, null, {beginning: 'Something else'}),
      listed(1, {outcome: 'preference', slot: 0, answers: {}}),
    ];
    clock = new FakeClock();
  });

  afterEach(() => {
    page.remove();
    window.removeEventListener('prefstream-navigated', follow);
    vi.unstubAllGlobals();
  });

  async function open(path = '/projects/7/judgements'): Promise<void> {
    vi.stubGlobal('fetch', async (path: string) => {
      try {
        return new Response(JSON.stringify(await answer(new URL(path, 'http://test'))));
      } catch (failure) {
        if (failure instanceof Unreachable) throw failure;
        return new Response('{}', {status: failure instanceof Problem ? failure.status : 500});
      }
    });
    outbox = new Outbox({shelf: new MemoryShelf(), later: clock.later, send: (entry) => server.verdict(entry)});
    history.replaceState(null, '', path);
    page = document.createElement('judgements-page');
    page.projectId = 7;
    page.outbox = outbox;
    follow();
    document.body.append(page);
    window.addEventListener('prefstream-navigated', follow);
    await quiet();
  }

  /** Does what the application does when the address changes. */
  function follow(): void {
    const place = placeOf(location.pathname, '');
    if (place.page === 'judgements') page.annotationId = place.annotationId;
  }

  async function answer({pathname, searchParams}: URL): Promise<unknown> {
    const before = searchParams.get('before');
    const wanted = {search: searchParams.get('search') ?? '', ...(before && {before: Number(before)})};
    if (pathname.endsWith('/judgements')) return server.judgements(7, {limit: 20, ...wanted});
    if (pathname.endsWith('/summary')) return server.summary();
    const one = /judgements\/(\d+)$/.exec(pathname);
    return one ? server.judgement(Number(one[1])) : {title: 'Round 3'};
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 8; i++) await settle();
  }

  function part(...path: string[]): HTMLElement | undefined {
    let found: Element | null | undefined = page;
    for (const selector of path) found = found?.shadowRoot?.querySelector(selector);
    return (found as HTMLElement | null) ?? undefined;
  }

  function focused(): Element {
    let element = document.activeElement ?? document.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  async function press(key: string, held: Partial<KeyboardEvent> = {}): Promise<void> {
    pressKey(focused, key, held);
    await quiet();
  }

  const rows = () => [...(part('judgement-list')?.shadowRoot?.querySelectorAll('judgement-row') ?? [])];
  const words = (element: Element | undefined) =>
    (element?.shadowRoot?.querySelector('a') ?? element)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

  it('lists what was judged, with what was said in words, and marks what was changed', async () => {
    await open();

    expect(rows().map(words)).toEqual([
      expect.stringMatching(/^#3 Prompt 3 Tie why: equal Changed .+/),
      expect.stringMatching(/^#2 Something else Skipped [^C]+$/),
      expect.stringMatching(/^#1 Prompt 1 Answer 1 is better [^C]+$/),
    ]);
    expect(rows()[0]?.shadowRoot?.querySelector('a')?.getAttribute('href')).toBe('/projects/7/judgements/503');
  });

  it('says so where nothing is judged yet, and offers no search', async () => {
    server.earlier = [];
    await open();

    expect(part('judgement-list', 'page-message')?.getAttribute('headline')).toBe('Nothing judged yet');
    expect(part('judgement-list', 'input')).toBeUndefined();
  });

  it('finds a text, and keeps the field when it is emptied after nothing was found', async () => {
    await open();
    const field = part('judgement-list', 'input') as HTMLInputElement;
    const find = async (words: string) => {
      field.value = words;
      field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      await eventually(() => expect(server.wanted.at(-1)?.search).toBe(words));
      await quiet();
    };
    await find('Something');
    expect(rows()).toHaveLength(1);
    await find('zebra');
    expect(part('judgement-list', 'page-message')?.textContent).toContain('contains “zebra”');

    field.value = '';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await quiet();
    expect(part('judgement-list', 'input')).toBe(field);
    expect(part('judgement-list', 'page-message')?.getAttribute('headline')).toBe('Nothing found');
  });

  it('says so where the server is away, and tries again when asked', async () => {
    server.failNext.judgements.push(down());
    await open();
    expect(part('judgement-list', 'page-message')?.getAttribute('headline')).toContain('cannot be shown right now');
    part('judgement-list', 'page-message button')?.click();
    await quiet();

    expect(rows()).toHaveLength(3);
  });

  it('opens a judgement with its answers, and changes it as the labeling page does', async () => {
    await open('/projects/7/judgements/503');
    expect(part('judgement-view', 'verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Tie');
    expect(part('judgement-view', 'verdict-bar', '.save')?.textContent).toContain('Save the change');
    expect(part('judgement-view', 'verdict-bar', '[aria-keyshortcuts^="Control+Z"]')).toBeUndefined();
    await press('2');

    const answers = {why: {text: ['equal']}};
    expect(server.verdicts).toMatchObject([{leaseId: 'annotation 503', verdict: {slot: 1}, answers}]);
    expect(location.pathname).toBe('/projects/7/judgements');
    expect(part('.notice')?.textContent).toBe('Changed to: answer 2 is better.');
    expect(words(rows()[0])).toContain('Answer 2 is better');
    expect(focused().getAttribute('href')).toBe('/projects/7/judgements/503');
  });

  it('saves other answers by Ctrl+Enter', async () => {
    await open('/projects/7/judgements/503');
    const field = part(
      'judgement-view',
      'task-view',
      'control-strip',
      'control-field',
      'words-field',
      'textarea',
    ) as HTMLInputElement;
    field.value = 'very equal';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await press('Enter', {ctrlKey: true});

    expect(server.verdicts).toMatchObject([{verdict: {outcome: 'tie'}, answers: {why: {text: ['very equal']}}}]);
    expect(part('.notice')?.textContent).toBe('Changed to: tie.');
  });

  it('drops what was changed and is not saved by a second Esc only', async () => {
    await open('/projects/7/judgements/503');
    const field = part(
      ...['judgement-view', 'task-view', 'control-strip', 'control-field', 'words-field', 'textarea'],
    ) as HTMLInputElement;
    field.value = 'other';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await press('Escape');
    expect(part('judgement-view', 'said-words', '[role=status]')?.textContent).toContain('are not saved. Press again');
    await press('Escape');

    expect(location.pathname).toBe('/projects/7/judgements');
    expect(server.verdicts).toEqual([]);
  });

  it('sends nothing where the same is said again, and nothing where it is left by Esc', async () => {
    await open('/projects/7/judgements/503');
    await press('0');
    expect(part('.notice')?.textContent).toBe('Nothing was changed: tie.');
    rows()[1]?.shadowRoot?.querySelector('a')?.focus();
    history.pushState(null, '', '/projects/7/judgements/502');
    follow();
    await quiet();
    expect(part('.notice')?.textContent).toBe('');
    await press('Escape');

    expect(location.pathname).toBe('/projects/7/judgements');
    expect(server.verdicts).toEqual([]);
  });

  it('shows a change before it has reached the server, and keeps it', async () => {
    server.failNext.verdict.push(down());
    await open();
    history.pushState(null, '', '/projects/7/judgements/501');
    follow();
    await quiet();
    await press('b');
    expect(words(rows()[2])).toContain('Both bad Saving…');
    expect(outbox.size).toBe(1);

    history.pushState(null, '', '/projects/7/judgements/501');
    follow();
    await quiet();
    expect(part('judgement-view', 'verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Both bad');
    await press('Escape');
    await clock.pass(20_000);
    expect(server.verdicts).toMatchObject([{verdict: {outcome: 'both_bad'}}]);
    await quiet();
    expect(words(rows()[2])).toContain('Both bad Changed');
  });

  it('shows to be read only what the project does not let change', async () => {
    server.mayChange = false;
    await open('/projects/7/judgements/503');
    expect(part('judgement-view', 'verdict-bar')).toBeUndefined();
    expect(part('judgement-view', 'task-view', 'said-answers', 'dd')?.textContent).toBe('equal');
    await press('1');

    expect(server.verdicts).toEqual([]);
    expect(part('judgement-view', 'said-words', '[role=status]')?.textContent).toContain('takes no changes');
  });

  it('says so where there is no such judgement, and where the server is away', async () => {
    await open('/projects/7/judgements/999');
    expect(part('judgement-view', 'page-message')?.getAttribute('headline')).toBe('There is no such judgement');

    server.failNext.judgement.push(down());
    history.pushState(null, '', '/projects/7/judgements/502');
    follow();
    await quiet();
    part('judgement-view', 'page-message button')?.click();
    await quiet();
    expect(part('judgement-view', 'verdict-bar', '[aria-pressed=true] .full')?.textContent).toBe('Skip');
  });

  it('says how often a person agreed with themselves, to them alone', async () => {
    localStorage.setItem('prefstream.consistency.3.7', '{"same":7,"of":8,"since":0}');
    await open();
    expect(part('.consistency')).toBeUndefined();
    page.userId = 3;
    await quiet();
    expect(part('.consistency')?.textContent).toBe(
      'You agreed with yourself 7 of 8 times. Only you see this, in this browser.',
    );
    localStorage.clear();
  });

  it('has no faults that axe finds', async () => {
    const rules = {'color-contrast': {enabled: false}, region: {enabled: false}};
    const faults = async () => {
      const {violations} = await axe.run(page, {rules});
      return violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]);
    };
    await open();
    expect(await faults()).toEqual([]);
    history.pushState(null, '', '/projects/7/judgements/503');
    follow();
    await quiet();
    expect(await faults()).toEqual([]);
  });
});
