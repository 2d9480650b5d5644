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
  | 'guidelines'
  | 'raw'
  | 'diff'
  | 'together'
  | 'page-down'
  | 'page-up'
  | 'line-down'
  | 'line-up';

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
  b: 'both-bad',
  c: 'cannot-judge',
  s: 'skip',
  g: 'guidelines',
  m: 'raw',
  d: 'diff',
  y: 'together',
  '?': 'help',
  h: 'help',
  Escape: 'keep',
  PageDown: 'page-down',
  PageUp: 'page-up',
  ArrowDown: 'line-down',
  ArrowUp: 'line-up',
};

export type Scrolling = 'page-down' | 'page-up' | 'line-down' | 'line-up';

const SCROLLING: ReadonlySet<Command> = new Set<Scrolling>(['page-down', 'page-up', 'line-down', 'line-up']);

/**
 * The command of a key press, if it has one. No key that scrolls or asks for help elsewhere is a verdict. Keys with Alt, Ctrl
 * or Cmd belong to the browser, except undo.
 *
 * @returns undefined also for a key that is held down, unless it scrolls
 */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    return press.key.toLowerCase() === 'z' && !press.shiftKey && !press.repeat ? 'undo' : undefined;
  }
  if (press.shiftKey && press.key !== '?') return press.key === ' ' ? 'page-up' : undefined;
  if (press.key === ' ') return 'page-down';
  const command = PLAIN[press.key.length === 1 ? press.key.toLowerCase() : press.key];
  return command && press.repeat && !SCROLLING.has(command) ? undefined : command;
}

/** Whether a command scrolls the answers. */
export function isScrolling(command: Command): command is Scrolling {
  return SCROLLING.has(command);
}

/** Whether the key press is a plain character. The annotator can switch these keys off. */
export function isCharacterKey(press: KeyPress): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey;
}
