import {describe, expect, it} from 'vitest';

import {faultOf} from '../src/model/new-password.js';

describe('faultOf', () => {
  it.each([
    ['', 'long enough', 'long enough', {field: 'current', why: 'empty'}],
    ['old', '', 'long enough', {field: 'next', why: 'empty'}],
    ['old', 'long enough', '', {field: 'again', why: 'empty'}],
    ['old', 'short', 'short', {field: 'next', why: 'short'}],
    ['old', 'é'.repeat(37), 'é'.repeat(37), {field: 'next', why: 'long'}],
    ['old', 'é'.repeat(36), 'é'.repeat(36), undefined],
    ['long enough', 'long enough', 'long enough', {field: 'next', why: 'same'}],
    ['old', 'long enough', 'long enougj', {field: 'again', why: 'differs'}],
    ['old', 'exactly8', 'exactly8', undefined],
    // What is written is the password, blanks and all.
    ['old', ' blanks ', 'blanks', {field: 'again', why: 'differs'}],
  ])('%j, %j, %j', (current, next, again, fault) => {
    expect(faultOf({current, next, again})).toEqual(fault);
  });
});
