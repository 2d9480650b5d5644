import {describe, expect, it} from 'vitest';

import {type Target, foundIn, taskNumberIn} from '../src/model/command-search.js';
import {targetsFor} from '../src/model/targets.js';

function target(label: string, about = ''): Target {
  return {id: `${label}/${about}`, label, about, does: {path: '/'}};
}

function found(written: string, ...targets: Target[]): string[] {
  return foundIn(targets, written, 20).map(({label, about}) => (about ? `${label} of ${about}` : label));
}

describe('foundIn', () => {
  it('leaves all in their order where nothing is written', () => {
    expect(found('  ', target('b'), target('a'))).toEqual(['b', 'a']);
  });

  it('puts those first that fit best', () => {
    expect(
      found(
        'task',
        target('Multitasking'),
        target('Two tasks'),
        target('Tall asks'),
        target('Tasks'),
        target('Task'),
        target('Else'),
      ),
    ).toEqual(['Task', 'Tasks', 'Two tasks', 'Multitasking', 'Tall asks']);
  });

  it('wants every word, in whatever order, in the label or in what it belongs to', () => {
    const targets = [
      target('Tasks', 'Kitchen questions'),
      target('Export', 'Kitchen questions'),
      target('Tasks', 'Poems'),
    ];

    expect(found('kit task', ...targets)).toEqual(['Tasks of Kitchen questions']);
    expect(found('tasks', ...targets)).toEqual(['Tasks of Kitchen questions', 'Tasks of Poems']);
    expect(found('kitchen poems', ...targets)).toEqual([]);
  });

  it('prefers a label to what it belongs to', () => {
    expect(found('export', target('Tasks', 'Export of May'), target('Export', 'Poems'))).toEqual([
      'Export of Poems',
      'Tasks of Export of May',
    ]);
  });

  it('needs neither case nor accents, and no letter that nobody sees', () => {
    expect(found('UBER', target('Über Bäume'))).toEqual(['Über Bäume']);
    expect(found('bäume', target('uber baume'))).toEqual(['uber baume']);
    expect(found('ab', target('a\u200db\u202e'))).toHaveLength(1);
    expect(found('ﬁne', target('Fine'))).toEqual(['Fine']);
  });

  it('finds scattered letters, the closer together the better, but only from the beginning of a word', () => {
    expect(found('ktq', target('Kitchen table questions'), target('Kit q'))).toEqual([
      'Kit q',
      'Kitchen table questions',
    ]);
    expect(found('tq', target('Kitq'))).toEqual(['Kitq']);
    expect(found('iq', target('Kit q'))).toEqual([]);
  });

  it('finds words in scripts without cases', () => {
    expect(found('質問', target('料理の質問'), target('猫'))).toEqual(['料理の質問']);
    expect(found('שאל', target('שאלות'))).toEqual(['שאלות']);
  });

  it('takes signs for what they are', () => {
    expect(found('.*', target('Anything'), target('a.*b'))).toEqual(['a.*b']);
    expect(found('<img', target('<img src=x>'))).toEqual(['<img src=x>']);
  });

  it('shows no more than that many, and is fast with thousands', () => {
    const many = Array.from({length: 7000}, (_, i) => target(`Project ${i}`, 'A long title of a project'));
    const begin = performance.now();

    expect(foundIn(many, 'p 69', 10)).toHaveLength(10);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('taskNumberIn', () => {
  it.each([
    ['#123', 123],
    [' 7 ', 7],
    ['# 12', 12],
    ['0', undefined],
    ['12a', undefined],
    ['1234567890', undefined],
    ['', undefined],
  ])('%j', (written, number) => {
    expect(taskNumberIn(written)).toBe(number);
  });
});

describe('targetsFor', () => {
  const projects = [
    {id: 1, title: 'Poems'},
    {id: 2, title: ''},
  ];

  it('begins with the pages of the project at hand', () => {
    const labels = targetsFor({role: 'owner'}, projects, 1, '').map(({label}) => label);

    expect(labels.slice(0, 9)).toEqual([
      'Label',
      'Overview',
      'Tasks',
      'People',
      'Export',
      'Settings',
      'My judgements',
      'Poems',
      'Project 2',
    ]);
    expect(labels.slice(9)).toEqual([
      'Projects',
      'My judgements',
      'Account',
      'New project',
      'People',
      'Colours: as the system',
      'Colours: light',
      'Colours: dark',
      'Log out',
    ]);
  });

  it('has the pages of other projects once something is written', () => {
    const paths = (written: string) => targetsFor({role: 'manager'}, projects, undefined, written).map(({id}) => id);

    expect(paths('')).not.toContain('/projects/2/export');
    expect(paths('x')).toContain('/projects/2/export');
  });

  it('leads annotators only where they may go', () => {
    const all = targetsFor({role: 'annotator'}, projects, 1, 'x');
    const paths = all.flatMap(({does}) => (typeof does === 'object' && 'path' in does ? [does.path] : []));

    expect(new Set(paths)).toEqual(
      new Set([
        '/projects/1/label',
        '/projects/1/judgements',
        '/projects/2/label',
        '/projects/2/judgements',
        '/projects',
        '/judgements',
        '/account',
      ]),
    );
  });

  it('names each target once', () => {
    const ids = targetsFor({role: 'owner'}, projects, 2, 'x').map(({id}) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });
});
