// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {type Project, api} from '../src/api.js';
import '../src/command-keys.js';
import type {CommandDialogElement} from '../src/elements/command-dialog.js';
import {Keyboard} from '../src/keyboard.js';
import {laterApi} from '../src/later-api.js';
import type {Command} from '../src/model/keys.js';
import {ownerApi} from '../src/owner-api.js';
import {ownerParts} from '../src/owner-parts.js';
import {Unreachable} from '../src/requests.js';
import {eventually, settle} from './fakes.js';
import {Inside} from './inside.js';
import {account} from './people.js';

const HOSTILE = '<img src=x onerror=alert(1)>';

describe('command-dialog', () => {
  let app: HTMLElement;
  let fired: Command[];
  let listening: AbortController;

  beforeEach(async () => {
    await ownerParts.commands.load();
    localStorage.clear();
    history.replaceState(null, '', '/projects/1/label');
    vi.spyOn(api, 'whoAmI').mockResolvedValue(account(1, {role: 'owner'}));
    vi.spyOn(laterApi, 'projects').mockResolvedValue(page([project(1, 'Kitchen'), project(2, HOSTILE)], 300));
    vi.spyOn(laterApi, 'projectsTitled').mockResolvedValue(page([]));
    vi.spyOn(ownerApi, 'taskNumbered').mockResolvedValue(undefined);
    app = document.createElement('prefstream-app');
    document.body.append(app);
    fired = [];
    listening = new AbortController();
    new Keyboard({
      use: () => ({strength: false, options: new Set()}),
      dialogTakes: () => false,
      obey: (command) => {
        fired.push(command);
        return true;
      },
    }).listen(listening.signal);
  });

  afterEach(() => {
    dialog()?.remove();
    app.remove();
    listening.abort();
    vi.restoreAllMocks();
    history.replaceState(null, '', '/');
  });

  function page(results: Project[], count = results.length) {
    return {results, count, next: null};
  }

  function project(id: number, title: string): Project {
    return {id, title} as Project;
  }

  const dialog = (): CommandDialogElement | null => document.querySelector('command-dialog');
  const {find, words} = new Inside(() => dialog() ?? document.body);
  const options = () =>
    [...(dialog()?.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map((option) =>
      option.textContent.replace(/\s+/g, ' ').trim(),
    );
  const chosen = () => words('[aria-selected=true]');
  const field = () => find('input') as HTMLInputElement;
  const focused = () => dialog()?.shadowRoot?.activeElement ?? document.body;

  async function settled(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function press(
    key: string,
    target: EventTarget = document.body,
    more: KeyboardEventInit = {},
  ): Promise<boolean> {
    const event = new KeyboardEvent('keydown', {
      key,
      code: key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...more,
    });
    const isFree = target.dispatchEvent(event);
    document.dispatchEvent(new KeyboardEvent('keyup', {key, code: key}));
    await settled();
    return isFree;
  }

  async function open(): Promise<void> {
    await press('k', document.body, {ctrlKey: true});
    await eventually(() => expect(dialog()?.isOpen).toBe(true));
    await settled();
  }

  async function write(text: string): Promise<void> {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await settled();
  }

  it('does what was written and entered before it knew what there is', async () => {
    let answer: () => void = () => undefined;
    vi.spyOn(api, 'whoAmI').mockReturnValue(
      new Promise((resolve) => (answer = () => resolve(account(1, {role: 'owner'})))),
    );
    await open();
    await write('account');
    await press('Enter', field());
    expect(dialog()?.isOpen).toBe(true);
    answer();
    await settled();

    expect(location.pathname).toBe('/account');
    expect(dialog()?.isOpen).toBe(false);
  });

  it('opens and closes by its key, and keeps that from the browser', async () => {
    expect(await press('k', document.body, {ctrlKey: true})).toBe(false);
    await eventually(() => expect(dialog()?.isOpen).toBe(true));
    await settled();
    expect(options()[0]).toBe('Label Kitchen');

    await press('k', field(), {ctrlKey: true});
    expect(dialog()?.isOpen).toBe(false);
    expect(await press('k', document.body, {ctrlKey: true, shiftKey: true})).toBe(true);
    expect(await press('k')).toBe(true);
    expect(dialog()?.isOpen).toBe(false);
  });

  it('goes where the arrows lead', async () => {
    await open();
    await press('ArrowUp', field());
    expect(chosen()).toBe('Log out');
    await press('ArrowDown', field());
    await press('ArrowDown', field());
    expect(chosen()).toBe('Overview Kitchen');
    expect(field().getAttribute('aria-activedescendant')).toBe('option-1');

    await press('Enter', field());
    expect(location.pathname).toBe('/projects/1/overview');
    expect(dialog()?.isOpen).toBe(false);
  });

  it('shows the best first, and hostile titles as text', async () => {
    await open();
    await write('img');
    expect(options()[0]).toBe(HOSTILE);
    expect(find('img')).toBeUndefined();
    await write('settings kit');
    expect(options()).toEqual(['Settings Kitchen']);
    await write('zzz');
    expect(words('.said')).toBe('Nothing is called “zzz”.');
    expect(find('[role=listbox]')?.hidden).toBe(true);
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('asks the server for projects that it did not send, and for a task by its number', async () => {
    vi.mocked(laterApi.projectsTitled).mockResolvedValue(page([project(99, 'Old poems')]));
    vi.mocked(ownerApi.taskNumbered).mockResolvedValue(4711);
    await open();
    await write('poems');
    await eventually(() => expect(options()[0]).toBe('Old poems'));
    expect(ownerApi.taskNumbered).not.toHaveBeenCalled();

    await write('#12');
    await eventually(() => expect(options()[0]).toBe('Task #12 Kitchen'));
    expect(ownerApi.taskNumbered).toHaveBeenCalledWith(1, 12, expect.anything());
    await press('Enter', field());
    expect(location.pathname).toBe('/projects/1/tasks/4711');
  });

  it('switches colours, and logs out', async () => {
    await open();
    await write('dark');
    await press('Enter', field());
    expect(document.documentElement.style.colorScheme).toBe('dark');

    let left = 0;
    app.addEventListener('log-out', () => left++);
    await open();
    await write('log out');
    await press('Enter', field());
    expect(left).toBe(1);
  });

  it('lets no key fire what the page has for it', async () => {
    await open();
    for (const key of ['1', '2', '0', 'b', ' ', 'ArrowLeft', 'Home']) await press(key, field());
    await press('Enter', field(), {ctrlKey: true});
    await open();
    // As if the focus had got lost behind the dialog.
    for (const key of ['1', 's', 'Enter', 'ArrowLeft']) await press(key, document.body);
    await press('Escape', field());
    expect(dialog()?.isOpen).toBe(false);
    expect(fired).toEqual([]);

    await press('1');
    expect(fired).toEqual(['left']);
  });

  it.each([
    ['a click beside it', () => find('dialog')?.click()],
    ['Esc', () => press('Escape', field())],
  ])('leaves the keys to the page as soon as it is closed by %s, before the page is painted', async (_, close) => {
    await open();
    expect(focused()).toBe(field());
    void close();
    await press('1', focused());

    expect(fired).toEqual(['left']);
  });

  it('counts a key that closes it as down, so that it is no verdict while it is held', async () => {
    await open();
    await write('zzz');
    const down = (target: EventTarget) => {
      const event = new KeyboardEvent('keydown', {key: '1', code: 'Digit1', bubbles: true, composed: true});
      target.dispatchEvent(event);
    };
    down(field());
    await press('Escape', field());
    document.dispatchEvent(new KeyboardEvent('keyup', {key: '1', code: 'Digit1'}));

    expect(fired).toEqual([]);
  });

  it('does not take anybody away from what is not sent yet', async () => {
    const labeling = document.createElement('labeling-page');
    labeling.attachShadow({mode: 'open'}).append(Object.assign(document.createElement('textarea'), {value: 'because'}));
    app.attachShadow({mode: 'open'}).append(labeling);
    await press('k', document.body, {ctrlKey: true});
    await eventually(() => expect(dialog()?.isOpen).toBe(true));

    expect(words('[role=alert]')).toContain('You have written something here that is not sent yet.');
    expect(find('input')).toBeUndefined();
    await press('Enter', find('.button') ?? document.body);
    expect(dialog()?.isOpen).toBe(false);
  });

  it('stays away from strangers, and from a dialog that asks for something', async () => {
    history.replaceState(null, '', '/user/login');
    await press('k', document.body, {ctrlKey: true});
    history.replaceState(null, '', '/projects');
    const other = document.createElement('dialog');
    app.attachShadow({mode: 'open'}).append(other);
    other.showModal();
    await press('k', document.body, {ctrlKey: true});

    expect(dialog()?.isOpen ?? false).toBe(false);
  });

  it('says so where the server does not answer', async () => {
    vi.mocked(laterApi.projects).mockRejectedValue(new Unreachable());
    await open();

    await eventually(() => expect(words('.said')).toContain('the server is not answering'));
  });

  it('has no faults that axe finds', async () => {
    await open();
    const rules = {'color-contrast': {enabled: false}, region: {enabled: false}};
    const {violations} = await axe.run(dialog() ?? document.body, {rules});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
