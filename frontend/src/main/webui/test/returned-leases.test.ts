import {beforeEach, expect, it} from 'vitest';

import type {Api, Lease, Leased} from '../src/api.js';
import {mindingReturns} from '../src/returned-leases.js';
import {FakeClock, lease, settle} from './fakes.js';

let clock: FakeClock;
let kept: Map<string, string>;
/** What the server would give, and what it was asked to take back. */
let live: Lease[];
let asked: number;

beforeEach(() => {
  clock = new FakeClock();
  kept = new Map();
  live = [lease(1), lease(2)];
  asked = 0;
});

function openPage(): Pick<Api, 'leases' | 'handBack'> {
  return mindingReturns({
    api: {
      leases: () => {
        asked++;
        return Promise.resolve({leases: [...live], layout: null, progress: {}} as unknown as Leased);
      },
      handBack: () => Promise.resolve(new Response()),
    },
    storage: {getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value)},
    now: () => clock.now(),
    later: clock.later,
  });
}

it('takes at once what nobody has handed back', async () => {
  const {leases} = await openPage().leases(7, 2, []);

  expect(leases).toHaveLength(2);
});

it('waits, also in the next page, until the server knows what was handed back', async () => {
  await openPage().handBack(lease(1));
  const next = openPage().leases(7, 2, []);
  await settle();
  live = [lease(2), lease(3)];
  await clock.pass(250);

  await expect(next).resolves.toMatchObject({leases: [lease(2), lease(3)]});
  expect(asked).toBe(2);
});

it('gives the next page tasks in the order of the one before, whichever the server heard of first', async () => {
  const page = openPage();
  await page.handBack(lease(1));
  await page.handBack(lease(2));
  live = [
    {...lease(4), task_id: 102},
    {...lease(5), task_id: 101},
    {...lease(6), task_id: 9},
  ];
  const {leases} = await openPage().leases(7, 3, []);
  expect(leases.map(({id}) => id)).toEqual(['L5', 'L4', 'L6']);

  await clock.pass(5000);
  await expect(openPage().leases(7, 3, [])).resolves.toMatchObject({leases: live});
});

it('leaves in front what the page before kept, because it was begun', async () => {
  await openPage().handBack(lease(2));
  live = [lease(1), {...lease(4), task_id: 102}];

  await expect(openPage().leases(7, 2, [])).resolves.toMatchObject({leases: live});
});

it('takes what the server still gives after five seconds', async () => {
  await openPage().handBack(lease(1));
  const next = openPage().leases(7, 2, []);
  await clock.pass(4900);
  expect(asked).toBe(20);
  await clock.pass(250);

  await expect(next).resolves.toMatchObject({leases: live});
});

it('is not put off by what it cannot read', async () => {
  kept.set('prefstream.returned-leases', 'nonsense');

  await expect(openPage().leases(7, 2, [])).resolves.toMatchObject({leases: live});
});
