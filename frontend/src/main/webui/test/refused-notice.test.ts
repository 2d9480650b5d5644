// @vitest-environment happy-dom
import {afterEach, describe, expect, it} from 'vitest';

import '../src/elements/refused-notice.js';
import type {RefusedNoticeElement} from '../src/elements/refused-notice.js';
import type {Entry} from '../src/model/outbox.js';

describe('refused-notice', () => {
  let notice: RefusedNoticeElement;

  afterEach(() => notice.remove());

  async function words(entry: Entry, reason = 'No changes here.'): Promise<string> {
    notice = document.createElement('refused-notice');
    notice.refused = [{entry, lost: false, reason}];
    document.body.append(notice);
    await notice.updateComplete;
    return notice.shadowRoot?.querySelector('li')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  }

  const said = {key: 'k', verdict: {outcome: 'tie'} as const, leadTimeSeconds: 1, promptStart: 'Why'};

  it('says that a verdict was not counted, and why', async () => {
    expect(await words({...said, leaseId: 'L', token: 1, taskNumber: 3})).toBe(
      'Your verdict on #3 was not counted. No changes here. You said “tie” about “Why”.',
    );
  });

  it('ends a reason that is a title', async () => {
    expect(await words({...said, annotationId: 5, taskNumber: 3}, 'Bad request')).toContain('Bad request. You said');
  });

  it('says that what was said before stands where a change was refused', async () => {
    expect(await words({...said, annotationId: 5, taskNumber: null})).toContain(
      'Your change on a deleted task was not taken, and what you said before stands.',
    );
  });
});
