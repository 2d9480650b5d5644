import {describe, expect, it} from 'vitest';

import {isVisible} from '../src/model/conditions.js';
import {placesOf} from '../src/model/layout.js';
import type {Answers, LayoutBox} from '../src/shown.js';
import {boxOf, control, option} from './fakes.js';

const CONTROLS = [
  control('kind', 'choice'),
  control('topic', 'choice'),
  control('why', 'words'),
  control('more', 'words'),
];

/** Whether `why` is visible, if its box has these attributes and stands in these groups. */
function shows(
  attributes: Record<string, string>,
  answers: Answers = {},
  ...around: Record<string, string>[]
): boolean {
  const box = around.reduce<LayoutBox>(
    (inside, attributes) => ({kind: 'group', attributes, inside: [inside]}),
    boxOf('why', attributes),
  );
  return isVisible('why', {controls: CONTROLS, places: placesOf(box)}, answers);
}

const CHOSEN = {visiblewhen: 'choice-selected'};
const good: Answers = {kind: {choices: ['good']}};

describe('isVisible', () => {
  it('is so without a condition, and without a place in the layout', () => {
    expect(shows({})).toBe(true);
    expect(isVisible('why', {controls: CONTROLS, places: new Map()}, {})).toBe(true);
  });

  it('waits for any choice at all, if nothing else is said', () => {
    expect(shows(CHOSEN)).toBe(false);
    expect(shows(CHOSEN, {kind: {choices: []}})).toBe(false);
    expect(shows(CHOSEN, {topic: {choices: ['x']}})).toBe(true);
    expect(shows(CHOSEN, {more: {text: ['x']}})).toBe(false);
  });

  it('waits for a choice in the control that is named', () => {
    const condition = {...CHOSEN, whentagname: 'kind'};

    expect(shows(condition, {topic: {choices: ['x']}})).toBe(false);
    expect(shows(condition, good)).toBe(true);
  });

  it('waits for one of several controls', () => {
    expect(shows({...CHOSEN, whentagname: 'topic, kind'}, good)).toBe(true);
    expect(shows({...CHOSEN, whentagname: 'topic'}, good)).toBe(false);
  });

  it('waits for one of several values', () => {
    const condition = {...CHOSEN, whentagname: 'kind', whenchoicevalue: 'bad, good'};

    expect(shows(condition, good)).toBe(true);
    expect(shows(condition, {kind: {choices: ['other', 'bad']}})).toBe(true);
    expect(shows(condition, {kind: {choices: ['other']}})).toBe(false);
  });

  it('takes a value with a comma for one value too', () => {
    expect(shows({...CHOSEN, whenchoicevalue: 'yes, but'}, {kind: {choices: ['yes, but']}})).toBe(true);
  });

  it.each(['Bad answer', 'bad', 'Other, Bad answer'])(
    'takes an option by its alias and by what it says: %s',
    (wanted) => {
      const root: LayoutBox = {
        kind: 'group',
        inside: [
          boxOf('kind', {}, [{kind: 'option', name: 'bad', text: 'Bad answer'}, option('good')]),
          boxOf('why', {...CHOSEN, whentagname: 'kind', whenchoicevalue: wanted}),
        ],
      };
      const asked = {
        controls: [{...control('kind', 'choice'), choices: ['bad', 'good']}, control('why', 'words')],
        places: placesOf(root),
      };

      expect(isVisible('why', asked, {kind: {choices: ['bad']}})).toBe(true);
      expect(isVisible('why', asked, {kind: {choices: ['good']}})).toBe(false);
    },
  );

  it.each([
    ['law', true],
    ['Law', true],
    ['sci', false],
  ])('means the last one of a path to an option: %s', (wanted, visible) => {
    const root: LayoutBox = {
      kind: 'group',
      inside: [boxOf('kind'), boxOf('why', {...CHOSEN, whentagname: 'kind', whenchoicevalue: wanted})],
    };
    const kind = control('kind', 'choice', {
      choices: ['0', '1'],
      options: [
        {value: '0', path: ['sci']},
        {value: '1', label: 'Law', path: ['sci', 'law']},
      ],
    });
    const asked = {controls: [kind, control('why', 'words')], places: placesOf(root)};

    expect(isVisible('why', asked, {kind: {choices: [['sci', 'law']]}})).toBe(visible);
  });

  it('turns round what is to be unselected', () => {
    const condition = {visiblewhen: 'choice-unselected', whentagname: 'kind', whenchoicevalue: 'good'};

    expect(shows(condition)).toBe(true);
    expect(shows(condition, {kind: {choices: ['bad']}})).toBe(true);
    expect(shows(condition, good)).toBe(false);
  });

  it('knows that there are no regions', () => {
    expect(shows({visiblewhen: 'region-selected', whenlabelvalue: 'x'})).toBe(false);
    expect(shows({visiblewhen: 'no-region-selected'})).toBe(true);
  });

  it('does not mind a condition that nobody knows', () => {
    expect(shows({visiblewhen: 'full-moon'})).toBe(true);
  });

  it('asks for the conditions of all boxes around', () => {
    const kind = {...CHOSEN, whentagname: 'kind'};
    const topic = {...CHOSEN, whentagname: 'topic'};

    expect(shows({}, good, kind, topic)).toBe(false);
    expect(shows({}, {...good, topic: {choices: ['x']}}, kind, topic)).toBe(true);
  });

  it('takes what was chosen where nothing is visible for not chosen', () => {
    const root: LayoutBox = {
      kind: 'group',
      inside: [
        boxOf('kind'),
        boxOf('topic', {...CHOSEN, whentagname: 'kind'}),
        boxOf('why', {...CHOSEN, whentagname: 'topic'}),
      ],
    };
    const asked = {controls: CONTROLS, places: placesOf(root)};
    const topic: Answers = {topic: {choices: ['x']}};

    expect(isVisible('why', asked, topic)).toBe(false);
    expect(isVisible('why', asked, {...topic, ...good})).toBe(true);
  });

  it('comes to an end where conditions refer to each other', () => {
    const root: LayoutBox = {
      kind: 'group',
      inside: [boxOf('kind', {...CHOSEN, whentagname: 'topic'}), boxOf('topic', {...CHOSEN, whentagname: 'kind'})],
    };

    expect(isVisible('kind', {controls: CONTROLS, places: placesOf(root)}, {topic: {choices: ['x']}})).toBe(false);
  });
});
