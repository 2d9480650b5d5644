import {describe, expect, it} from 'vitest';

import {refusalOf, without} from '../src/model/field-problems.js';
import {Problem} from '../src/requests.js';

const known = (name: string) => name === 'title' || name === 'overlap';
const problem = (fields: Record<string, string>, message = Object.values(fields).join('\n')) =>
  new Problem(400, '', message, undefined, fields);

describe('a refusal', () => {
  it('is said at the fields that it is about, and elsewhere only as far as it has none', () => {
    expect(refusalOf(problem({title: 'Too long.', other: 'Not now.', non_field_errors: 'Never.'}), known)).toEqual({
      fields: {title: 'Too long.'},
      rest: 'Not now.\nNever.',
    });
    expect(refusalOf(problem({title: 'Too long.'}), known)).toEqual({fields: {title: 'Too long.'}, rest: ''});
  });

  it('is the whole message where it names no fields', () => {
    expect(refusalOf(problem({}, 'The copies lag.'), known)).toEqual({fields: {}, rest: 'The copies lag.'});
  });

  it('ends at a field when that has another value', () => {
    const refusal = refusalOf(problem({title: 'Too long.', overlap: 'Too many.'}), known);
    expect(without(refusal, 'title')).toEqual({fields: {overlap: 'Too many.'}, rest: ''});
  });
});
