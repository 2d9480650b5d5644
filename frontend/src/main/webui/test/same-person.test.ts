import {describe, expect, it, vi} from 'vitest';

import type {User} from '../src/api.js';
import type {Entry} from '../src/model/outbox.js';
import {Problem, Unreachable} from '../src/requests.js';
import {SomebodyElse, sendingFor} from '../src/same-person.js';
import {down, loggedOut, outage} from './fakes.js';

const ANN = {id: 1} as User;
const BOB = {id: 2} as User;
const ENTRY: Entry = {key: 'k', leaseId: 'a', token: 1, leadTimeSeconds: 1, taskNumber: 1, promptStart: 'p'};

function send(refusal: Error, who: User | Error) {
  const whoAmI = vi.fn(() => (who instanceof Error ? Promise.reject(who) : Promise.resolve(who)));
  const sent = sendingFor(ANN, {send: () => Promise.reject(refusal), whoAmI})(ENTRY);
  return {sent, whoAmI};
}

describe('sendingFor', () => {
  it.each([401, 403, 404, 409])('tells a refusal %i that somebody else got from one that counts', async (status) => {
    const refusal = new Problem(status, '', 'no');
    await expect(send(refusal, BOB).sent).rejects.toEqual(new SomebodyElse(BOB));
    if (status !== 401) await expect(send(refusal, ANN).sent).rejects.toBe(refusal);
  });

  it('tries again once the person has logged in again', async () => {
    await expect(send(loggedOut(), ANN).sent).rejects.toBeInstanceOf(Unreachable);
  });

  it.each([down(), outage(), new Problem(429, '', '')])('takes nothing as refused while it hears %s', async (away) => {
    await expect(send(new Problem(404, '', 'no'), away).sent).rejects.toBeInstanceOf(Unreachable);
  });

  it('says that nobody is logged in', async () => {
    await expect(send(new Problem(404, '', 'no'), loggedOut()).sent).rejects.toMatchObject({status: 401});
  });

  it('does not ask where another person would hear the same', async () => {
    const {sent, whoAmI} = send(new Problem(400, '', 'no'), BOB);
    await expect(sent).rejects.toMatchObject({status: 400});
    expect(whoAmI).not.toHaveBeenCalled();
  });
});
