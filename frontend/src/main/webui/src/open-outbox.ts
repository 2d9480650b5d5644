import {type User, api} from './api.js';
import {type Entry, Outbox, type OutboxListener} from './model/outbox.js';
import {later, painted} from './platform.js';
import {sendingFor} from './same-person.js';
import {sendEntry} from './sending.js';
import {LastingShelf} from './shelf.js';

/** A person's outbox, and what fetches into it what other pages of this browser have left behind. */
export interface OpenOutbox {
  outbox: Outbox;
  collect: () => Promise<void>;
}

/** Opens a person's outbox, with what earlier pages of this browser left in it. */
export async function openOutbox(
  user: User,
  onLoggedOut: NonNullable<OutboxListener['onLoggedOut']>,
): Promise<OpenOutbox> {
  const shelf = await LastingShelf.open(user.id);
  // The next task is shown before this one is sent. What was judged is on the shelf by then.
  const send = (entry: Entry) => painted().then(() => sendEntry(entry));
  const outbox = new Outbox({shelf, later, send: sendingFor(user, {send, whoAmI: () => api.whoAmI()})});
  outbox.listen({onLoggedOut});
  const collect = async () => shelf?.collect((kept) => outbox.adopt(kept));
  await collect();
  return {outbox, collect};
}
