/** Accounts, members of projects, and invitations, as the server tells them. */

import type {User} from '../api.js';
import {nameOf} from './person.js';
import type {Annotator} from './statistics.js';

export type Role = User['role'];

/** All roles; each may do what those before it may, and more. */
export const ROLES: readonly Role[] = ['annotator', 'manager', 'owner'];

/** Somebody with an account. Whoever is not active cannot log in. */
export interface Account extends User {
  active: boolean;
  last_activity: string;
}

/** Somebody who works in a project; `user` is the id of the account. */
export interface Member extends Pick<User, 'email' | 'first_name' | 'last_name' | 'role'> {
  user: number;
}

/** A link by which people make their own accounts. Only the answer to its making has the `url`. */
export interface Invitation {
  id: number;
  url?: string;
  state: 'open' | 'used' | 'expired' | 'revoked';
  role: Role;
  projects: readonly {id: number; title: string}[];
  email: string | null;
  uses: number;
  used: number;
  created_by: Pick<User, 'email' | 'first_name' | 'last_name'>;
  expires_at: string;
}

/** What an invitation offers. Without projects the invited become members of none. */
export interface InvitationTerms {
  role: Role;
  projects: readonly number[];
  expires_in_days: number;
  uses: number;
}

/** Those who can be made members: active annotators who are none yet, by name. Others see every project as it is. */
export function addable(accounts: readonly Account[], members: readonly Member[]): Account[] {
  const there = new Set(members.map(({user}) => user));
  return accounts
    .filter(({id, role, active}) => active && role === 'annotator' && !there.has(id))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

/** Accounts by name, those last that are not active. */
export function byName(accounts: readonly Account[]): Account[] {
  return [...accounts].sort(
    (a, b) => Number(b.active) - Number(a.active) || nameOf(a).localeCompare(nameOf(b)) || a.id - b.id,
  );
}

/** Those whose names or addresses contain every written word, whatever its case. All if nothing is written. */
export function called(accounts: readonly Account[], written: string): Account[] {
  const words = written.toLowerCase().split(/\s+/).filter(Boolean);
  return accounts.filter((account) => {
    const known = `${nameOf(account)} ${account.email}`.toLowerCase();
    return words.every((word) => known.includes(word));
  });
}

/**
 * Invitations that still let people in, in the order in which they come.
 *
 * @param projectId the project that they are into; undefined if it is all the same
 */
export function openInvitations(invitations: readonly Invitation[], projectId?: number): Invitation[] {
  return invitations.filter(
    ({state, projects}) => state === 'open' && (projectId === undefined || projects.some(({id}) => id === projectId)),
  );
}

/** What a member has judged; undefined if that is nothing. */
export function figuresOf(member: Member, people: readonly Annotator[]): Annotator | undefined {
  return people.find(({user}) => user === member.user);
}

/** What somebody may invite others as: managers invite annotators only. */
export function invitableRoles(role: Role): readonly Role[] {
  return role === 'owner' ? ROLES : ROLES.slice(0, 1);
}
