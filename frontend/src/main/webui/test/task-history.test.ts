// @vitest-environment happy-dom
import {afterEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/task-history.js';
import {sentenceOf} from '../src/history-words.js';
import {HAPPENINGS, type HistoryEntry, happeningOf, saysSomething} from '../src/model/task-history.js';
import {ownerApi} from '../src/owner-api.js';
import {ownerTexts} from '../src/owner-texts.js';
import {eventually} from './fakes.js';

const AT = '2026-01-05T09:00:00Z';
const ADA = {id: 1, email: 'ada@x.test', first_name: 'Ada', last_name: 'Lovelace'};
const MAX = {id: 2, email: 'max@x.test', first_name: '', last_name: ''};
const SAID = {result: [], was_cancelled: false, skip_reason: null, known: true};
const HOSTILE = '<img src=x onerror=alert(1)>';

const entry = (kind: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({at: AT, kind, by: ADA, ...more});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('happeningOf', () => {
  it('tells skips from judgements, as far as it is known what was said', () => {
    expect(happeningOf(entry('submitted', {said: SAID}))).toBe('submitted');
    expect(happeningOf(entry('submitted', {said: {...SAID, was_cancelled: true}}))).toBe('skipped');
    expect(happeningOf(entry('submitted', {said: {...SAID, was_cancelled: true, known: false}}))).toBe('submitted');
    expect(happeningOf(entry('withdrawn', {said: {...SAID, was_cancelled: true, known: false}}))).toBe(
      'skip_withdrawn',
    );
  });

  it('tells who changes their own judgement from who changes that of others', () => {
    expect(happeningOf(entry('annotation_edited', {author: ADA}))).toBe('own_edited');
    expect(happeningOf(entry('annotation_edited', {author: MAX}))).toBe('annotation_edited');
  });

  it('knows nothing of what a later server tells', () => {
    expect(happeningOf(entry('frozen'))).toBeUndefined();
    expect(sentenceOf(entry('frozen'))).toBeUndefined();
  });
});

describe('sentenceOf', () => {
  it('names people by name, address or number', () => {
    expect(sentenceOf(entry('added'))).toBe('Ada Lovelace added the task.');
    expect(sentenceOf(entry('deleted', {by: MAX, author: {id: 77}}))).toBe(
      'max@x.test deleted the judgement of Account 77.',
    );
    expect(sentenceOf({at: AT, kind: 'withdrawn', author: ADA})).toBe(
      'Somebody withdrew the judgement of Ada Lovelace.',
    );
  });

  it('says numbers and places', () => {
    expect(sentenceOf(entry('overlap_set', {former_overlap: 1, overlap: 3}))).toBe(
      'Ada Lovelace set the annotators per task from 1 to 3.',
    );
    expect(sentenceOf(entry('moved', {from: {id: 7, title: 'First', inner_id: 5}}))).toBe(
      'Ada Lovelace moved it here from “First”, where it was task 5.',
    );
    expect(sentenceOf(entry('copied', {from: {id: 7, title: null, inner_id: null}}))).toContain('project 7');
    expect(sentenceOf(entry('predicted', {model_version: ''}))).toBe('Model without a name predicted.');
  });

  it('has a sentence for everything that happens', () => {
    for (const kind of HAPPENINGS) expect(sentenceOf(entry(kind))).toMatch(/\.$/);
    expect(HAPPENINGS.filter((kind) => saysSomething(entry(kind)))).toEqual([
      'submitted',
      'skipped',
      'annotation_edited',
      'own_edited',
    ]);
  });
});

describe('task-history', () => {
  async function unfolded(entries: readonly HistoryEntry[]) {
    const history = vi.spyOn(ownerApi, 'history').mockResolvedValue([...entries]);
    const element = document.createElement('task-history');
    element.taskId = 5;
    document.body.append(element);
    await element.updateComplete;
    expect(history).not.toHaveBeenCalled();
    const details = element.shadowRoot?.querySelector('details');
    if (!details) throw new Error('nothing can be unfolded');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await eventually(() => expect(element.shadowRoot?.querySelectorAll('li').length).toBe(entries.length));
    return element.shadowRoot ?? element;
  }

  it('is asked for once it is unfolded, and shows texts as texts', async () => {
    const shadow = await unfolded([
      entry('submitted', {
        by: {id: 9, first_name: HOSTILE, last_name: '', email: ''},
        said: {...SAID, was_cancelled: true, skip_reason: HOSTILE},
      }),
      entry('moved', {from: {id: 7, title: HOSTILE, inner_id: 5}}),
      entry('predicted', {model_version: HOSTILE}),
    ]);
    expect(shadow.querySelector('img')).toBeNull();
    expect(shadow.textContent.split(HOSTILE).length).toBe(5);
  });

  it('says that it is not known what was said before edits were kept', async () => {
    const shadow = await unfolded([entry('submitted', {said: {...SAID, result: null, known: false}})]);
    expect(shadow.textContent).toContain(ownerTexts.tasks.history.unknown);
  });
});
