// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/people-tab.js';
import type {PeopleTabElement} from '../src/elements/people-tab.js';
import type {Account, Member} from '../src/model/people.js';
import type {Statistics} from '../src/model/statistics.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';
import {account, figures, invitation, member} from './people.js';

describe('people-tab', () => {
  let tab: PeopleTabElement;
  let members: Member[];

  beforeEach(() => {
    members = [member(3)];
    vi.spyOn(ownerApi, 'members').mockImplementation(() => Promise.resolve([...members]));
    vi.spyOn(ownerApi, 'accounts').mockResolvedValue([account(3), account(4), account(5, {role: 'manager'})]);
    vi.spyOn(ownerApi, 'invitations').mockResolvedValue([invitation(1), invitation(2, {projects: []})]);
    vi.spyOn(ownerApi, 'statistics').mockResolvedValue({people: [figures(3)]} as unknown as Statistics);
    vi.spyOn(ownerApi, 'addMember').mockImplementation((_id, user) => {
      members.push(member(user));
      return Promise.resolve(member(user));
    });
    vi.spyOn(ownerApi, 'removeMember').mockImplementation((_id, user) => {
      members = members.filter((one) => one.user !== user);
      return Promise.resolve(new Response());
    });
  });

  afterEach(() => {
    tab.remove();
    vi.restoreAllMocks();
  });

  async function open(user: Account = account(1, {role: 'owner'})): Promise<void> {
    tab = document.createElement('people-tab');
    tab.project = {id: 7, title: 'Poems'} as Project;
    tab.user = user;
    document.body.append(tab);
    await settled();
  }

  async function settled(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => tab);
  const rows = () =>
    [...(find('member-table')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | '),
    );
  const options = (...path: string[]) =>
    [...(find(...path, 'select')?.querySelectorAll('option') ?? [])].map((one) => one.value);

  it('lists members with what they have judged', async () => {
    await open();

    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toMatch(/^Pat 3 p3@example\.org \| Annotator \| 12 \| 3 \| 8\.5 sec \| .* \| Remove$/);
  });

  it('leaves the figures out if they cannot be had', async () => {
    vi.spyOn(ownerApi, 'statistics').mockRejectedValue(new Problem(503, '', 'no'));
    await open();

    expect(rows()).toEqual(['Pat 3 p3@example.org | Annotator | Remove']);
  });

  it('adds an annotator who is no member', async () => {
    await open();
    expect(options()).toEqual(['', '4']);
    const select = find('select') as HTMLSelectElement;
    select.value = '4';
    select.dispatchEvent(new Event('change'));
    await settled();
    find('form button')?.click();
    await settled();

    expect(ownerApi.addMember).toHaveBeenCalledExactlyOnceWith(7, 4);
    expect(rows()).toHaveLength(2);
    expect(words('[role=status]')).toBe('Pat 4 is a member now.');
    expect(find('select')).toHaveProperty('disabled', true);
  });

  it('takes a removal back', async () => {
    await open();
    find('member-table', 'tbody button')?.click();
    await settled();
    expect(rows()).toEqual([]);
    expect(words('[role=status]')).toBe('Pat 3 is no member any more. The judgements stay.');

    find('.undo')?.click();
    await settled();
    expect(rows()).toHaveLength(1);
    expect(find('.undo')).toBeUndefined();
  });

  it('says at the choice why somebody cannot be added', async () => {
    vi.spyOn(ownerApi, 'addMember').mockRejectedValue(
      new Problem(400, '', 'Not active.', undefined, {user: 'Not active.'}),
    );
    await open();
    const menu = find('select') as HTMLSelectElement;
    menu.value = menu.options[1]?.value ?? '';
    menu.dispatchEvent(new Event('change'));
    await settle();
    find('form')?.dispatchEvent(new Event('submit', {cancelable: true}));
    for (let i = 0; i < 4; i++) await settle();

    expect(menu.getAttribute('aria-invalid')).toBe('true');
    expect(words('#problem-user')).toBe('Not active.');
    expect(menu.getAttribute('aria-describedby')).toBe('problem-user');
  });

  it('says why the server refuses, and leaves the member', async () => {
    vi.spyOn(ownerApi, 'removeMember').mockRejectedValue(new Problem(403, '', 'Not you.'));
    await open();
    find('member-table', 'tbody button')?.click();
    await settled();

    expect(words('.problem')).toBe('Not you.');
    expect(rows()).toHaveLength(1);
    expect(find('.undo')).toBeUndefined();
  });

  it('makes a link into this project, and shows it', async () => {
    const url = 'https://prefstream.example/invitations#secret';
    const invite = vi.spyOn(ownerApi, 'invite').mockResolvedValue(invitation(9, {url}));
    await open();
    expect(find('invite-link', '.made')).toBeUndefined();
    find('invite-link', 'form button')?.click();
    await settled();

    expect(invite).toHaveBeenCalledExactlyOnceWith({role: 'annotator', projects: [7], expires_in_days: 7, uses: 1});
    expect(find('invite-link', '.made input')).toHaveProperty('value', url);
  });

  it('lets managers invite annotators only', async () => {
    await open(account(5, {role: 'manager'}));

    expect(options('invite-link')).toEqual(['annotator']);
  });

  it('revokes an invitation into this project', async () => {
    const revoke = vi.spyOn(ownerApi, 'revoke').mockResolvedValue(new Response());
    await open();
    expect(find('invitation-list')?.shadowRoot?.querySelectorAll('li')).toHaveLength(1);
    vi.spyOn(ownerApi, 'invitations').mockResolvedValue([]);
    find('invitation-list', 'li button')?.click();
    await settled();

    expect(revoke).toHaveBeenCalledExactlyOnceWith(1);
    expect(find('invitation-list', 'li')).toBeUndefined();
    expect(words('invitation-list', '[role=status]')).toBe('The link lets nobody in any more.');
  });

  it('shows titles and names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    members = [{...member(3), first_name: hostile}];
    vi.spyOn(ownerApi, 'invitations').mockResolvedValue([invitation(1, {projects: [{id: 7, title: hostile}]})]);
    await open();

    expect(rows()[0]).toContain(hostile);
    expect(words('invitation-list', 'li')).toContain(hostile);
    expect(find('member-table', 'img')).toBeUndefined();
    expect(find('invitation-list', 'img')).toBeUndefined();
  });

  it('asks for a log-in when the session has ended', async () => {
    const asked = vi.fn();
    document.addEventListener('logged-out', asked, {once: true});
    vi.spyOn(ownerApi, 'members').mockRejectedValue(new Problem(401, '', 'no'));
    await open();

    expect(asked).toHaveBeenCalledOnce();
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
