import type {Statistics} from '../src/model/statistics.js';

/** The statistics of a project that two people have worked in. */
export const STATISTICS: Statistics = {
  judgements: 30,
  skipped: 2,
  pairs: {preference: 24, tie: 3, both_bad: 2, cannot_judge: 1},
  sides: {left: 20, right: 4, share: 0.83, low: 0.64, high: 0.93},
  length: {longer: 12, shorter: 12, equal: 0, share: 0.5, low: 0.31, high: 0.69},
  lead_time_s: {median: 12.4, p90: 31},
  agreement: {units: 10, pairs: 10, raw: 0.8, alpha: 0.62, low: 0.2, high: 0.95},
  course: {
    step: 'hour',
    buckets: [
      {from: '2026-11-23T03:00:00Z', judgements: 20, people: {'3': 12, '4': 8}},
      {from: '2026-11-23T06:00:00Z', judgements: 10, people: {'4': 10}},
    ],
  },
  people: [person(3, 'Ann Lee', 12), person(4, '', 18)],
  topic: {rows: 24, last_at: '2026-11-23T06:10:00Z', lag_ms: 34},
};

function person(user: number, name: string, judgements: number): Statistics['people'][number] {
  return {
    user,
    name,
    judgements,
    skipped: 1,
    median_lead_time_s: 12,
    left: 5,
    right: 5,
    share: 0.5,
    low: 0.2,
    high: 0.8,
    last_hour: '2026-11-23T06:00:00Z',
  };
}
