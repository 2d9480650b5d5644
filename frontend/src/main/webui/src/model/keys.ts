/** What the annotator can do by pressing a key on the labeling page. */
export type Command =
  | 'left-much'
  | 'left'
  | 'left-slightly'
  | 'right-slightly'
  | 'right'
  | 'right-much'
  | 'tie'
  | 'both-bad'
  | 'cannot-judge'
  | 'skip'
  | 'save'
  | 'undo'
  | 'redo'
  | 'keep'
  | 'break'
  | 'help'
  | 'guidelines'
  | 'raw'
  | 'diff'
  | 'together'
  | 'prompt'
  | 'judgements'
  | 'quote'
  /** Has no key: it is wanted twice in a journey, and each key that the page takes is lost to options. */
  | 'train'
  | 'page-down'
  | 'page-up'
  | 'line-down'
  | 'line-up'
  /** Chooses the option that has this key. */
  | `option ${string}`;

/** What keys are used for besides, on the task that is shown. */
export interface KeyUse {
  /** Whether a preference says how much better. */
  strength: boolean;
  /** Whether the task asks for a rationale. */
  rationale?: boolean;
  /** The keys of options. */
  options: ReadonlySet<string>;
}

/** What decides which keys the page has for itself. */
export type OwnKeys = Omit<KeyUse, 'options'>;

const NOTHING_BESIDES: KeyUse = {strength: false, options: new Set()};

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
  j: 'judgements',
  '?': 'help',
  h: 'help',
  Escape: 'keep',
  PageDown: 'page-down',
  PageUp: 'page-up',
  ArrowDown: 'line-down',
  ArrowUp: 'line-up',
};

/** The digits are printed along a scale of seven steps. */
const STRENGTHS: Readonly<Record<string, Command>> = {
  '1': 'left-much',
  '2': 'left',
  '3': 'left-slightly',
  '4': 'tie',
  '5': 'right-slightly',
  '6': 'right',
  '7': 'right-much',
};

/** Keys that options go before, where the task has no use for them. */
const SPARE: Readonly<Record<string, Command>> = {r: 'quote', p: 'prompt'};

export type Scrolling = 'page-down' | 'page-up' | 'line-down' | 'line-up';

const SCROLLING: ReadonlySet<Command> = new Set<Scrolling>(['page-down', 'page-up', 'line-down', 'line-up']);

/**
 * The command of a key press, if it has one. No key that scrolls or asks for help elsewhere is a verdict. Keys with Alt, Ctrl
 * or Cmd belong to the browser, except undo, redo, save and a break.
 *
 * @returns undefined also for a key that is held down, unless it scrolls
 */
export function commandOf(press: KeyPress, use: KeyUse = NOTHING_BESIDES): Command | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.repeat ? undefined : withControl(press);
  if (press.shiftKey && press.key !== '?') return press.key === ' ' ? 'page-up' : undefined;
  if (press.key === ' ') return 'page-down';
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const command = plain(key, use) ?? (use.options.has(key) ? (`option ${key}` as const) : SPARE[key]);
  return command && press.repeat && !SCROLLING.has(command) ? undefined : command;
}

/** Whether the page has a plain character for itself. */
export function isTakenKey(key: string, own: OwnKeys): boolean {
  return key === ' ' || plain(key.toLowerCase(), own) !== undefined;
}

/** The key of the option that a command chooses; undefined if it is another command. */
export function optionKeyOf(command: Command): string | undefined {
  return command.startsWith('option ') ? command.slice('option '.length) : undefined;
}

function plain(key: string, {strength, rationale}: OwnKeys): Command | undefined {
  if (rationale && key === 'r') return 'quote';
  return (strength ? STRENGTHS[key] : undefined) ?? PLAIN[key];
}

function withControl({key, shiftKey}: KeyPress): Command | undefined {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  // Some keyboards have the full stop above another sign.
  if (key === '.') return 'break';
  if (shiftKey) return undefined;
  return key === 'Enter' ? 'save' : key.toLowerCase() === 'y' ? 'redo' : undefined;
}

/** Whether a command scrolls the answers. */
export function isScrolling(command: Command): command is Scrolling {
  return SCROLLING.has(command);
}

/** Whether the key press is a plain character. The annotator can switch these keys off. */
export function isCharacterKey(press: KeyPress): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey;
}
