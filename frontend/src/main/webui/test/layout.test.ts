import {describe, expect, it} from 'vitest';

import {expanded, placesOf} from '../src/model/layout.js';
import type {LayoutBox, Repetition} from '../src/shown.js';
import {boxOf, control, option} from './fakes.js';

const at = (...steps: [number, number][]): Repetition[] => steps.map(([repeater, index]) => ({repeater, index}));

function repeatBox(repeater: number, flag: string, ...inside: LayoutBox[]): LayoutBox {
  return {kind: 'repeat', repeater, flag, inside};
}

describe('placesOf', () => {
  it('finds the box of each control, with the boxes around it from the outside in', () => {
    const why = boxOf('why');
    const fold: LayoutBox = {kind: 'fold', text: 'More', inside: [why]};
    const root: LayoutBox = {kind: 'group', inside: [boxOf('pair'), {kind: 'folds', inside: [fold]}]};
    const places = placesOf(root);

    expect([...places.keys()]).toEqual(['pair', 'why']);
    expect(places.get('why')?.box).toBe(why);
    expect(places.get('why')?.around.map(({kind}) => kind)).toEqual(['group', 'folds', 'fold']);
  });

  it('takes an option for no control', () => {
    expect([...placesOf(boxOf('kind', {}, [option('good')])).keys()]).toEqual(['kind']);
  });
});

describe('expanded', () => {
  it('writes a repeat out for each item, with the index in names, texts and attributes', () => {
    const box = repeatBox(
      0,
      '{{idx}}',
      {kind: 'heading', text: 'Turn {{idx}}'},
      boxOf('rating_{{idx}}', {whentagname: 'kind_{{idx}}'}),
    );
    const controls = [2, 0].map((index) => control(`rating_${index}`, 'stars', {repeats: at([0, index])}));
    const root = expanded({kind: 'group', inside: [box]}, {controls, parts: []});

    expect(root.inside?.[0]?.inside?.map(({inside}) => inside?.[0]?.text)).toEqual(['Turn 0', 'Turn 2']);
    expect([...placesOf(root).keys()]).toEqual(['rating_0', 'rating_2']);
    expect(placesOf(root).get('rating_2')?.box.attributes).toEqual({whentagname: 'kind_2'});
    expect(
      placesOf(root)
        .get('rating_2')
        ?.around.map(({kind}) => kind),
    ).toEqual(['group', 'repeat', 'unknown']);
  });

  it('counts items of which only a part is shown', () => {
    const part = {name: 'turn_1', caption: false, text: 'Hello', repeats: at([0, 1])};
    const root = expanded(repeatBox(0, '#', {kind: 'plain', name: 'turn_#'}), {controls: [], parts: [part]});

    expect(root.inside?.map(({inside}) => inside?.[0]?.name)).toEqual(['turn_1']);
  });

  it('gives each item of a repeat its own items of the repeat within it', () => {
    const box = repeatBox(0, '{{i}}', repeatBox(1, '{{j}}', boxOf('q_{{i}}_{{j}}')));
    const controls = [
      control('q_0_0', 'stars', {repeats: at([0, 0], [1, 0])}),
      control('q_1_0', 'stars', {repeats: at([0, 1], [1, 0])}),
      control('q_1_1', 'stars', {repeats: at([0, 1], [1, 1])}),
    ];

    expect([...placesOf(expanded(box, {controls, parts: []})).keys()]).toEqual(['q_0_0', 'q_1_0', 'q_1_1']);
  });

  it('leaves out what repeats for an empty list', () => {
    const root = expanded(repeatBox(0, '#', boxOf('q_#')), {controls: [control('other', 'words')], parts: []});

    expect(root.inside).toEqual([]);
  });
});
