// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';

import {consistencyOf} from '../src/consistency-store.js';
import '../src/elements/labeling-view.js';
import type {LabelingViewElement} from '../src/elements/labeling-view.js';
import {Outbox} from '../src/model/outbox.js';
import {loadAhead, parts} from '../src/parts.js';
import type {Shown} from '../src/shown.js';
import {FakeClock, FakeServer, compared, control, settle, pressKey} from './fakes.js';

const WANTED: Partial<Shown> = {check_consistency: true};
const PAIR = control('comparison', 'preference');

describe('a pair that is asked again', () => {
  let view: LabelingViewElement;
  let server: FakeServer;
  /** Each test is somebody else, because the page remembers what a person has judged. */
  let person = 0;
  /** What is asked of the server besides leases and verdicts. */
  let fetched: string[];

  beforeAll(async () => {
    await loadAhead();
    await parts.rechecks.load();
  });

  beforeEach(() => {
    localStorage.clear();
    person++;
    fetched = [];
    const observer = class {
      observe = () => undefined;
      disconnect = () => undefined;
    };
    vi.stubGlobal('IntersectionObserver', observer);
    vi.stubGlobal('scrollTo', () => undefined);
  });

  afterEach(() => {
    view.remove();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    sessionStorage.clear();
  });

  async function open(asks: Partial<Shown> = WANTED, source = new FakeServer(30, asks)): Promise<void> {
    server = source;
    vi.stubGlobal('fetch', async (path: string) => {
      if (path.endsWith('/leases')) return new Response(JSON.stringify(await server.leases(7, 3)));
      fetched.push(path);
      return new Response('{}');
    });
    view = document.createElement('labeling-view');
    view.outbox = new Outbox({shelf: undefined, later: new FakeClock().later, send: (entry) => server.verdict(entry)});
    view.userId = person;
    view.projectId = 7;
    document.body.append(view);
    await quiet();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function press(key: string, held: Partial<KeyboardEvent> = {}): Promise<void> {
    pressKey(() => document.body, key, held);
    await quiet();
  }

  async function judge(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await press('1');
  }

  function part(...path: string[]): HTMLElement | undefined {
    let found: Element | null | undefined = view;
    for (const selector of path) found = found?.shadowRoot?.querySelector(selector);
    return (found as HTMLElement | null) ?? undefined;
  }

  const notice = () => part('recheck-notice', '[role=status]')?.textContent.replace(/\s+/g, ' ').trim();
  const isAsked = () => notice()?.startsWith('You judged this pair before.') ?? false;
  const number = () => part('task-view', 'comparison-view', 'task-notes', 'span')?.textContent;
  const answers = () =>
    [...(part('task-view', 'comparison-view', 'answer-group')?.shadowRoot?.querySelectorAll('answer-card') ?? [])].map(
      (card) => (card as unknown as {content: {text: string}}).content.text,
    );

  it('looks like a task, with its answers in swapped places, and says that it is a repeat', async () => {
    await open();
    expect(answers()).toEqual(['one', 'two']);
    await judge(10);
    expect(isAsked()).toBe(false);
    await judge(1);

    expect(isAsked()).toBe(true);
    expect(number()).toBe('#1');
    expect(answers()).toEqual(['two', 'one']);
  });

  it('is judged by the same keys, and afterwards says how that stands to before, with nothing sent', async () => {
    await open();
    await judge(11);
    await press('2');

    expect(notice()).toBe('The same as before. You agreed with yourself 1 of 1 time.');
    expect(number()).toBe('#12');
    expect(answers()).toEqual(['one', 'two']);
    expect(server.verdicts).toHaveLength(11);
    expect(fetched).toEqual([]);
    expect(part('labeling-header', 'progress-meter')).toMatchObject({mine: 11, skipped: 0});
    expect(part('last-verdict', '.chip')?.textContent).toContain('#11');
    await press('1');
    expect(notice()).toBe('');
    expect(server.verdicts.at(-1)?.leaseId).toBe('L12');
  });

  it('says that the other answer was better before', async () => {
    await open();
    await judge(11);
    await press('1');

    expect(notice()).toBe('Before, you preferred the other one. You agreed with yourself 0 of 1 time.');
  });

  it.each(['s', 'Escape'])('is left out by %s, and nobody asks why', async (key) => {
    await open({...WANTED, ask_skip_reason: true});
    await judge(11);
    await press(key);

    expect([isAsked(), notice(), number()]).toEqual([false, '', '#12']);
    expect(server.verdicts).toHaveLength(11);
    expect(consistencyOf(person, 7)).toMatchObject({of: 0});
  });

  it('is left out by its button, also where the project lets nobody skip', async () => {
    await open({...WANTED, allows: ['preference', 'tie']});
    await judge(11);
    part('recheck-notice', 'button')?.click();
    await quiet();

    expect([isAsked(), number()]).toEqual([false, '#12']);
  });

  it('gives way to Ctrl+Z, which takes the last real judgement back', async () => {
    await open();
    await judge(11);
    await press('z', {ctrlKey: true});
    expect([isAsked(), number()]).toEqual([false, '#11']);

    await press('0');
    expect(server.verdicts.at(-1)).toMatchObject({verdict: {outcome: 'tie'}});
    expect([isAsked(), number()]).toEqual([false, '#12']);
  });

  it('leaves Ctrl+Z after it to the last real judgement', async () => {
    await open();
    await judge(11);
    await press('2');
    await press('z', {ctrlKey: true});

    expect(number()).toBe('#11');
  });

  it('asks the pair alone where more is asked of a task', async () => {
    await open({...WANTED, controls: [PAIR, control('why', 'words')], comparisons: [compared('comparison')]});
    await judge(11);

    expect(isAsked()).toBe(true);
    expect(part('task-view', 'control-strip')).toBeUndefined();
    expect(part('verdict-bar', '.save')).toBeUndefined();
    await press('2');
    expect(notice()).toContain('The same as before.');
    expect(part('task-view', 'control-strip')).toBeDefined();
  });

  it('does not come where the project does not want it, or offline', async () => {
    await open({});
    await judge(12);
    expect(notice()).toBeUndefined();

    leave();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await open();
    await judge(12);
    expect([isAsked(), number()]).toEqual([false, '#13']);
  });

  /** Goes elsewhere. The server gives what was handed back by the same names again, which a real one does not. */
  function leave(): void {
    view.remove();
    sessionStorage.clear();
  }

  it('is remembered while the person looks elsewhere on the page', async () => {
    await open();
    await judge(6);
    leave();
    await open(WANTED, server);
    await judge(5);

    expect(isAsked()).toBe(true);
  });

  it('has no faults that axe finds', async () => {
    await open();
    await judge(11);
    expect(isAsked()).toBe(true);
    const {violations} = await axe.run(view, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
