/** What the annotator can do by pressing a key on the labeling page. */
export type Command =
  | 'left'
  | 'right'
  | 'tie'
  | 'both-bad'
  | 'cannot-judge'
  | 'skip'
  | 'undo'
  | 'keep'
  | 'help'
  | 'scroll-down'
  | 'scroll-up';

/** The part of a keyboard event that decides which command it is. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  '1': 'left',
  ArrowLeft: 'left',
  '2': 'right',
  ArrowRight: 'right',
  '0': 'tie',
  ArrowDown: 'tie',
  ArrowUp: 'both-bad',
  '?': 'cannot-judge',
  s: 'skip',
  h: 'help',
  Escape: 'keep',
  PageDown: 'scroll-down',
  PageUp: 'scroll-up',
};

const SCROLLING: ReadonlySet<Command> = new Set<Command>(['scroll-down', 'scroll-up']);

/**
 * The command of a key press, if it has one. A key that is held down judges once. Keys with Alt, Ctrl or Cmd belong to
 * the browser, except undo.
 */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    return press.key.toLowerCase() === 'z' && !press.shiftKey && !press.repeat ? 'undo' : undefined;
  }
  if (press.shiftKey && press.key !== '?') return press.key === ' ' ? 'scroll-up' : undefined;
  if (press.key === ' ') return 'scroll-down';
  const command = PLAIN[press.key.length === 1 ? press.key.toLowerCase() : press.key];
  return command && press.repeat && !SCROLLING.has(command) ? undefined : command;
}

/** Whether the key press is a plain character. The annotator can switch these keys off. */
export function isCharacterKey(press: KeyPress): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey;
}
