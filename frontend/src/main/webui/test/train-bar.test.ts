// @vitest-environment happy-dom
import {afterEach, describe, expect, it} from 'vitest';

import type {TrainBarElement} from '../src/elements/train-bar.js';
import '../src/elements/train-bar.js';
import type {Receipt, TrainState} from '../src/model/train.js';

async function bar(state: TrainState, receipt?: Receipt): Promise<TrainBarElement> {
  const element = document.createElement('train-bar');
  element.state = state;
  element.receipt = receipt;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const words = (element: TrainBarElement) => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
const UNTIL = new Date().setHours(21, 40);
const CLOCK = new Intl.DateTimeFormat(undefined, {timeStyle: 'short'}).format(UNTIL);
const LAST_YEAR = new Date(2025, 0, 1, 21, 40).getTime();

describe('train-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how far it is, and until when tasks are kept', async () => {
    expect(words(await bar({kind: 'filling', ready: 38, wanted: 40}))).toBe('Train mode: 38 of 40 ready');
    const ready = {kind: 'ready', count: 40, isAll: false, until: UNTIL, reopens: true} as const;
    expect(words(await bar(ready))).toBe(`Ready to go offline: 40 tasks until ${CLOCK}`);
    expect(words(await bar({...ready, count: 1, isAll: true, reopens: false}))).toContain('Leave this tab open');
  });

  it('counts down, and says when the time is over', async () => {
    expect(words(await bar({kind: 'away', left: 12, until: UNTIL, isOver: false}))).toBe('Offline: 12 left');
    expect(words(await bar({kind: 'away', left: 12, until: UNTIL, isOver: true}))).toContain(`over since ${CLOCK}.`);
    const day = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium'}).format(LAST_YEAR);
    expect(words(await bar({kind: 'away', left: 12, until: LAST_YEAR, isOver: true}))).toContain(`over since ${day}`);
    expect(words(await bar({kind: 'returning', unsent: 1}))).toBe('Back online: 1 judgement to be saved…');
  });

  it('tells what was saved, and what was not and why', async () => {
    expect(words(await bar({kind: 'off'}, {saved: 20, refused: []}))).toContain('20 judgements saved.');
    const refused = [{key: 'k', taskNumber: 3, reason: 'Somebody else has it.'}];
    const element = await bar({kind: 'off'}, {saved: 19, refused});
    expect(words(element)).toContain('1 judgement not counted:');
    expect(words(element)).toContain('#3: Somebody else has it.');

    let dismissed = 0;
    element.addEventListener('receipt-dismissed', () => dismissed++);
    element.shadowRoot?.querySelector('button')?.click();
    expect(dismissed).toBe(1);
  });
});
