import {describe, expect, it} from 'vitest';

import {addable, byName, figuresOf, invitableRoles, openInvitations} from '../src/model/people.js';
import {account, figures, invitation, member} from './people.js';

const ids = (all: readonly {id: number}[]) => all.map(({id}) => id);

describe('people', () => {
  it('can be added if they are active annotators and no members yet', () => {
    const all = [
      account(1, {role: 'owner'}),
      account(2, {role: 'manager'}),
      account(3),
      account(4, {active: false}),
      account(6, {first_name: 'Zoe'}),
      account(5, {first_name: 'Ann'}),
    ];
    expect(ids(addable(all, [member(3)]))).toEqual([5, 6]);
  });

  it('stand by name, and last if they are not active', () => {
    const all = [account(1, {first_name: 'Zoe'}), account(2, {first_name: 'Ann', active: false}), account(3)];
    expect(ids(byName(all))).toEqual([3, 1, 2]);
  });

  it('have figures once they have judged', () => {
    expect(figuresOf(member(3), [figures(2), figures(3, {judgements: 9})])?.judgements).toBe(9);
    expect(figuresOf(member(4), [figures(3)])).toBeUndefined();
  });

  it('are invited as annotators alone by managers', () => {
    expect(invitableRoles('manager')).toEqual(['annotator']);
    expect(invitableRoles('owner')).toEqual(['annotator', 'manager', 'owner']);
  });
});

describe('open invitations', () => {
  it('are those that let somebody in, of one project or of all', () => {
    const all = [
      invitation(1),
      invitation(2, {projects: [{id: 8, title: 'Songs'}]}),
      invitation(3, {state: 'revoked'}),
      invitation(4, {state: 'used'}),
      invitation(5, {state: 'expired'}),
      invitation(6, {projects: []}),
    ];
    expect(ids(openInvitations(all, 7))).toEqual([1]);
    expect(ids(openInvitations(all))).toEqual([1, 2, 6]);
  });
});
