import type {Account, Invitation, Member} from '../src/model/people.js';
import type {Annotator} from '../src/model/statistics.js';

export function account(id: number, more: Partial<Account> = {}): Account {
  return {
    id,
    email: `p${id}@example.org`,
    username: `p${id}`,
    first_name: 'Pat',
    last_name: `${id}`,
    role: 'annotator',
    active: true,
    last_activity: '2026-01-05T09:00:00Z',
    ...more,
  };
}

export function member(user: number): Member {
  const {email, first_name, last_name, role} = account(user);
  return {user, email, first_name, last_name, role};
}

export function invitation(id: number, more: Partial<Invitation> = {}): Invitation {
  return {
    id,
    state: 'open',
    role: 'annotator',
    projects: [{id: 7, title: 'Poems'}],
    email: null,
    uses: 1,
    used: 0,
    created_by: account(1),
    expires_at: '2026-01-12T09:00:00Z',
    ...more,
  };
}

export function figures(user: number, more: Partial<Annotator> = {}): Annotator {
  return {
    user,
    name: `Pat ${user}`,
    judgements: 12,
    skipped: 3,
    median_lead_time_s: 8.5,
    left: 5,
    right: 7,
    share: 0.4,
    low: 0.2,
    high: 0.7,
    last_hour: '2026-01-05T09:00:00Z',
    ...more,
  };
}
