// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {User} from '../src/api.js';
import '../src/elements/invitation-page.js';
import type {InvitationPageElement} from '../src/elements/invitation-page.js';
import {invitationApi} from '../src/invitation-api.js';
import {forgetSecret, takeSecret} from '../src/invited.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';

const OFFERED = {
  role: 'annotator' as const,
  projects: ['Poems'],
  invited_by: 'Ann Lee',
  email: null,
  expires_at: '2026-12-01T00:00:00Z',
};

describe('invitation-page', () => {
  let page: InvitationPageElement;
  const look = vi.spyOn(invitationApi, 'look');
  const accept = vi.spyOn(invitationApi, 'accept');
  const join = vi.spyOn(invitationApi, 'join');

  beforeEach(() => {
    look.mockReset().mockResolvedValue(OFFERED);
    accept.mockReset().mockResolvedValue({projects: [{id: 7, title: 'Poems'}]});
    join.mockReset().mockResolvedValue({projects: []});
    history.replaceState(null, '', '/invitations#s3cret');
  });

  afterEach(() => {
    page.remove();
    forgetSecret();
    history.replaceState(null, '', '/');
  });

  async function open(user?: User): Promise<void> {
    page = document.createElement('invitation-page');
    page.user = user;
    document.body.append(page);
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => page);

  async function fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = find(`#${name}`) as HTMLInputElement | undefined;
      if (field) field.value = value;
    }
    (find('form') as HTMLFormElement | undefined)?.requestSubmit();
    for (let i = 0; i < 4; i++) await settle();
  }

  it('says who invites to what, and keeps the secret out of the address', async () => {
    await open();

    expect(words('.offer')).toBe('Ann Lee invites you as an annotator to “Poems”.');
    expect(look).toHaveBeenCalledWith('s3cret', expect.anything());
    expect(location.href).not.toContain('s3cret');
    // A reload, and a log-in in between, find it again.
    expect(takeSecret()).toBe('s3cret');
  });

  it('makes an account and goes to the only project', async () => {
    await open();
    await fill({email: ' bo@example.org ', first_name: 'Bo', password: 'a long pass phrase'});

    expect(accept).toHaveBeenCalledWith('s3cret', {
      email: 'bo@example.org',
      first_name: 'Bo',
      last_name: '',
      password: 'a long pass phrase',
    });
    expect(location.pathname).toBe('/projects/7/label');
    expect(takeSecret()).toBeUndefined();
  });

  it('says what is missing, at its field', async () => {
    await open();
    await fill({email: 'bo@example.org', first_name: ''});

    expect(words('.problem')).toBe('First name is missing.');
    expect(page.shadowRoot?.activeElement?.id).toBe('first_name');
    expect(accept).not.toHaveBeenCalled();
  });

  it('gives the address that the invitation is for', async () => {
    look.mockResolvedValue({...OFFERED, email: 'bo@example.org'});
    await open();

    expect((find('#email') as HTMLInputElement).value).toBe('bo@example.org');
    expect((find('#email') as HTMLInputElement).readOnly).toBe(true);
  });

  it('says what the server refuses, and keeps what was typed', async () => {
    accept.mockRejectedValueOnce(new Problem(400, '', 'This address has an account.'));
    await open();
    await fill({email: 'bo@example.org', first_name: 'Bo', password: 'a long pass phrase'});

    expect(words('.problem')).toBe('This address has an account.');
    expect((find('#first_name') as HTMLInputElement).value).toBe('Bo');
  });

  it('lets somebody who is logged in join with their account, or make another', async () => {
    await open({id: 1, email: 'ann@test', first_name: 'Ann', last_name: ''} as User);
    expect(page.shadowRoot?.textContent).toContain('You are logged in as Ann.');
    find('.button')?.click();
    for (let i = 0; i < 4; i++) await settle();

    expect(join).toHaveBeenCalledWith('s3cret');
    expect(location.pathname).toBe('/projects');
  });

  it.each([404, 410])('says why a link is of no use (%s), and forgets it', async (status) => {
    look.mockRejectedValue(new Problem(status, '', 'This link was used.'));
    await open();

    expect(words('[role=alert]')).toBe('This link was used.');
    expect(find('form')).toBeUndefined();
    expect(takeSecret()).toBeUndefined();
  });

  it('says what to do where the address has no secret', async () => {
    history.replaceState(null, '', '/invitations');
    await open();

    expect(words('[role=alert]')).toContain('There is no invitation in this address.');
    expect(look).not.toHaveBeenCalled();
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
