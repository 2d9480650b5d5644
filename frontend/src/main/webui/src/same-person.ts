import type {User} from './api.js';
import type {Entry} from './model/entry.js';
import type {Receipt} from './model/outbox.js';
import {Problem, Unreachable} from './requests.js';

/** Thrown when another person has logged in in this browser: what is sent now goes with that person's cookie. */
export class SomebodyElse extends Error {
  constructor(readonly user: User) {
    super('Somebody else logged in in this browser.');
  }
}

/** What the server says to others about what is a person's own. */
const MAY_BE_FOREIGN = new Set([401, 403, 404, 409]);

export interface PersonPorts {
  send: (entry: Entry) => Promise<Receipt>;
  whoAmI: () => Promise<User>;
}

/**
 * Sends judgements of one person. A refusal counts only if it is still this person who is logged in.
 *
 * @returns what sends a judgement; it throws {@link SomebodyElse} in place of a refusal that another person got
 */
export function sendingFor(person: Pick<User, 'id'>, {send, whoAmI}: PersonPorts): PersonPorts['send'] {
  return async (entry) => {
    try {
      return await send(entry);
    } catch (failure) {
      if (!(failure instanceof Problem) || !MAY_BE_FOREIGN.has(failure.status)) throw failure;
      const user = await whoAmI().catch((away: unknown) => {
        // As long as nobody can say who is logged in, nothing is refused.
        throw away instanceof Problem && away.status === 401
          ? away
          : new Unreachable('The server cannot say who is there.');
      });
      if (user.id !== person.id) throw new SomebodyElse(user);
      // The person has logged in again meanwhile.
      if (failure.status === 401) throw new Unreachable('Logged in again.');
      throw failure;
    }
  };
}
