import {describe, expect, it} from 'vitest';

import {spokenMoment, spokenWhen} from '../src/model/when.js';

const NOW = Date.parse('2026-03-20T12:00:00Z');

describe('spokenWhen', () => {
  it.each([
    ['2026-03-20T11:59:30Z', 'now'],
    ['2026-03-20T12:05:00Z', 'now'],
    ['2026-03-20T11:57:00Z', '3 minutes ago'],
    ['2026-03-20T10:30:00Z', '1 hour ago'],
    ['2026-03-19T11:00:00Z', 'yesterday'],
    ['2026-03-15T11:00:00Z', '5 days ago'],
    ['2026-01-05T12:00:00Z', 'Jan 5, 2026'],
  ])('%s', (iso, words) => {
    expect(spokenWhen(iso, NOW, 'en')).toBe(words);
  });

  it('speaks as the browser does', () => {
    expect(spokenWhen('2026-03-20T10:00:00Z', NOW, 'de')).toBe('vor 2 Stunden');
  });
});

describe('spokenMoment', () => {
  const now = new Date(2026, 2, 20, 18, 0);

  it('is the time of day today', () => {
    expect(spokenMoment(new Date(2026, 2, 20, 9, 5).toISOString(), now.getTime(), 'en-GB')).toBe('09:05');
  });

  it('has its date on any other day', () => {
    expect(spokenMoment(new Date(2026, 2, 19, 18, 0).toISOString(), now.getTime(), 'en-GB')).toBe('19 Mar 2026, 18:00');
  });
});
