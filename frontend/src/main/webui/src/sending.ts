import {api} from './api.js';
import type {Entry} from './model/entry.js';
import type {Receipt} from './model/outbox.js';

/** Brings a judgement to where it belongs: to its lease, or in place of the earlier judgement that it changes. */
export function sendEntry(entry: Entry): Promise<Receipt> {
  return entry.leaseId === undefined
    ? api.change(entry.annotationId, entry)
    : api.verdict(entry.leaseId, entry.token, entry);
}
