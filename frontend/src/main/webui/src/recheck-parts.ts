/** All that is loaded once a project asks pairs again. */

import {html} from 'lit';

import {consistencyStore} from './consistency-store.js';
import type {RecheckControlPorts} from './elements/recheck-control.js';
import {Rechecking} from './model/rechecking.js';
import {Rechecks} from './model/rechecks.js';
import type {LabelingSession} from './model/session.js';
import './elements/recheck-notice.js';

/** What was judged since the page was opened, by person and project: whoever looks elsewhere on the page comes back to it. */
const judged = new Map<string, Rechecks>();

/** Makes what asks pairs again in a session. */
export function liveRechecking(session: LabelingSession, ports: RecheckControlPorts): Rechecking {
  const {whose, isTravelling, onDone} = ports;
  const isOnline = () => navigator.onLine && ['saved', 'saving'].includes(whose().outbox?.state.kind ?? '');
  return new Rechecking({
    rechecks: rechecksOf(whose()),
    session,
    mayAsk: () => isOnline() && !isTravelling(),
    onDone,
  });
}

/** That a pair is asked again, or what came of it. @param leave leaves out what is asked */
export function recheckNotice({now, result}: Rechecking, leave: () => void) {
  return html`<recheck-notice .asked=${now !== undefined} .result=${result} @recheck-left=${leave}></recheck-notice>`;
}

function rechecksOf({userId, projectId}: {userId: number; projectId: number}): Rechecks {
  const key = `${userId}/${projectId}`;
  const store = consistencyStore(userId, projectId);
  const rechecks = judged.get(key) ?? new Rechecks({store, random: () => Math.random()});
  judged.set(key, rechecks);
  return rechecks;
}
