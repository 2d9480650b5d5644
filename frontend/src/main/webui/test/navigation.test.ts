import {describe, expect, it} from 'vitest';

import {paths, placeOf} from '../src/navigation.js';
import {TABS, otherPaths, otherPlaceOf} from '../src/other-places.js';

describe('otherPlaceOf', () => {
  it.each([
    ['/people', {page: 'people'}],
    ['/account', {page: 'account'}],
    ['/judgements', {page: 'own-judgements'}],
    ['/projects/new', {page: 'new-project'}],
    ['/invitations', {page: 'invitation'}],
    ['/projects/7/people', {page: 'project', projectId: 7, tab: 'people'}],
    ['/projects/7/export', {page: 'project', projectId: 7, tab: 'export'}],
    ['/projects/7/tasks/12', {page: 'project', projectId: 7, tab: 'tasks'}],
    ['/projects/7/export/12', {page: 'nowhere'}],
    ['/projects/7/tasks/12/13', {page: 'nowhere'}],
    ['/projects/7/else', {page: 'nowhere'}],
    ['/projects/seven/export', {page: 'nowhere'}],
    ['/account/else', {page: 'nowhere'}],
    ['/constructor', {page: 'nowhere'}],
  ])('%s', (path, place) => {
    expect(otherPlaceOf(path)).toEqual(place);
  });

  it('knows each path that is linked to', () => {
    for (const path of [...Object.values(otherPaths), ...TABS.map((one) => paths.tab(7, one))])
      expect(otherPlaceOf(path).page).not.toBe('nowhere');
  });
});

describe('placeOf', () => {
  it.each([
    ['/', {page: 'projects'}],
    ['/projects/', {page: 'projects'}],
    ['/practice/', {page: 'practice'}],
    ['/people/', {page: 'other', path: '/people'}],
    ['/projects/new', {page: 'other', path: '/projects/new'}],
    ['/invitations', {page: 'invitation', path: '/invitations'}],
    ['/projects/7', {page: 'label', projectId: 7}],
    ['/projects/7/label', {page: 'label', projectId: 7}],
    ['/projects/7/data/', {page: 'label', projectId: 7}],
    ['/projects/7/people', {page: 'other', path: '/projects/7/people'}],
    ['/projects/7/label/12', {page: 'other', path: '/projects/7/label/12'}],
    ['/projects/7/judgements', {page: 'judgements', projectId: 7, annotationId: undefined}],
    ['/projects/7/judgements/12/', {page: 'judgements', projectId: 7, annotationId: 12}],
    ['/projects/7/judgements/x', {page: 'other', path: '/projects/7/judgements/x'}],
    ['/projects/seven', {page: 'other', path: '/projects/seven'}],
    ['/else', {page: 'other', path: '/else'}],
  ])('%s', (path, place) => {
    expect(placeOf(path, '')).toEqual(place);
  });

  it('comes back to where the login was asked for', () => {
    const path = paths.logIn('/projects/7/label');

    expect(placeOf('/user/login', path.slice(path.indexOf('?')))).toEqual({page: 'log-in', next: '/projects/7/label'});
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example', ''])(
    'never goes to %s after a login',
    (next) => {
      expect(placeOf('/user/login', `?next=${encodeURIComponent(next)}`)).toEqual({page: 'log-in', next: '/projects'});
    },
  );
});
