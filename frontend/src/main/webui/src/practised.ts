import {readSetting, writeSetting} from './theme.js';

const nameOf = (userId: number) => `prefstream.practised.${userId}`;

/** Whether the practice round was offered to a person in this browser and needs no further offer. */
export function hasPractised(userId: number): boolean {
  return readSetting(nameOf(userId)) !== null;
}

/** Remembers that a person has opened the practice round, or does not want it. */
export function notePractised(userId: number): void {
  writeSetting(nameOf(userId), 'yes');
}
