// @vitest-environment happy-dom
import {afterEach, describe, expect, it} from 'vitest';

import '../src/elements/progress-meter.js';
import type {ProgressMeterElement} from '../src/elements/progress-meter.js';

describe('progress-meter', () => {
  let meter: ProgressMeterElement;

  afterEach(() => meter.remove());

  async function words(what: Partial<ProgressMeterElement>): Promise<string[]> {
    meter = Object.assign(document.createElement('progress-meter'), what);
    document.body.append(meter);
    await meter.updateComplete;
    return [...(meter.shadowRoot?.querySelectorAll('.words span') ?? [])].map(({textContent}) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    );
  }

  it('says what is finished, what the annotator judged, and apart from it what was skipped', async () => {
    expect(await words({finished: 37, total: 1200, mine: 33, skipped: 4})).toEqual([
      '33 by you · 4 skipped',
      '37 of 1,200 finished',
    ]);
  });

  it('says nothing of skips where there are none', async () => {
    expect(await words({finished: 37, total: 120, mine: 37})).toEqual(['37 by you', '37 of 120 finished']);
  });

  it('says nothing of the annotator where that is not known', async () => {
    expect(await words({finished: 1, total: 2})).toEqual(['', '1 of 2 finished']);
  });
});
