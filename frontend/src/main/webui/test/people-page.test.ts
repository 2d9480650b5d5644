// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/people-page.js';
import type {PeoplePageElement} from '../src/elements/people-page.js';
import type {Account} from '../src/model/people.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';
import {account, invitation} from './people.js';

describe('people-page', () => {
  let page: PeoplePageElement;
  let accounts: Account[];

  beforeEach(() => {
    accounts = [account(1, {role: 'owner'}), account(3), account(4, {active: false})];
    vi.spyOn(ownerApi, 'accounts').mockImplementation(() => Promise.resolve([...accounts]));
    vi.spyOn(ownerApi, 'invitations').mockResolvedValue([invitation(1), invitation(2, {projects: []})]);
    vi.spyOn(ownerApi, 'changeAccount').mockImplementation((id, changes) => {
      accounts = accounts.map((one) => (one.id === id ? {...one, ...changes} : one));
      return Promise.resolve({...account(id), ...changes});
    });
  });

  afterEach(() => {
    page.remove();
    vi.restoreAllMocks();
  });

  async function open(role: Account['role'] = 'owner'): Promise<void> {
    page = document.createElement('people-page');
    page.user = account(1, {role});
    document.body.append(page);
    await settled();
  }

  async function settled(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => page);
  const row = (number: number) => find('account-table', `tbody tr:nth-child(${number})`);

  function choose(number: number, role: string): void {
    const select = row(number)?.querySelector('select');
    if (!select) throw new Error('there is no menu');
    select.value = role;
    select.dispatchEvent(new Event('change'));
  }

  it('shows everybody, and all open invitations', async () => {
    await open();

    expect(find('account-table')?.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(find('invitation-list')?.shadowRoot?.querySelectorAll('li')).toHaveLength(2);
    expect(row(3)?.textContent).toContain('Deactivated');
  });

  it('deactivates and activates', async () => {
    await open();
    row(2)?.querySelector<HTMLElement>('.edge')?.click();
    await settled();
    expect(ownerApi.changeAccount).toHaveBeenLastCalledWith(3, {active: false});
    expect(words('[role=status]')).toBe('Pat 3 is deactivated.');
    expect(row(2)?.textContent).toContain('Deactivated');

    row(3)?.querySelector<HTMLElement>('.edge')?.click();
    await settled();
    expect(ownerApi.changeAccount).toHaveBeenLastCalledWith(4, {active: true});
  });

  it('changes a role once a button is pressed, not while it is chosen', async () => {
    await open();
    choose(2, 'owner');
    choose(2, 'manager');
    await settled();
    expect(ownerApi.changeAccount).not.toHaveBeenCalled();

    row(2)?.querySelector<HTMLElement>('.button')?.click();
    await settled();
    expect(ownerApi.changeAccount).toHaveBeenCalledExactlyOnceWith(3, {role: 'manager'});
    expect(words('[role=status]')).toBe('Pat 3 has a new role: Manager.');
  });

  it('says why a role stays as it is', async () => {
    vi.spyOn(ownerApi, 'changeAccount').mockRejectedValue(new Problem(400, '', 'This is the last active owner.'));
    await open();
    choose(1, 'annotator');
    await settled();
    row(1)?.querySelector<HTMLElement>('.button')?.click();
    await settled();

    expect(words('.problem')).toBe('This is the last active owner.');
    expect(row(1)?.querySelector('select')?.value).toBe('owner');
  });

  it('says at the field of the account why it was refused, until something else is chosen', async () => {
    const why = 'This is the last active owner; make another one first.';
    const change = vi.spyOn(ownerApi, 'changeAccount');
    change.mockRejectedValueOnce(new Problem(400, '', why, undefined, {role: why}));
    await open();
    choose(1, 'annotator');
    await settled();
    row(1)?.querySelector<HTMLElement>('.button')?.click();
    await settled();
    const menu = row(1)?.querySelector('select');
    expect(menu?.getAttribute('aria-invalid')).toBe('true');
    expect(row(1)?.querySelector(`#${menu?.getAttribute('aria-describedby')}`)?.textContent).toBe(why);
    expect(row(2)?.querySelector('.problem')).toBeNull();
    expect(find('.problem')).toBeUndefined();

    choose(1, 'manager');
    await settled();
    expect(row(1)?.querySelector('.problem')).toBeNull();
    change.mockRejectedValueOnce(new Problem(400, '', why, undefined, {active: why}));
    row(1)?.querySelector<HTMLElement>('.edge')?.click();
    await settled();
    const button = row(1)?.querySelector('.edge');
    expect(row(1)?.querySelector(`#${button?.getAttribute('aria-describedby')}`)?.textContent).toBe(why);
    expect(menu?.getAttribute('aria-invalid')).toBe('false');
  });

  it('lets managers look', async () => {
    await open('manager');

    expect(find('account-table', 'tbody tr')?.textContent).toContain('Owner');
    expect(find('account-table', 'button')).toBeUndefined();
    expect(find('account-table', 'select')).toBeUndefined();
    expect(find('invite-link')).toBeUndefined();
  });

  it('is not for annotators', async () => {
    await open('annotator');

    expect(words('page-message', 'h1')).toBe('This page is not for you');
    expect(find('account-table')).toBeUndefined();
  });

  it('finds people by their names and addresses', async () => {
    accounts = [...accounts, ...[5, 6, 7].map((id) => account(id))];
    await open();
    const field = find('input[type=search]') as HTMLInputElement;
    const write = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await settled();
    };

    await write('p6@EXAMPLE');
    expect(find('account-table')?.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(row(1)?.textContent).toContain('Pat 6');
    await write('zzz');
    expect(find('account-table')?.hidden).toBe(true);
    expect(words('.hint[role=status]')).toBe('Nobody is called “zzz”.');
  });

  it('asks again where the server did not answer', async () => {
    vi.spyOn(ownerApi, 'accounts').mockRejectedValueOnce(new Problem(503, '', 'no'));
    await open();
    expect(words('page-message', 'h2')).toBe('The people cannot be shown right now');

    find('page-message button')?.click();
    await settled();
    expect(row(1)).toBeDefined();
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
