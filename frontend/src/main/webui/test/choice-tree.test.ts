import {describe, expect, it} from 'vitest';

import {ChoiceTree} from '../src/model/choice-tree.js';
import {control, nested} from './fakes.js';

const PATHS = [['sci'], ['sci', 'physics'], ['sci', 'law'], ['art'], ['art', 'music'], ['other']];
const [SCI, PHYSICS, LAW, ART, MUSIC, OTHER] = PATHS.map((path) => JSON.stringify(path)) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

function tree(multiple: boolean): ChoiceTree {
  return new ChoiceTree(control('topic', 'choice', {multiple, ...nested(PATHS)}));
}

describe('where several may be chosen', () => {
  it('chooses all that stands below an option with it, and lets go of it again', () => {
    const both = tree(true).toggled(SCI, undefined);

    expect(both).toEqual({choices: [['sci'], ['sci', 'physics'], ['sci', 'law']]});
    expect(tree(true).toggled(SCI, both)).toBeUndefined();
  });

  it('chooses an option with the last one that stands below it', () => {
    const one = tree(true).toggled(LAW, undefined);
    expect(one).toEqual({choices: [['sci', 'law']]});

    const both = tree(true).toggled(PHYSICS, one);
    expect(both).toEqual({choices: [['sci'], ['sci', 'physics'], ['sci', 'law']]});
    expect(tree(true).toggled(LAW, both)).toEqual({choices: [['sci', 'physics']]});
  });

  it('says the options in the order in which they are offered', () => {
    const other = tree(true).toggled(OTHER, undefined);

    expect(tree(true).toggled(MUSIC, other)).toEqual({choices: [['art'], ['art', 'music'], ['other']]});
  });

  it('takes an option that is said alone for all that stands below it', () => {
    expect([...tree(true).chosenIn({choices: [['sci']]})]).toEqual([SCI, PHYSICS, LAW]);
  });
});

describe('of a single choice', () => {
  it('chooses nothing that others stand below', () => {
    expect([SCI, PHYSICS, LAW, ART, MUSIC, OTHER].filter((value) => tree(false).isChoosable(value))).toEqual([
      PHYSICS,
      LAW,
      MUSIC,
      OTHER,
    ]);
  });

  it('says the path to the one option', () => {
    const music = tree(false).toggled(MUSIC, {choices: [['sci', 'law']]});

    expect(music).toEqual({choices: [['art', 'music']]});
    expect(tree(false).toggled(MUSIC, music)).toBeUndefined();
  });
});

it('says paths also where none of the options stands below another', () => {
  const flat = new ChoiceTree(control('topic', 'choice', nested([['a'], ['b']])));

  expect(flat.toggled('["b"]', undefined)).toEqual({choices: [['b']]});
});

it('says values where options have no paths', () => {
  const flat = new ChoiceTree(control('topic', 'choice', {choices: ['a', 'b'], multiple: true}));

  expect(flat.toggled('a', {choices: ['b']})).toEqual({choices: ['a', 'b']});
  expect([...flat.chosenIn({choices: ['b', 'gone']})]).toEqual(['b']);
});
