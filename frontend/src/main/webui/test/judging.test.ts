import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement, Lease} from '../src/api.js';
import {Judging} from '../src/model/judging.js';
import type {Undone} from '../src/model/phase.js';
import type {Answer, Control, LayoutView, Shown} from '../src/shown.js';
import {FakeClock, boxOf, compared, control, layoutOf, lease, option} from './fakes.js';

const PAIR = control('comparison', 'preference');
const WHY = control('why', 'words');
const STARS = control('quality', 'stars', {stars: 5, required: true});
const LEFT = {outcome: 'preference', slot: 0} as const;
const RIGHT = {outcome: 'preference', slot: 1} as const;

describe('Judging', () => {
  let judging: Judging;
  let judged: Judgement[];
  let said: string[];
  let demands: string[];
  let gone: string[];
  let leases: Lease[];
  let previous: Judgement | undefined;
  let goingBack: boolean;
  let undone: Undone;
  let clock: FakeClock;
  /** Whether the task that is shown is told as the page does. */
  let leads: boolean;
  /** How often it was asked why a task is skipped. */
  let asked: number;

  /** A session that has these tasks, and goes back to the last one with what was said about it. */
  function open(...tasks: Lease[]): void {
    leases = tasks;
    judging = new Judging({
      session: () => ({
        judge: (judgement) => {
          judged.push(judgement);
          if (!previous) leases = leases.slice(1);
          previous = undefined;
          show();
        },
        undo: () => {
          previous = judged.at(-1);
          leases = [tasks[tasks.length - leases.length - 1], ...leases].filter((one) => one !== undefined);
          show();
          return Promise.resolve(undone);
        },
        redo: () => false,
        isGoingBack: goingBack,
        keep: () => {
          previous = undefined;
          leases = leases.slice(1);
          show();
        },
        canUndo: judged.length > 0,
        shown: leases[0] && {kind: 'judging', task: leases[0], expired: false, previous, mayChange: true},
      }),
      onChange: () => undefined,
      onMoved: () => undefined,
      say: (words, isDemand) => (isDemand ? demands : said).push(words),
      goTo: (name) => gone.push(name),
      askWhySkipped: () => (asked += 1),
      later: clock.later,
    });
    show();
  }

  function show(): void {
    const [task] = leases;
    if (!leads) judging.answers.show(task, previous);
    else judging.show(task && {kind: 'judging', task, expired: false, previous, mayChange: true});
  }

  function asks(controls: Control[], more: Partial<Shown> = {}, layout: LayoutView | null = null): void {
    open(lease(1, {controls, ...more}, layout), lease(2, {controls, ...more}, layout));
  }

  const text = (words: string): Answer => ({text: [words]});

  beforeEach(() => {
    judged = [];
    said = [];
    demands = [];
    gone = [];
    previous = undefined;
    goingBack = false;
    undone = 'back';
    clock = new FakeClock();
    leads = false;
    asked = 0;
  });

  describe('one pair alone', () => {
    it('is judged by one command, which leads to the next task', () => {
      asks([PAIR]);
      judging.choose('right');

      expect(judged).toEqual([{verdict: RIGHT}]);
      expect(said).toEqual(['You said: answer 2 is better. Now at number 2.']);
      expect(judging.save()).toBe(false);
    });

    it('takes no verdict that the project does not allow', () => {
      asks([PAIR], {allows: ['preference']});
      judging.choose('tie');
      judging.choose('skip');

      expect(judged).toEqual([]);
    });

    it('is skipped for a reason where the project asks for one', () => {
      asks([PAIR], {ask_skip_reason: true});
      judging.choose('skip');
      expect(asked).toBe(1);
      expect(judged).toEqual([]);

      judging.skip('Both are cut off.');
      expect(judged).toEqual([{verdict: {outcome: 'skip', skip_reason: 'Both are cut off.'}}]);
      expect(said).toEqual(['You said: skipped. Now at number 2.']);
    });

    it('is not skipped for a reason that was given for another one', () => {
      asks([PAIR], {ask_skip_reason: true});
      judging.choose('skip');
      judging.choose('left');
      judging.skip('Both are cut off.');

      expect(judged).toEqual([{verdict: LEFT}]);
      expect(demands).toEqual(['Another task has come meanwhile. Nothing was skipped.']);
    });

    it('is not judged where something is demanded that cannot be asked, but skipped', () => {
      asks([PAIR, WHY], {allows: ['skip'], demanded: ['box']});
      judging.choose('left');
      expect(said[0]).toContain('also demands an answer to “box”');
      expect(judging.save()).toBe(false);

      judging.choose('skip');
      expect(judged).toEqual([{verdict: {outcome: 'skip'}}]);
    });
  });

  describe('what is demanded at times and cannot be asked', () => {
    const KIND = control('kind', 'choice', {choices: ['good', 'bad']});
    const when = {required: 'true', visiblewhen: 'choice-selected', whentagname: 'kind', whenchoicevalue: 'bad'};
    const layout = layoutOf(boxOf('kind', {}, [option('good'), option('bad')]), boxOf('day', when));

    it('keeps a verdict from being all while it is demanded', () => {
      asks([PAIR, KIND, control('day', 'other')], {}, layout);
      judging.answer('kind', {choices: ['bad']});
      judging.choose('left');
      judging.save();
      expect(judged).toEqual([]);
      expect(demands.map((words) => words.includes('also demands an answer to “day”'))).toEqual([true, true]);

      judging.answer('kind', {choices: ['good']});
      judging.choose('left');
      expect(judged).toEqual([{verdict: LEFT, answers: {kind: {choices: ['good']}}}]);
    });

    it('lets the task be skipped', () => {
      asks([PAIR, KIND, control('day', 'other')], {}, layout);
      judging.answer('kind', {choices: ['bad']});
      judging.choose('skip');

      expect(judged).toEqual([{verdict: {outcome: 'skip'}}]);
    });
  });

  describe('a pair and more', () => {
    it('goes on by a verdict if nothing that is required is missing', () => {
      asks([PAIR, STARS, WHY]);
      judging.answer('quality', {rating: 4});
      judging.choose('left');

      expect(judged).toEqual([{verdict: LEFT, answers: {quality: {rating: 4}}}]);
    });

    it('keeps the verdict otherwise, says what is missing, and goes there', () => {
      asks([PAIR, WHY, STARS]);
      judging.choose('left');

      expect(judged).toEqual([]);
      expect(judging.answers.chosen).toEqual(LEFT);
      expect(demands).toEqual(['You said: answer 1 is better. “quality” still needs an answer.']);
      expect(gone).toEqual(['quality']);
      expect(judging.answers.problems).toEqual({quality: '“quality” still needs an answer.'});

      judging.choose('left');
      expect(judging.answers.chosen).toEqual(LEFT);
    });

    it('says nothing more of what was missing once it is answered', () => {
      asks([PAIR, STARS]);
      judging.choose('left');
      judging.answer('quality', {rating: 1});

      expect(judging.answers.problems).toEqual({});
      judging.save();
      expect(judged).toEqual([{verdict: LEFT, answers: {quality: {rating: 1}}}]);
    });

    it('can be saved without the verdict, but not without what is required', () => {
      asks([PAIR, STARS]);
      judging.save();
      expect(demands).toEqual(['“quality” still needs an answer.']);
      expect(gone).toEqual(['quality']);

      judging.answer('quality', {rating: 2});
      judging.save();
      expect(judged).toEqual([{answers: {quality: {rating: 2}}}]);
    });

    it('waits for a ranking too', () => {
      const comparisons = [compared('comparison'), compared('rank', ['list'], ['x', 'y', 'z'])];
      asks([PAIR, control('rank', 'order')], {comparisons});
      judging.choose('tie');
      expect(gone).toEqual(['rank']);

      judging.answer('rank', {ranking: [[2], [0, 1]]});
      judging.choose('tie');
      expect(judged).toEqual([{verdict: {outcome: 'tie'}, answers: {rank: {ranking: [[2], [0, 1]]}}}]);
    });

    it('is skipped without what was answered', () => {
      asks([PAIR, WHY]);
      judging.answer('why', text('x'));
      judging.choose('skip');

      expect(judged).toEqual([{verdict: {outcome: 'skip'}}]);
    });
  });

  describe('what was given and is no answer', () => {
    const SIZE = control('size', 'quantity');

    it('is missing for a verdict and for a save, though nothing is required', () => {
      asks([PAIR, SIZE, WHY]);
      judging.answer('size', undefined, 'Write 10 or less.');
      judging.choose('left');
      judging.save();

      expect(judged).toEqual([]);
      expect(gone).toEqual(['size', 'size']);
      expect(demands).toEqual(['You said: answer 1 is better. Write 10 or less.', 'Write 10 or less.']);
      expect(judging.answers.problems).toEqual({size: 'Write 10 or less.'});
    });

    it('is missing no more once it is put right or taken back, nor with the next task', () => {
      asks([PAIR, SIZE]);
      judging.answer('size', undefined, 'Write 10 or less.');
      judging.answer('size', undefined);
      judging.choose('left');
      judging.answer('size', undefined, 'Write 10 or less.');
      judging.answer('size', {number: 3});
      judging.choose('left');

      expect(judged).toEqual([
        {verdict: LEFT, answers: {}},
        {verdict: LEFT, answers: {size: {number: 3}}},
      ]);
    });

    it('is missing no more once it is not asked any more', () => {
      const KIND = control('kind', 'choice', {choices: ['good', 'bad']});
      const when = {visiblewhen: 'choice-selected', whentagname: 'kind', whenchoicevalue: 'bad'};
      asks([KIND, SIZE], {}, layoutOf(boxOf('kind'), boxOf('size', when)));
      judging.answer('kind', {choices: ['bad']});
      judging.answer('size', undefined, 'Write 10 or less.');
      judging.answer('kind', {choices: ['good']});
      judging.answer('kind', {choices: ['bad']});
      judging.save();

      expect(judged).toEqual([{answers: {kind: {choices: ['bad']}}}]);
    });
  });

  describe('nothing answered', () => {
    it('is saved by a second press on the same task', () => {
      asks([PAIR, WHY]);
      judging.save();
      expect(demands).toEqual(['Nothing is answered. Press again to save it empty.']);
      judging.save();
      expect(judged).toEqual([{answers: {}}]);

      judging.save();
      expect(judged).toHaveLength(1);
    });

    it('has to be confirmed again after something was answered and taken back', () => {
      asks([WHY]);
      judging.save();
      judging.answer('why', text('x'));
      judging.answer('why', undefined);
      judging.save();

      expect(judged).toEqual([]);
    });

    it('is refused where the project takes nothing empty', () => {
      asks([WHY], {may_be_empty: false});
      judging.save();
      judging.answer('why', text('  '));
      judging.save();

      expect(judged).toEqual([]);
      expect(demands[0]).toBe('Nothing is answered yet. Answer something, or skip the task.');
    });
  });

  describe('no pair', () => {
    it('is only saved or skipped', () => {
      asks([WHY], {comparisons: []});
      judging.choose('left');
      expect(judging.choices.map(({command}) => command)).toEqual(['skip']);

      judging.answer('why', text('x'));
      judging.save();
      expect(judged).toEqual([{answers: {why: text('x')}}]);
      expect(said).toEqual(['Your answers are taken. Now at number 2.']);
    });
  });

  describe('several pairs', () => {
    const PAIRS = [PAIR, control('second', 'preference'), control('third', 'preference')];
    const comparisons = PAIRS.map(({name}) => compared(name));

    it('are judged one after another', () => {
      asks(PAIRS, {comparisons});
      expect(judging.answers.pairName).toBe('comparison');
      judging.choose('left');
      expect(judging.answers.pairName).toBe('second');
      expect(judging.answers.chosen).toBeUndefined();
      judging.choose('tie');
      expect(judging.answers.pairName).toBe('third');
      judging.choose('right');

      expect(judged).toEqual([{verdict: LEFT, answers: {second: {outcome: 'tie'}, third: RIGHT}}]);
    });

    it('are judged in any order by what is clicked', () => {
      asks(PAIRS, {comparisons});
      judging.choose('right', 'second');
      judging.answer('third', {outcome: 'tie'});
      expect(judging.answers.pairName).toBe('comparison');
      judging.choose('left');

      expect(judged).toEqual([{verdict: LEFT, answers: {second: RIGHT, third: {outcome: 'tie'}}}]);
    });

    it('leave the keys with the last one, once all are answered and something else is missing', () => {
      asks([...PAIRS.slice(0, 2), STARS], {comparisons});
      judging.choose('left');
      judging.choose('left');
      judging.choose('right');

      expect(judging.answers.answers).toEqual({comparison: LEFT, second: RIGHT});
    });
  });

  describe('strength', () => {
    it('is part of the verdict and of the words', () => {
      asks([PAIR], {strength: true});
      judging.choose('left-slightly');

      expect(judged).toEqual([{verdict: {...LEFT, strength: 1}}]);
      expect(said[0]).toContain('answer 1 is slightly better');
    });

    it('has no commands where it is not asked', () => {
      asks([PAIR]);
      judging.choose('left-slightly');

      expect(judged).toEqual([]);
    });
  });

  describe('going back', () => {
    it('restores all answers, and leaves them as they were when told to', () => {
      asks([PAIR, STARS, WHY]);
      judging.answer('quality', {rating: 4});
      judging.answer('why', text('x'));
      judging.choose('left');
      judging.undo();
      expect(judging.answers.answers).toEqual({comparison: LEFT, quality: {rating: 4}, why: text('x')});
      expect(judging.answers.chosen).toEqual(LEFT);

      judging.keep();
      expect(judging.answers.answers).toEqual({});
      expect(judged).toHaveLength(1);
    });

    it('loses nothing of what was begun on the later task', () => {
      asks([PAIR, STARS, WHY]);
      judging.answer('quality', {rating: 4});
      judging.choose('left');
      judging.answer('why', text('begun'));
      judging.undo();
      judging.keep();

      expect(judging.answers.answers).toEqual({why: text('begun')});
    });

    it('shows that a task was skipped', () => {
      asks([PAIR, WHY]);
      judging.choose('skip');
      judging.undo();

      expect(judging.answers.chosen).toEqual({outcome: 'skip'});
    });

    it('finds what was answered on a task that was skipped, also after it was left again', () => {
      asks([PAIR, WHY]);
      judging.answer('why', text('x'));
      judging.choose('skip');
      judging.undo();
      expect(judging.answers.answers).toEqual({why: text('x')});
      expect(judging.answers.chosen).toEqual({outcome: 'skip'});
      judging.keep();
      expect(judging.answers.answers).toEqual({});
      judging.undo();
      judging.choose('left');

      expect(judged.at(-1)).toEqual({verdict: LEFT, answers: {why: text('x')}});
    });

    it('loses no change of an earlier judgement by one key', () => {
      asks([PAIR, WHY]);
      judging.choose('left');
      judging.undo();
      expect(judging.mayLeave()).toBe(true);
      judging.answer('why', text('x'));
      for (const leave of [() => judging.keep(), () => judging.undo(), () => judging.redo()]) {
        judging.answer('why', text('y'));
        expect(leave()).toBe(true);
        expect(judging.answers.answers).toMatchObject({why: text('y')});
        expect(demands.at(-1)).toContain('Your changes are not saved. Press again to drop them.');
      }
      judging.keep();

      expect(judging.answers.answers).toEqual({});
      expect(judged).toHaveLength(1);
    });

    it('does nothing where there is nothing to go back to', () => {
      asks([PAIR]);

      expect(judging.undo()).toBe(false);
      expect(judging.keep()).toBe(false);
    });
  });

  describe('what was begun', () => {
    const begun = {outcome: 'preference' as const, slot: 1, answers: {why: text('begun')}};

    it('is restored with a lease, and said to be so', () => {
      open({...lease(1, {controls: [PAIR, WHY, STARS]}), draft: begun});

      expect(judging.answers.answers).toEqual({comparison: RIGHT, why: text('begun')});
      expect(judging.answers.restored).toBe(true);
      judging.answer('quality', {rating: 2});
      judging.save();
      expect(judged).toEqual([{verdict: RIGHT, answers: {why: text('begun'), quality: {rating: 2}}}]);
    });

    it('is not said to be restored if it is what every task begins with', () => {
      open({...lease(1, {controls: [PAIR, WHY]}), draft: {answers: {}}});

      expect(judging.answers.restored).toBe(false);
    });

    it('is worth keeping where a task asks more than a pair', () => {
      asks([PAIR]);
      judging.answers.set('comparison', LEFT);
      expect(judging.answers.begun).toBeUndefined();

      asks([PAIR, STARS]);
      judging.answer('quality', {rating: 1});
      expect(judging.answers.begun).toEqual({answered: {answers: {quality: {rating: 1}}}, initial: {answers: {}}});
      asks([WHY], {comparisons: []});
      expect(judging.answers.begun).toBeDefined();
    });
  });

  describe('on the way back to a judgement that the server has', () => {
    it('takes no verdict, which would be meant for another task, but what is written', () => {
      asks([PAIR, WHY, control('second', 'preference')], {comparisons: [compared('comparison'), compared('second')]});
      goingBack = true;
      judging.choose('left');
      judging.answer('second', LEFT);
      judging.answer('why', text('x'));
      expect(judging.save()).toBe(true);

      expect(judged).toEqual([]);
      expect(judging.answers.answers).toEqual({why: text('x')});
      expect(judging.keep()).toBe(true);
    });

    it.each([
      ['failed', 'cannot be fetched right now'],
      ['unsent', 'still on its way'],
      ['nothing', 'nothing earlier'],
    ] as const)('says so if that is %s', async (what, words) => {
      asks([PAIR]);
      undone = what;
      judging.choose('left');
      expect(judging.undo()).toBe(true);
      await Promise.resolve();

      expect(demands.at(-1)).toContain(words);
    });
  });

  describe('a task that came by itself', () => {
    const judgingOf = (task: Lease) =>
      judging.show({kind: 'judging', task, expired: false, previous: undefined, mayChange: true});

    it('takes no verdict, option or save at first, because these are meant for the one before', async () => {
      const layout = {...layoutOf(boxOf('kind', {}, [option('good', {hotkey: 'x'})])), as_configured: true};
      leads = true;
      asks([PAIR, control('kind', 'choice', {choices: ['good']})], {}, layout);
      judgingOf(lease(9, {controls: leases[0]?.shown.controls ?? []}, layout));
      await clock.pass(299);
      expect(judging.isSettling).toBe(true);
      judging.choose('left');
      judging.choose('option x');
      judging.answer('comparison', LEFT);
      expect(judging.save()).toBe(true);
      expect(judging.answers.answers).toEqual({});

      await clock.pass(1);
      expect(judging.isSettling).toBe(false);
      judging.choose('option x');
      judging.choose('left');
      expect(judged).toEqual([{verdict: LEFT, answers: {kind: {choices: ['good']}}}]);
    });

    it('is neither the first one nor one that the annotator leads to', () => {
      leads = true;
      asks([PAIR]);
      judging.choose('left');
      judging.choose('left');
      expect(judged).toHaveLength(2);
    });
  });

  it('takes no answer where what was judged can only be read, and says why', () => {
    asks([PAIR, WHY]);
    judging.answers.show(lease(9), {verdict: LEFT}, false);
    judging.choose('right');
    judging.save();

    expect(judged).toEqual([]);
    expect(judging.answers.chosen).toEqual(LEFT);
    expect(demands[0]).toBe('This project takes no changes once a task is judged.');
  });

  it('leads to the first field of the next task after a save by keyboard, where there is no pair', () => {
    asks([WHY], {comparisons: []});
    judging.answer('why', text('x'));
    judging.save();
    expect(gone).toEqual(['why']);

    asks([WHY], {comparisons: []});
    judging.answer('why', text('x'));
    judging.save(false);
    expect(gone).toEqual(['why']);

    asks([PAIR, WHY]);
    judging.answer('why', text('x'));
    judging.save();
    expect(gone).toEqual(['why']);
  });

  it('keeps what another program answered and the page does not ask', () => {
    asks([PAIR, control('region', 'other')]);
    const answers = {region: text('far')};
    judging.answers.show({...lease(9, {controls: [PAIR, control('region', 'other')]})}, {verdict: LEFT, answers});
    judging.choose('right');

    expect(judged).toEqual([{verdict: RIGHT, answers}]);
  });

  describe('options', () => {
    const KIND = control('kind', 'choice', {choices: ['good', 'bad']});
    const layout = layoutOf(boxOf('kind', {}, [option('good', {hotkey: 'x'}), option('bad', {hotkey: 'w'})]));

    it('are chosen by their keys, one in place of another', () => {
      asks([PAIR, KIND], {}, layout);
      expect([...judging.keyUse().options]).toEqual(['x', 'w']);
      judging.choose('option w');
      judging.choose('option x');
      judging.choose('option x');

      expect(judging.answers.answers).toEqual({kind: {choices: ['good']}});
    });

    it('are taken and let go of by their keys, where several may be taken', () => {
      asks([PAIR, {...KIND, multiple: true}], {}, layout);
      judging.choose('option w');
      judging.choose('option x');
      expect(judging.answers.answers).toEqual({kind: {choices: ['good', 'bad']}});

      judging.choose('option x');
      judging.choose('option w');
      expect(judging.answers.answers).toEqual({});
    });
  });

  describe("the author's layout", () => {
    const layout: LayoutView = {...layoutOf(boxOf('comparison')), as_configured: true};

    it('takes a click on an answer for a verdict', () => {
      asks([PAIR], {strength: true}, layout);
      judging.answer('comparison', RIGHT);

      expect(judged).toEqual([{verdict: {...RIGHT, strength: 2}}]);
    });

    it('keeps it where something is missing', () => {
      asks([PAIR, STARS], {}, layout);
      judging.answer('comparison', RIGHT);

      expect(judged).toEqual([]);
      expect(gone).toEqual(['quality']);
    });
  });
});
