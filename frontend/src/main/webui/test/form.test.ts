import {describe, expect, it} from 'vitest';

import {isAnswer} from '../src/model/answers.js';
import {TaskForm} from '../src/model/form.js';
import type {Answers, Control, LayoutBox, Shown} from '../src/shown.js';
import {boxOf, compared, control, layoutOf, lease, nested, option} from './fakes.js';

const PAIR = control('comparison', 'preference');
const LEFT: Answers = {comparison: {outcome: 'preference', slot: 0}};
const KIND = control('kind', 'choice', {choices: ['good', 'bad']});
const WHY = control('why', 'words');
const ON_BAD = {visiblewhen: 'choice-selected', whentagname: 'kind', whenchoicevalue: 'bad'};
const BAD: Answers = {kind: {choices: ['bad']}};

function form(controls: Control[], boxes?: LayoutBox[], asks: Partial<Shown> = {}): TaskForm {
  return new TaskForm(lease(1, {controls, ...asks}, boxes ? layoutOf(...boxes) : null));
}

const names = (controls: readonly Control[]) => controls.map(({name}) => name);

describe('what is asked', () => {
  it('is the verdict alone where there is one pair only', () => {
    expect(form([PAIR]).main?.name).toBe('comparison');
    expect(form([PAIR]).savable).toBe(false);
    expect(form([PAIR, WHY]).savable).toBe(true);
    expect(form([WHY]).savable).toBe(true);
  });

  it('leaves out what this page cannot ask', () => {
    const asked = form([control('box', 'other'), control('three', 'preference'), control('list', 'order'), PAIR], [], {
      comparisons: [compared('comparison'), compared('three', ['x'], ['one', 'two', 'three'])],
    });

    expect(names(asked.controls)).toEqual(['comparison']);
    expect(asked.main?.name).toBe('comparison');
    expect(asked.notAsked({})).toEqual(['box']);
  });

  it('follows the conditions of the layout', () => {
    const asked = form([PAIR, KIND, WHY], [boxOf('kind'), boxOf('why', ON_BAD)]);

    expect(names(asked.asked({}))).toEqual(['comparison', 'kind']);
    expect(names(asked.asked(BAD))).toEqual(['comparison', 'kind', 'why']);
  });

  it('is blocked by what it cannot ask only while that is demanded', () => {
    const asked = form(
      [PAIR, KIND, control('day', 'other'), control('box', 'other')],
      [boxOf('kind'), {kind: 'group', attributes: ON_BAD, inside: [boxOf('day', {required: 'true'})]}, boxOf('box')],
    );

    expect([asked.demanded({}), asked.notAsked({})]).toEqual([[], ['day', 'box']]);
    expect([asked.demanded(BAD), asked.notAsked(BAD)]).toEqual([['day'], ['box']]);
    expect(asked.blocked).toBe(false);
    expect(asked.demanded({...BAD, day: {text: ['Monday']}})).toEqual([]);
  });

  it('finds the boxes of what is repeated', () => {
    const repeated = form(
      [control('why_1', 'words', {repeats: [{repeater: 0, index: 1}]})],
      [{kind: 'repeat', repeater: 0, flag: '{{idx}}', inside: [boxOf('why_{{idx}}', {required: 'true'})]}],
    );

    expect(repeated.boxOf('why_1')?.attributes).toEqual({required: 'true'});
    expect(names(repeated.missing({}))).toEqual(['why_1']);
  });
});

describe('captions', () => {
  const caption = (name: string) => ({name, caption: true, text: name, repeats: []});
  const heading = (name: string): LayoutBox => ({kind: 'heading', name});
  const parts = [caption('title'), {...caption('prompt'), caption: false}, caption('about why'), caption('for all')];
  const shownBy = (boxes: LayoutBox[], answers: Answers = {}) => {
    const asked = form([PAIR, KIND, WHY], boxes, {parts});
    return [names(asked.parts(answers) as never), asked.headOf('why', answers)?.name];
  };

  it('stand with the prompt, unless they stand directly before a question of their own', () => {
    const boxes = [heading('title'), {kind: 'plain' as const, name: 'prompt'}, heading('for all'), boxOf('comparison')];
    expect(shownBy([...boxes, heading('about why'), boxOf('why')])).toEqual([
      ['title', 'prompt', 'for all'],
      'about why',
    ]);
    expect(shownBy([...boxes, heading('about why'), {kind: 'group', inside: [boxOf('why')]}])).toEqual([
      ['title', 'prompt', 'about why', 'for all'],
      undefined,
    ]);
  });

  it('are left out while their conditions do not hold, and other parts are not', () => {
    const inside = [heading('for all'), {kind: 'plain' as const, name: 'prompt'}, heading('about why'), boxOf('why')];
    const boxes: LayoutBox[] = [boxOf('kind'), heading('title'), {kind: 'group', attributes: ON_BAD, inside}];

    expect(shownBy(boxes)).toEqual([['title', 'prompt'], undefined]);
    expect(shownBy(boxes, BAD)).toEqual([['title', 'prompt', 'for all'], 'about why']);
  });
});

describe('what is missing', () => {
  it('is what is required, whether the server says so or the layout', () => {
    const asked = form(
      [PAIR, {...KIND, required: true}, WHY, control('note', 'words')],
      [boxOf('why', {required: 'True'}), boxOf('note')],
    );

    expect(names(asked.missing(LEFT))).toEqual(['kind', 'why']);
    expect(names(asked.missing({...LEFT, ...BAD, why: {text: ['x']}}))).toEqual([]);
  });

  it('is not what is not visible', () => {
    const asked = form([KIND, WHY], [boxOf('kind'), boxOf('why', {...ON_BAD, required: 'true'})]);

    expect(names(asked.missing({}))).toEqual([]);
    expect(names(asked.missing(BAD))).toEqual(['why']);
  });

  it('is for a verdict also all that compares', () => {
    const asked = form([PAIR, control('second', 'preference'), control('rank', 'order'), WHY], undefined, {
      comparisons: [compared('comparison'), compared('second'), compared('rank', ['list'], ['x', 'y', 'z'])],
    });

    expect(names(asked.unfinished(LEFT))).toEqual(['second', 'rank']);
    expect(names(asked.missing(LEFT))).toEqual([]);
  });

  it('is said in the words of the layout, if it has some', () => {
    const asked = form([WHY, KIND], [boxOf('why', {requiredmessage: 'Please say why.'})]);

    expect(asked.demandOf('why', {})).toBe('Please say why.');
    expect(asked.demandOf('kind', {})).toBe('“kind” still needs an answer.');
  });

  it.each([
    [undefined, false],
    [{text: [' ', '\n']}, false],
    [{text: [' ', 'x']}, true],
    [{choices: []}, false],
    [{choices: ['x']}, true],
    [{ranking: [[]]}, false],
    [{ranking: [[1], [0, 2]]}, true],
    [{rating: 0}, false],
    [{rating: 1}, true],
    [{number: 0}, true],
    [{outcome: 'tie'}, true],
  ] as const)('takes %j for an answer: %s', (answer, expected) => {
    expect(isAnswer(answer && structuredClone<Parameters<typeof isAnswer>[0]>(answer as never))).toBe(expected);
  });
});

describe('what is sent', () => {
  it('is a verdict alone where there is nothing else', () => {
    expect(form([PAIR]).judgement(LEFT)).toEqual({verdict: {outcome: 'preference', slot: 0}});
  });

  it('is the verdict on the first pair, and the other answers by name', () => {
    const asked = form([PAIR, control('second', 'preference'), WHY], undefined, {
      comparisons: [compared('comparison'), compared('second')],
    });
    const answers: Answers = {...LEFT, second: {outcome: 'tie'}, why: {text: ['short', ' ']}};

    expect(asked.judgement(answers)).toEqual({
      verdict: {outcome: 'preference', slot: 0},
      answers: {second: {outcome: 'tie'}, why: {text: ['short']}},
    });
  });

  it('has no verdict where the pair is not answered', () => {
    expect(form([PAIR, WHY]).judgement({why: {text: ['x']}})).toEqual({answers: {why: {text: ['x']}}});
  });

  it('is not what is not visible, and not what says nothing', () => {
    const asked = form([PAIR, KIND, WHY], [boxOf('kind'), boxOf('why', ON_BAD)]);
    const why = {text: ['x']};

    expect(asked.judgement({kind: {choices: ['good']}, why})).toEqual({answers: {kind: {choices: ['good']}}});
    expect(asked.judgement({...BAD, why: {text: [' ']}})).toEqual({answers: BAD});
  });

  it('can be taken apart again', () => {
    const asked = form([PAIR, WHY]);
    const answers: Answers = {...LEFT, why: {text: ['x']}};

    expect(asked.answersOf(asked.judgement(answers))).toEqual(answers);
    expect(asked.answersOf({verdict: {outcome: 'skip'}})).toEqual({});
  });
});

describe('what is given in advance', () => {
  const kinds = [option('good', {selected: 'true'}), option('bad', {selected: 'true'}), option('odd')];

  it('are the selected options, of which only one where one may be taken', () => {
    const choices = ['good', 'bad', 'odd'];
    const one = form([control('kind', 'choice', {choices})], [boxOf('kind', {}, kinds)]);
    const several = form([control('kind', 'choice', {choices, multiple: true})], [boxOf('kind', {}, kinds)]);

    expect(one.initial()).toEqual({kind: {choices: ['good']}});
    expect(several.initial()).toEqual({kind: {choices: ['good', 'bad']}});
  });

  it('are selected options also within groups', () => {
    const choices = ['good', 'bad'];
    const several = control('kind', 'choice', {choices, multiple: true});
    const inside = [{kind: 'group' as const, inside: [option('good', {selected: 'true'})]}, ...kinds.slice(1, 2)];

    expect(form([several], [boxOf('kind', {}, inside)]).initial()).toEqual({kind: {choices: ['good', 'bad']}});
  });

  it('are selected options by the paths to them', () => {
    const law = {...option('sci'), inside: [option('law', {selected: 'true'})]};
    const topic = control('topic', 'choice', nested([['law'], ['sci'], ['sci', 'law']]));

    expect(form([topic], [boxOf('topic', {}, [option('law'), law])]).initial()).toEqual({
      topic: {choices: [['sci', 'law']]},
    });
  });

  it('are the options that the data of the task select', () => {
    const chosen = (options: Control['options'], more: Partial<Control> = {}) =>
      form([control('kind', 'choice', {choices: ['good', 'bad'], ...more, options: options ?? []})]).initial();
    const good = {value: 'good', selected: true};

    expect(chosen([{value: 'good', label: 'Good'}])).toEqual({});
    expect(chosen([good])).toEqual({kind: {choices: ['good']}});
    expect(chosen([good, {value: 'bad', selected: true}])).toEqual({kind: {choices: ['good']}});
    expect(chosen([good, {value: 'bad', selected: true}], {multiple: true})).toEqual({
      kind: {choices: ['good', 'bad']},
    });
    const {choices, options} = nested([['law'], ['sci'], ['sci', 'law']]);
    const last = options?.map((one, i) => ({...one, selected: i === 2}));
    expect(chosen(last, {choices})).toEqual({kind: {choices: [['sci', 'law']]}});
  });

  it('are stars and quantities by default', () => {
    const controls = [control('stars', 'stars', {stars: 5}), control('size', 'quantity')];

    expect(
      form(controls, [boxOf('stars', {defaultvalue: '3'}), boxOf('size', {defaultvalue: '0.5'})]).initial(),
    ).toEqual({stars: {rating: 3}, size: {number: 0.5}});
    expect(
      form(controls, [boxOf('stars', {defaultvalue: '9'}), boxOf('size', {defaultvalue: 'much'})]).initial(),
    ).toEqual({});
  });

  it('are no quantities that would not be taken', () => {
    const given = (attributes: Record<string, string>) =>
      form([control('size', 'quantity')], [boxOf('size', attributes)]).initial();

    expect(given({defaultvalue: '3', max: '3'})).toEqual({size: {number: 3}});
    expect(given({defaultvalue: '3', max: '2'})).toEqual({});
    expect(given({defaultvalue: '3 or 4'})).toEqual({});
  });

  it('are texts, unless they come from the data', () => {
    const given = (value: string) => form([WHY], [boxOf('why', {value})]).initial();

    expect(given('Because')).toEqual({why: {text: ['Because']}});
    expect(given('$why')).toEqual({});
    expect(given(' ')).toEqual({});
  });

  it('is nothing without a layout', () => {
    expect(form([KIND, control('stars', 'stars', {stars: 5})]).initial()).toEqual({});
  });
});

describe('an order', () => {
  const ORDER = control('order', 'order');
  const some: Answers = {order: {ranking: [[2], [0]]}};
  const all: Answers = {order: {ranking: [[2], [0, 1]]}};
  const ranks = (asks: Partial<Shown>, more: Partial<Control> = {}) =>
    form([{...ORDER, ...more}], [], {comparisons: [compared('order', ['items'], ['one', 'two', 'three'])], ...asks});

  it('may leave answers out', () => {
    expect(ranks({}, {required: true}).missing(some)).toEqual([]);
    expect(ranks({}).unfinished(some)).toEqual([]);
  });

  it('must have all answers where the project wants that, once it is begun or required', () => {
    const asked = ranks({whole_rankings: true});
    expect([asked.missing({}), asked.missing(some), asked.missing(all)].map(names)).toEqual([[], ['order'], []]);
    expect([asked.unfinished({}), asked.unfinished(some), asked.unfinished(all)].map(names)).toEqual([
      ['order'],
      ['order'],
      [],
    ]);
    expect(names(ranks({whole_rankings: true}, {required: true}).missing({}))).toEqual(['order']);
  });

  it('is demanded by how much it lacks', () => {
    const asked = ranks({whole_rankings: true});
    expect(asked.demandOf('order', some)).toBe('1 answer is not ranked yet.');
    expect(asked.demandOf('order', {order: {ranking: [[1]]}})).toBe('2 answers are not ranked yet.');
    expect(asked.demandOf('order', {})).toBe('“order” still needs an answer.');
  });
});

describe('the keys of options', () => {
  it('are those that the page does not use, each for one option', () => {
    const boxes = [
      boxOf('kind', {}, [option('good', {hotkey: 'X'}), option('bad', {hotkey: 'b'}), option('odd', {hotkey: 'xy'})]),
      boxOf('topic', {}, [option('art', {hotkey: 'x'}), option('law', {hotkey: '3'})]),
      boxOf('stars', {hotkey: 'r'}, [option('one', {hotkey: 'k'})]),
    ];
    const controls = [
      {...KIND, choices: ['good', 'bad', 'odd']},
      control('topic', 'choice', {choices: ['art', 'law']}),
      control('stars', 'stars', {stars: 5}),
    ];
    const keys = (asks: Partial<Shown>) =>
      form(controls, boxes, asks)
        .hotkeys({})
        .map(({key, choice}) => [key, choice]);

    expect(keys({})).toEqual([
      ['x', 'good'],
      ['3', 'law'],
    ]);
    expect(keys({strength: true})).toEqual([['x', 'good']]);
  });

  it('are those of the task where it brings the options', () => {
    const options = [
      {value: 'phys', label: 'Physics', hotkey: 'X'},
      {value: 'law', hotkey: 's'},
    ];
    const topic = control('topic', 'choice', {choices: ['maths', 'phys', 'law'], options});

    const keys = form([topic], [boxOf('topic')]).hotkeys({});
    expect(keys.map(({key, title, choice, label}) => [key, title, choice, label])).toEqual([
      ['x', 'Topic', 'phys', 'Physics'],
    ]);
  });
});
