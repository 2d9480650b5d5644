import type {Command} from './keys.js';

/** How an annotator has texts shown. Each part is switched by the command of its name. */
export interface Reading {
  /** Word for word, and not as Markdown. */
  raw: boolean;
  /** With marks on what differs. Answers are shown word for word then, too. */
  diff: boolean;
  /** So that the answers scroll together. */
  together: boolean;
}

export const NOTHING_SWITCHED: Reading = {raw: false, diff: false, together: false};

/** Whether a command switches how texts are shown. */
export function isReading(command: Command): command is keyof Reading & Command {
  return Object.hasOwn(NOTHING_SWITCHED, command);
}

/** Switches a part. Markdown takes the place of marks, too. */
export function switched(reading: Reading, part: keyof Reading): Reading {
  if (part === 'raw') return {...reading, raw: !reading.raw && !reading.diff, diff: false};
  return {...reading, [part]: !reading[part]};
}
