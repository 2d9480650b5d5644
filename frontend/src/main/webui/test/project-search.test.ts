import {describe, expect, it} from 'vitest';

import {called} from '../src/model/people.js';
import {needsOf} from '../src/model/project-needs.js';
import {titled} from '../src/model/project-search.js';
import {account} from './people.js';

describe('titled', () => {
  const projects = [
    {id: 1, title: 'Kitchen questions'},
    {id: 2, title: ''},
    {id: 3, title: 'Poems (1)'},
  ];
  const found = (written: string) => titled(projects, written).map(({id}) => id);

  it('finds any part of a title, whatever its case, and a number where there is no title', () => {
    expect(found(' KITCHEN ')).toEqual([1]);
    expect(found('project 2')).toEqual([2]);
    expect(found('(1)')).toEqual([3]);
    expect(found('zzz')).toEqual([]);
    expect(found(' ')).toEqual([1, 2, 3]);
  });
});

describe('needsOf', () => {
  it.each([
    [{config_has_control_tags: false, task_number: 0, member_number: 0}, ['configuration', 'tasks', 'members']],
    [{config_has_control_tags: true, task_number: 3, member_number: 0}, ['members']],
    [{config_has_control_tags: true, task_number: 0, member_number: 2}, ['tasks']],
    [{config_has_control_tags: true, task_number: 1, member_number: 1}, []],
    // What is not said is not asked for.
    [{task_number: null}, []],
    // Nobody is needed any more.
    [{task_number: 3, finished_task_number: 3, member_number: 0}, []],
  ])('%j', (project, needs) => {
    expect(needsOf({finished_task_number: 0, ...project})).toEqual(needs);
  });
});

describe('called', () => {
  const accounts = [account(1), account(2, {first_name: 'Ånn', last_name: 'O’Neil', email: 'lee@test'})];
  const found = (written: string) => called(accounts, written).map(({id}) => id);

  it('finds names and addresses by every written word', () => {
    expect(found('ånn')).toEqual([2]);
    expect(found('lee@ ånn')).toEqual([2]);
    expect(found('EXAMPLE.org')).toEqual([1]);
    expect(found('ann pat')).toEqual([]);
    expect(found('')).toEqual([1, 2]);
  });
});
