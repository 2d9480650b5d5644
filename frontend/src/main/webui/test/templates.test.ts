import {describe, expect, it} from 'vitest';

import {type Template, configFor, keysOf, mappingFor, wordsOf} from '../src/model/templates.js';
import type {Column} from '../src/owner-api.js';
import {PROPOSAL} from './new-projects.js';
import {TEMPLATE} from './template.js';

function columns(...named: [string, Column['role']][]): Column[] {
  return named.map(([name, role]) => ({name, kind: 'text', filled: 2, role, hindrance: null}));
}

describe('the mapping of a template', () => {
  it('takes columns of the same name first', () => {
    expect(mappingFor(TEMPLATE, PROPOSAL.columns)).toEqual(
      new Map([
        ['prompt', 'prompt'],
        ['answer1', 'answer1'],
        ['answer2', 'answer2'],
      ]),
    );
    const otherwise = columns(['Answer-2', null], ['x', null], ['PROMPT', null], ['Answer 1', null]);
    expect([...mappingFor(TEMPLATE, otherwise).values()]).toEqual(['PROMPT', 'Answer 1', 'Answer-2']);
  });

  it('goes by what the columns are where their names say nothing', () => {
    const others = columns(['right', 'answer'], ['ask', 'prompt'], ['left', 'answer']);

    expect(mappingFor(TEMPLATE, others)).toEqual(
      new Map([
        ['prompt', 'ask'],
        ['answer1', 'right'],
        ['answer2', 'left'],
      ]),
    );
  });

  it('takes no column twice, and none that cannot be shown', () => {
    const few: Column[] = [
      ...columns(['a', 'answer']),
      {name: 'answer1', kind: 'text', filled: 1, role: 'answer', hindrance: 'missing'},
    ];
    expect(mappingFor(TEMPLATE, few)).toEqual(new Map([['answer1', 'a']]));
  });
});

describe('the configuration of a template', () => {
  it('shows the columns in place of its own', () => {
    const mapping = new Map([
      ['prompt', 'Q & "A"'],
      ['answer1', 'answer2'],
      ['answer2', 'answer1'],
    ]);
    expect(configFor(TEMPLATE, mapping)).toBe(
      '<View><A value="$Q &amp; &quot;A&quot;"/><B value="$answer2"/><C value="$answer1"/></View>',
    );
  });

  it('stays as it is where nothing is mapped', () => {
    expect(configFor(TEMPLATE, new Map())).toBe(TEMPLATE.config);
  });
});

describe('a template', () => {
  it('says which keys tasks need, and what it is for', () => {
    expect(keysOf(TEMPLATE)).toEqual(['prompt', 'answer1', 'answer2']);
    const template: Template = {...TEMPLATE, details: '<p>Two answers.</p><p>Tasks need <code>prompt</code>.</p>'};
    expect(wordsOf(template)).toBe('Two answers. Tasks need prompt.');
  });
});
