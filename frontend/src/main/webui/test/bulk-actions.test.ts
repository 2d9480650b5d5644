import {describe, expect, it} from 'vitest';

import {ACTIONS, isForeseen, termsOf, waitsForCount} from '../src/model/bulk-actions.js';

describe('termsOf', () => {
  it('takes an overlap that is a number of people', () => {
    expect(termsOf('set_overlap', {overlap: '3', to: undefined})).toEqual({overlap: 3});
    for (const overlap of ['', '0', '-1', '1.5', 'x', '1001', '1e9']) {
      expect(termsOf('set_overlap', {overlap, to: undefined})).toBeUndefined();
    }
  });

  it('needs another project where tasks go elsewhere, and nothing where they are deleted', () => {
    expect(termsOf('move_tasks', {overlap: '1', to: undefined})).toBeUndefined();
    expect(termsOf('copy_tasks', {overlap: 'x', to: 7})).toEqual({to: 7});
    expect(termsOf('delete_tasks', {overlap: 'x', to: undefined})).toEqual({});
  });
});

describe('what is counted before', () => {
  it('holds back what may turn out to be impossible or needless', () => {
    expect(ACTIONS.filter(waitsForCount)).toEqual(['requeue', 'copy_tasks', 'move_tasks', 'remove_duplicates']);
    expect(ACTIONS.filter((action) => !isForeseen(action))).toEqual(['set_overlap']);
  });
});
