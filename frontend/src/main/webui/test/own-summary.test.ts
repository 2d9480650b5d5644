// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/own-summary.js';
import type {OwnSummaryElement} from '../src/elements/own-summary.js';
import type {Receipt, Summary} from '../src/judged.js';
import {settle} from './fakes.js';

const RECEIPT: Receipt = {
  since: '2026-01-01T10:00:00Z',
  judged: 42,
  skipped: 3,
  changed: 1,
  rows: 37,
  rows_sha256: 'a'.repeat(64),
  whole: true,
};

describe('own-summary', () => {
  let element: OwnSummaryElement;
  let answers: (Summary | undefined)[];
  let copied: string[];

  beforeEach(() => {
    answers = [];
    copied = [];
    vi.stubGlobal('fetch', async () => {
      await Promise.resolve();
      const answer = answers.shift();
      return answer ? new Response(JSON.stringify(answer)) : new Response('{}', {status: 503});
    });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (text: string) => {
          await Promise.resolve();
          copied.push(text);
        },
      },
    });
  });

  afterEach(() => {
    element.remove();
    vi.unstubAllGlobals();
  });

  async function open(...summaries: (Summary | undefined)[]): Promise<void> {
    answers.push(...summaries);
    element = document.createElement('own-summary');
    element.projectId = 7;
    element.heading = 'Round 3';
    document.body.append(element);
    await quiet();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
    await element.updateComplete;
  }

  const words = () => element.shadowRoot?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

  it('says what was judged lately, and names the rows', async () => {
    await open({receipt: RECEIPT, sides: null});

    expect(words()).toMatch(
      /^Since .+ 42 judged · 3 of them skipped · 1 changed 37 rows in the dataset, SHA-256 a{12}…/,
    );
    expect(words()).not.toContain('left');
  });

  it('copies a receipt that can be checked', async () => {
    await open({receipt: RECEIPT, sides: null});
    element.shadowRoot?.querySelector('button')?.click();
    await quiet();

    expect(copied).toEqual([
      `Prefstream receipt of project 7 (Round 3)
judged since 2026-01-01T10:00:00Z: 42, of which skipped: 3, changed: 1
rows in the dataset: 37
SHA-256 of their lines "record_id revision": ${'a'.repeat(64)}`,
    ]);
    expect(words()).toContain('Copied');
  });

  it('shows the share of the left with its interval, and says what chance explains', async () => {
    const expected = {left: 53, right: 47, share: 0.53, low: 0.43, high: 0.62};
    await open({receipt: RECEIPT, sides: expected});
    expect(words()).toContain(
      'Of 100 answers that you preferred, 53 stood on the left: 53% (95% interval: 43% to 62%).',
    );
    expect(words()).toContain('That is as expected');

    answers.push({receipt: RECEIPT, sides: {left: 20, right: 80, share: 0.2, low: 0.13, high: 0.29}});
    await element.refresh();
    await quiet();
    expect(words()).toContain('Do you read the left answer as carefully?');
  });

  it('says nothing of sides where there are few preferences', async () => {
    await open({receipt: RECEIPT, sides: {left: 9, right: 0, share: 1, low: 0.7, high: 1}});

    expect(words()).not.toContain('left');
  });

  it('shows nothing where nothing was judged, and while the server is away', async () => {
    await open({receipt: null, sides: null});
    expect(words()).toBe('');
    element.remove();
    await open(undefined);
    expect(words()).toBe('');
  });

  it('keeps what it shows when it cannot ask anew', async () => {
    await open({receipt: RECEIPT, sides: null}, undefined);
    await element.refresh();
    await quiet();

    expect(words()).toContain('42 judged');
  });

  it('has no faults that axe finds', async () => {
    await open({receipt: RECEIPT, sides: {left: 53, right: 47, share: 0.53, low: 0.43, high: 0.62}});

    expect((await axe.run(element)).violations.map(({id}) => id)).toEqual([]);
  });
});
