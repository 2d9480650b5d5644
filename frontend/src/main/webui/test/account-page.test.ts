// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {accountApi} from '../src/account-api.js';
import '../src/elements/account-page.js';
import type {AccountPageElement} from '../src/elements/account-page.js';
import {Problem} from '../src/requests.js';
import {readSetting} from '../src/theme.js';
import {eventually, settle} from './fakes.js';
import {Inside} from './inside.js';
import {account} from './people.js';

const HOSTILE = '"><img src=x onerror=alert(1)>';

describe('account-page', () => {
  let page: AccountPageElement;

  beforeEach(async () => {
    localStorage.clear();
    vi.spyOn(accountApi, 'rename').mockResolvedValue(account(3));
    vi.spyOn(accountApi, 'changePassword').mockResolvedValue(new Response());
    vi.spyOn(accountApi, 'renewToken').mockResolvedValue('0123456789abcdef0123456789abcdef01234567');
    page = document.createElement('account-page');
    page.user = account(3, {first_name: HOSTILE, last_name: 'Lee'});
    document.body.append(page);
    await settled();
  });

  afterEach(() => {
    page.remove();
    vi.restoreAllMocks();
    document.documentElement.removeAttribute('style');
  });

  async function settled(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => page);

  function write(part: string, name: string, value: string): void {
    const field = find(part, `[name=${name}]`) as HTMLInputElement | undefined;
    if (!field) throw new Error(`there is no field ${name}`);
    field.value = value;
  }

  async function submit(part: string): Promise<void> {
    find(part, 'form')?.dispatchEvent(new Event('submit', {cancelable: true}));
    await settled();
  }

  async function changePassword(current: string, next: string, again: string): Promise<void> {
    write('own-password', 'current', current);
    write('own-password', 'next', next);
    write('own-password', 'again', again);
    await submit('own-password');
  }

  async function choose(number: number, value: string): Promise<void> {
    const menu = find('own-view', `.fields .field:nth-child(${number}) select`) as HTMLSelectElement;
    menu.value = value;
    menu.dispatchEvent(new Event('change'));
    await settled();
  }

  it('saves a name as it is written, and has it shown everywhere', async () => {
    let heard = 0;
    page.addEventListener('logged-in', () => heard++);
    expect((find('own-name', '[name=first_name]') as HTMLInputElement).value).toBe(HOSTILE);
    write('own-name', 'first_name', '  Ann ');
    await submit('own-name');

    expect(accountApi.rename).toHaveBeenCalledExactlyOnceWith(3, {first_name: 'Ann', last_name: 'Lee'});
    expect(words('own-name', '[role=status]')).toBe('Your name is saved.');
    expect(heard).toBe(1);
  });

  it('changes the password and forgets what was written', async () => {
    await changePassword('the old one', 'the new one', 'the new one');

    expect(accountApi.changePassword).toHaveBeenCalledExactlyOnceWith('the old one', 'the new one');
    expect(words('own-password', '[role=status]')).toContain('Your password is changed.');
    expect((find('own-password', '[name=next]') as HTMLInputElement).value).toBe('');
  });

  it('asks nobody about a password that cannot be', async () => {
    await changePassword('the old one', 'short', 'short');

    expect(accountApi.changePassword).not.toHaveBeenCalled();
    expect(words('own-password', '[role=alert]')).toBe('The new password needs at least 8 characters.');
    expect(find('own-password', '[aria-invalid=true]')?.getAttribute('name')).toBe('next');
    await changePassword('', 'the new one', 'the new one');
    expect(words('own-password', '[role=alert]')).toBe('Fill in “Present password”.');
  });

  it('says why a password was refused, and keeps what was written', async () => {
    vi.spyOn(accountApi, 'changePassword')
      .mockRejectedValueOnce(new Problem(400, '', 'This is not your present password.'))
      .mockRejectedValueOnce(new Problem(429, 'too-many-attempts', 'Too many attempts to log in.'));
    await changePassword('a guess', 'the new one', 'the new one');
    expect(words('own-password', '[role=alert]')).toBe('This is not your present password.');
    expect(find('own-password', '[aria-invalid=true]')?.getAttribute('name')).toBe('current');
    expect((find('own-password', '[name=next]') as HTMLInputElement).value).toBe('the new one');

    await submit('own-password');
    expect(words('own-password', '[role=alert]')).toBe('Too many attempts. Wait a moment and try again.');
  });

  it('makes a token only once that was confirmed, and shows it once', async () => {
    find('own-token', 'p button')?.click();
    await settled();
    expect(find('own-token', 'dialog')?.hasAttribute('open')).toBe(true);
    find('own-token', 'dialog .quiet')?.click();
    await settled();
    expect(accountApi.renewToken).not.toHaveBeenCalled();

    find('own-token', 'p button')?.click();
    find('own-token', 'dialog .button')?.click();
    await settled();
    expect(accountApi.renewToken).toHaveBeenCalledOnce();
    expect((find('own-token', '.made input') as HTMLInputElement).value).toMatch(/^[0-9a-f]{40}$/);
    expect(words('own-token', 'code-block', 'pre')).toBe(
      `curl -H "Authorization: Token 0123456789abcdef0123456789abcdef01234567" "${location.origin}/api/projects"`,
    );
  });

  it('goes to the log-in when the session has ended', async () => {
    vi.spyOn(accountApi, 'renewToken').mockRejectedValue(new Problem(401, '', 'no'));
    let heard = 0;
    find('own-token')?.addEventListener('logged-out', () => heard++);
    find('own-token', 'dialog .button')?.click();
    await settled();

    expect(heard).toBe(1);
  });

  it('keeps colours and size in this browser', async () => {
    await choose(1, 'dark');
    await choose(2, 'large');

    expect(document.documentElement.style.colorScheme).toBe('dark');
    expect(document.documentElement.style.fontSize).toBe('118.75%');
    expect([readSetting('prefstream.theme'), readSetting('prefstream.text-size')]).toEqual(['dark', '118.75%']);

    await choose(2, 'normal');
    expect(document.documentElement.style.fontSize).toBe('');
    expect(readSetting('prefstream.text-size')).toBeNull();
  });

  it('shows the keys, and switches those off that are characters', async () => {
    find('own-view', 'p button')?.click();
    await eventually(() => expect(find('own-view', 'keys-dialog', 'dialog')?.hasAttribute('open')).toBe(true));
    const box = find('own-view', 'keys-dialog', 'input') as HTMLInputElement;
    box.checked = false;
    box.dispatchEvent(new Event('change'));

    expect(readSetting('prefstream.character-keys')).toBe('off');
  });

  it('has no faults that axe finds', async () => {
    find('own-token', 'dialog .button')?.click();
    await settled();
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
