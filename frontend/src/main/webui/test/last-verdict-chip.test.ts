// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Judgement} from '../src/api.js';
import '../src/elements/last-verdict.js';
import '../src/elements/pace-notice.js';
import type {PaceNoticeElement} from '../src/elements/pace-notice.js';
import type {LastVerdictElement} from '../src/elements/last-verdict.js';
import {TaskForm} from '../src/model/form.js';
import {Outbox} from '../src/model/outbox.js';
import {FakeClock, FakeServer, eventually, lease, lost, settle} from './fakes.js';

class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = [];
  readyState = 1;
  close = vi.fn();

  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('caught-up', {data: '{}'})));
  }

  row(annotation: number): void {
    const data = JSON.stringify({annotation_id: annotation, revision: 1});
    this.dispatchEvent(new MessageEvent('preference', {data}));
  }
}

describe('last-verdict', () => {
  let chip: LastVerdictElement;
  let server: FakeServer;
  let outbox: Outbox;
  let undone: number;

  beforeEach(async () => {
    FakeEventSource.opened = [];
    localStorage.clear();
    vi.stubGlobal('EventSource', FakeEventSource);
    server = new FakeServer(9);
    outbox = new Outbox({shelf: undefined, later: new FakeClock().later, send: (entry) => server.verdict(entry)});
    undone = 0;
    chip = document.createElement('last-verdict');
    chip.projectId = 7;
    chip.outbox = outbox;
    chip.addEventListener('undo-wanted', () => undone++);
    document.body.append(chip);
    await chip.updateComplete;
  });

  afterEach(() => {
    chip.remove();
    vi.unstubAllGlobals();
  });

  /** Judges a task as the page does, and tells what is said at once. */
  async function judge(number: number, judgement: Judgement, unseen: number[] = []): Promise<string | undefined> {
    chip.judging(judgement, new TaskForm(lease(number)), unseen);
    const key = `k${number}`;
    const entry = {key, leaseId: `L${number}`, token: 1, leadTimeSeconds: 1, taskNumber: number, promptStart: ''};
    outbox.add({...entry, ...judgement});
    await chip.updateComplete;
    const said = words();
    await settle();
    await chip.updateComplete;
    return said;
  }

  async function show(previous?: Judgement): Promise<void> {
    chip.shown = {previous};
    await chip.updateComplete;
    await eventually(() => expect(FakeEventSource.opened).toHaveLength(1));
  }

  const part = (selector: string) => chip.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  const words = () => part('.chip')?.textContent.replace(/\s+/g, ' ').trim();
  const question = () => part('unseen-notice')?.shadowRoot?.querySelector('p')?.textContent;
  const PREFERS: Judgement = {verdict: {outcome: 'preference', slot: 0}};

  async function press(selector: string): Promise<void> {
    await (part('unseen-notice') as LastVerdictElement | undefined)?.updateComplete;
    (part('unseen-notice')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? part(selector))?.click();
    await chip.updateComplete;
  }

  it('opens the stream once a task is shown, and closes it when it leaves', async () => {
    await settle();
    expect(FakeEventSource.opened).toEqual([]);
    await show();
    expect(FakeEventSource.opened[0]?.url).toBe('/api/projects/7/stream?from=now&mine=true');

    chip.remove();
    expect(FakeEventSource.opened[0]?.close).toHaveBeenCalledOnce();
  });

  it('says what was judged at once, and when its row was there', async () => {
    await show();
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '1', bubbles: true}));
    expect(await judge(1, PREFERS)).toBe('#1 → Answer 1 Undo');
    FakeEventSource.opened[0]?.row(1001);
    await chip.updateComplete;

    expect(words()).toMatch(/^#1 → Answer 1 · on the topic in \d+ ms Undo$/);
  });

  it('says of a tie that it is saved', async () => {
    await show();
    await judge(1, {verdict: {outcome: 'tie'}});

    expect(words()).toBe('#1 → Tie · saved Undo');
  });

  it('says that a verdict is saved where there is no stream', async () => {
    await judge(1, PREFERS);

    expect(words()).toBe('#1 → Answer 1 · saved Undo');
  });

  it('takes the verdict back by its button, which has a name', async () => {
    await judge(3, PREFERS);
    expect(part('button')?.getAttribute('aria-label')).toBe('Undo #3, Answer 1');
    await press('button');
    expect(undone).toBe(1);

    await show(PREFERS);
    expect(words()).toBeUndefined();
  });

  it('offers to go back only to where that leads', async () => {
    await judge(3, PREFERS);
    await judge(4, PREFERS);
    await show(PREFERS);
    await judge(4, {verdict: {outcome: 'tie'}});
    expect(words()).toBe('#4 → Tie · saved Undo');

    await judge(3, {verdict: {outcome: 'tie'}});
    expect(words()).toBe('#3 → Tie · saved');
  });

  describe('offers a break to whoever has become half as fast', () => {
    const notice = () => part('pace-notice') as PaceNoticeElement | undefined;
    const offer = () => notice()?.shadowRoot?.querySelector('p')?.textContent;

    beforeEach(async () => {
      let now = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => now);
      const judgeAt = async (millis: number) => {
        now += millis;
        await judge(1, PREFERS);
        await notice()?.updateComplete;
      };
      expect(chip.takeBreak()).toBe(false);
      for (let i = 0; i < 30; i++) await judgeAt(2000);
      expect(offer()).toBeUndefined();
      for (let i = 0; i < 10 && offer() === undefined; i++) await judgeAt(5000);
      expect(offer()).toBe('Your pace has halved. Take a break?');
      expect(words()).toBeUndefined();
    });

    async function isGone(): Promise<boolean> {
      await chip.updateComplete;
      await notice()?.updateComplete;
      return offer() === undefined;
    }

    it('and takes no for an answer', async () => {
      notice()?.shadowRoot?.querySelectorAll('button')[2]?.click();

      expect(await isGone()).toBe(true);
      expect(localStorage.getItem('prefstream.no-pace')).toBe('yes');
    });

    it('which is taken without the button as well, once', async () => {
      const wanted: string[] = [];
      chip.addEventListener('pace-settled', (event) => wanted.push(event.wants));

      expect(chip.takeBreak()).toBe(true);
      expect(await isGone()).toBe(true);
      expect(chip.takeBreak()).toBe(false);
      expect(wanted).toEqual(['break']);
    });
  });

  it('says nothing of a verdict that was not given again, or was refused', async () => {
    await judge(1, PREFERS);
    chip.judging(PREFERS, new TaskForm(lease(1)), []);
    await chip.updateComplete;
    expect(words()).toBeUndefined();

    server.failNext.verdict.push(lost());
    await judge(2, PREFERS);
    expect(words()).toBeUndefined();
  });

  it('asks once about an end that was not seen, in place of the rest', async () => {
    await judge(1, PREFERS, [2]);
    expect(question()).toBe('You answered before the end of answer 2 was seen. Keep it?');
    expect(words()).toBeUndefined();

    await judge(2, PREFERS, [1]);
    await (part('unseen-notice') as LastVerdictElement).updateComplete;
    expect(question()).toBeUndefined();
    expect(words()).toBe('#2 → Answer 1 · saved Undo');
  });

  it.each([
    ['keeps', 'button', 0],
    ['goes back to', 'button[aria-keyshortcuts]', 1],
  ])('%s what was judged before its end was seen', async (_, selector, times) => {
    await judge(1, PREFERS, [2]);
    await press(selector);

    expect(undone).toBe(times);
    await (part('unseen-notice') as LastVerdictElement).updateComplete;
    expect(question()).toBeUndefined();
  });

  it('asks nobody who skips, or who judges again', async () => {
    await judge(1, {verdict: {outcome: 'skip'}}, [2]);
    expect(question()).toBeUndefined();
    await show(PREFERS);
    await judge(2, PREFERS, [2]);
    expect(question()).toBeUndefined();
    expect(localStorage.getItem('prefstream.asked-unseen')).toBeNull();
  });

  it('is no live region of its own, and has no faults that axe finds', async () => {
    await judge(1, PREFERS);
    expect(part('.chip')?.closest('[aria-live], [role=status]')).toBeNull();
    const {violations} = await axe.run(chip, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id}) => id)).toEqual([]);
  });
});
