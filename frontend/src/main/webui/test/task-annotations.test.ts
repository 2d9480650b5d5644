import {describe, expect, it} from 'vitest';

import {type Region, saidInResult, strengthIn} from '../src/model/task-annotations.js';
import {shownFields} from '../src/model/task-fields.js';
import {ALL_SELECTED, NONE_SELECTED, countOf, isSelected, selectedItems, toggled} from '../src/model/task-selection.js';

const region = (from_name: string, value: unknown): Region => ({from_name, value});

describe('a result', () => {
  it.each([
    [{selected: 'left'}, 'Answer 1 is better'],
    [{selected: ['right'], strength: 3}, 'Answer 2 is much better'],
    [{selected: 'tie'}, 'Tie'],
    [{selected: 'both_bad'}, 'Both bad'],
    [{selected: 'neither'}, 'neither'],
    [{choices: ['good', 'short']}, 'good, short'],
    [{choices: [['sci', 'law'], ['other']]}, 'sci › law, other'],
    [{rating: 4}, '4 stars'],
    [{text: ['one', 'two']}, 'one · two'],
    [{number: 0.5}, '0.5'],
    [{ranker: ['2', ['1', '3']]}, '2 > 1 = 3'],
    [{ranker: {order: [2, 1]}}, '2 > 1'],
    [{ranker: {good: [2, 1], bad: []}}, 'good: 2, 1 · bad: '],
    [{start: 1, labels: ['x']}, '{"start":1,"labels":["x"]}'],
    [null, '{}'],
    ['text', '{}'],
  ])('%j says %s', (value, words) => {
    expect(saidInResult([region('c', value)])).toMatchObject([{control: 'c', words}]);
  });

  it('says which words somebody wrote, and how much better an answer is', () => {
    const result = [region('pair', {selected: 'left', strength: 2}), region('why', {text: ['Shorter.']})];

    expect(saidInResult(result).map(({isWritten}) => isWritten)).toEqual([false, true]);
    expect([strengthIn(result), strengthIn([region('pair', {selected: 'left'})]), strengthIn(null)]).toEqual([
      2,
      undefined,
      undefined,
    ]);
  });

  it('says nothing where nothing was answered', () => {
    expect([saidInResult(null), saidInResult([])]).toEqual([[], []]);
  });
});

it('shows texts and conversations as people read them, and all else as JSON', () => {
  const messages = [{role: 'user', content: 'Hi'}];
  const fields = shownFields({prompt: '*a*', chat: messages, list: [1], none: null, empty: [], odd: [{role: 'user'}]});

  expect(fields.map(({content, isJson}) => [content.messages ?? content.text, isJson])).toEqual([
    ['*a*', false],
    [messages, false],
    ['[\n  1\n]', true],
    ['null', true],
    ['[]', true],
    ['[\n  {\n    "role": "user"\n  }\n]', true],
  ]);
});

describe('a selection', () => {
  it('is some tasks', () => {
    const two = toggled(toggled(NONE_SELECTED, 5), 7);

    expect([countOf(two, 100), isSelected(two, 5), isSelected(two, 6)]).toEqual([2, true, false]);
    expect(selectedItems(toggled(two, 5))).toEqual({all: false, included: [7]});
  });

  it('is all but some', () => {
    const most = toggled(ALL_SELECTED, 5);

    expect([countOf(most, 100), isSelected(most, 5), isSelected(most, 6)]).toEqual([99, false, true]);
    expect(selectedItems(most)).toEqual({all: true, excluded: [5]});
  });
});
