// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {User} from '../src/api.js';
import '../src/elements/prefstream-app.js';
import type {PrefstreamAppElement} from '../src/elements/prefstream-app.js';
import {loadAhead, parts} from '../src/parts.js';
import {FakeServer, eventually, settle} from './fakes.js';

const ANN = {id: 1, email: 'ann@test', first_name: 'Ann', last_name: 'Lee'} as User;
const BOB = {id: 2, email: 'bob@test', first_name: 'Bob', last_name: ''} as User;

describe('prefstream-app', () => {
  let app: PrefstreamAppElement;
  let server: FakeServer;
  let user: User;
  let asked: string[];

  beforeEach(async () => {
    await loadAhead();
    server = new FakeServer(5);
    user = ANN;
    asked = [];
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    vi.stubGlobal('fetch', async (path: string) => answer(path));
  });

  afterEach(() => {
    app.remove();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    sessionStorage.clear();
    history.replaceState(null, '', '/');
  });

  async function answer(path: string): Promise<Response> {
    asked.push(path);
    if (path.endsWith('/whoami')) return new Response(JSON.stringify(user));
    // What is one person's own is not there for another.
    if (user !== ANN) return new Response('{}', {status: 404});
    if (path.endsWith('/leases')) return new Response(JSON.stringify(await server.leases(7, 3)));
    if (path.endsWith('/verdict')) {
      return new Response(JSON.stringify({progress: {mine: 1, skipped: 0, finished: 1, total: 5}}));
    }
    return new Response(JSON.stringify({id: 7, title: 'One'}));
  }

  async function open(path: string): Promise<void> {
    history.replaceState(null, '', path);
    app = document.createElement('prefstream-app');
    document.body.append(app);
    await eventually(() => {
      if (!part('labeling-page', 'labeling-view', 'task-view') && path.endsWith('label')) throw new Error('not yet');
    });
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 8; i++) await settle();
  }

  async function press(key: string): Promise<void> {
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code: key, bubbles: true, composed: true}));
    await quiet();
  }

  async function comeBack(): Promise<void> {
    document.dispatchEvent(new Event('visibilitychange'));
    await quiet();
  }

  function part(...path: string[]): HTMLElement | undefined {
    let found: Element | null | undefined = app;
    for (const selector of path) found = found?.shadowRoot?.querySelector(selector);
    return (found as HTMLElement | null) ?? undefined;
  }

  const dialog = () => part('login-dialog', 'dialog');
  const words = () => dialog()?.textContent.replace(/\s+/g, ' ');
  const verdicts = () => asked.filter((path) => path.endsWith('/verdict')).length;

  it('keeps what one person judged when another has logged in, and saves it once that one is back', async () => {
    await open('/projects/7/label');
    user = BOB;
    await press('1');
    expect(words()).toContain('Somebody else logged in in this browser');
    expect(words()).toContain('Log in again as Ann Lee to save your judgement.');
    expect(part('labeling-page', 'labeling-view', 'refused-notice')?.shadowRoot?.textContent.trim()).toBe('');
    expect(verdicts()).toBe(1);
    await press('2');
    expect(verdicts()).toBe(1);

    user = ANN;
    part('login-dialog', 'login-form')?.dispatchEvent(new Event('logged-in', {bubbles: true, composed: true}));
    await quiet();
    expect(dialog()).toBeUndefined();
    expect(verdicts()).toBe(2);
  });

  it('notices when it comes into sight again, and goes on by itself when the person is back', async () => {
    await open('/projects/7/label');
    await comeBack();
    expect(dialog()).toBeUndefined();
    user = BOB;
    await comeBack();
    expect(words()).toContain('Log in again as Ann Lee to go on.');

    user = ANN;
    await comeBack();
    expect(dialog()).toBeUndefined();
    await press('1');
    expect(verdicts()).toBe(1);
  });

  it('lets the other person go on, unless that would lose something', async () => {
    await open('/projects/7/label');
    user = BOB;
    await comeBack();
    dialog()?.querySelector<HTMLElement>(':scope > button')?.click();
    await quiet();
    expect(dialog()).toBeUndefined();

    app.remove();
    // The server gives what was handed back by the same names again, which a real one does not.
    sessionStorage.clear();
    user = ANN;
    await open('/projects/7/label');
    user = BOB;
    // This browser stores nothing, so what is unsent is in the page alone.
    await press('1');
    expect(dialog()?.querySelector(':scope > button')).toBeNull();
  });

  it('says so when a page did not load', async () => {
    vi.spyOn(parts.projects, 'load').mockRejectedValue(new Error('away'));
    vi.spyOn(parts.projects, 'failed', 'get').mockReturnValue(true);
    await open('/projects');
    await quiet();
    expect(part('page-message')?.getAttribute('headline')).toBe('A part of this page did not load');
    expect(part('page-message')?.querySelectorAll('button')).toHaveLength(2);
  });

  it('has no faults that axe finds in the dialog', async () => {
    await open('/projects/7/label');
    user = BOB;
    await comeBack();
    const found = await axe.run(part('login-dialog') ?? app, {rules: {'color-contrast': {enabled: false}}});
    expect(found.violations).toEqual([]);
  });
});
