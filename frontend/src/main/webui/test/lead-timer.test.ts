import {expect, it} from 'vitest';

import {LeadTimer} from '../src/model/lead-timer.js';

it('counts only the time it runs', () => {
  let now = 1000;
  const timer = new LeadTimer(() => now);
  now = 5000;
  timer.run();
  now = 6234;
  timer.pause();
  now = 60_000;
  timer.run();
  timer.run();
  now = 61_000;

  expect(timer.seconds).toBe(2.234);
});

it('is at rest until it is started', () => {
  let now = 0;
  const timer = new LeadTimer(() => now);
  now = 9000;
  timer.pause();

  expect(timer.seconds).toBe(0);
});
