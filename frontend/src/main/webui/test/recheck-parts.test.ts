// @vitest-environment happy-dom
import {afterEach, describe, expect, it, vi} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Outbox, type SavingState} from '../src/model/outbox.js';
import type {LabelingSession} from '../src/model/session.js';
import {liveRechecking} from '../src/recheck-parts.js';
import {lease} from './fakes.js';

const TIE: Judgement = {verdict: {outcome: 'tie'}};

describe('liveRechecking', () => {
  let person = 0;

  afterEach(() => vi.restoreAllMocks());

  /** Whether a pair is asked again behind eleven judgements. */
  function asks(saving: SavingState, isTravelling = false): boolean {
    const session = {number: 0, setAside: () => undefined, isGoingBack: false};
    const shown = () => ({task: lease(session.number, {check_consistency: true}), previous: undefined});
    Object.defineProperty(session, 'shown', {get: shown});
    const outbox = new Outbox({shelf: undefined, later: () => () => undefined, send: () => Promise.resolve({})});
    vi.spyOn(outbox, 'state', 'get').mockReturnValue(saving);
    const whose = {userId: ++person, projectId: 7, outbox};
    const rechecking = liveRechecking(session as unknown as LabelingSession, {
      whose: () => whose,
      session: () => undefined,
      isTravelling: () => isTravelling,
      onDone: () => undefined,
    });
    for (session.number = 1; session.number <= 11; session.number++) rechecking.note(TIE);
    rechecking.look();
    return rechecking.now !== undefined;
  }

  it('asks while judgements reach the server', () => {
    expect(asks({kind: 'saved'})).toBe(true);
    expect(asks({kind: 'saving', unsaved: 1})).toBe(true);
  });

  it('asks nothing in train mode, and nothing while the server or the network is away', () => {
    expect(asks({kind: 'saved'}, true)).toBe(false);
    expect(asks({kind: 'retrying', unsaved: 1})).toBe(false);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(asks({kind: 'saved'})).toBe(false);
  });
});
