import {type Command, type KeyUse, commandOf, isCharacterKey} from './model/keys.js';
import {readSetting, writeSetting} from './theme.js';

export interface KeyboardPorts {
  /** What keys are used for besides, on the task that is shown. */
  use: () => KeyUse;
  /** Whether an open dialog takes the command, to carry it out or to ignore it. */
  dialogTakes: (command: Command) => boolean;
  /** Carries out a command; false if there is nothing to do and the browser may have the key. */
  obey: (command: Command) => boolean;
}

const CHARACTER_KEYS = 'prefstream.character-keys';

/** Whether plain characters are commands in this browser. */
export function hasCharacterKeys(): boolean {
  return readSetting(CHARACTER_KEYS) !== 'off';
}

/** Switches on or off, in this browser, that plain characters are commands. */
export function switchCharacterKeys(enabled: boolean): void {
  writeSetting(CHARACTER_KEYS, enabled ? null : 'off');
}

/**
 * Listens to the keys pressed anywhere on the page, and passes on the commands that nothing else needs. One physical press is
 * one command: a key that is down has to be let go before it counts again. An element that has a use for a key prevents its
 * default.
 */
export class Keyboard {
  #characterKeys = hasCharacterKeys();
  readonly #down = new Set<string>();
  /** The keys among those that are down which were commands. */
  readonly #obeyed = new Set<string>();

  constructor(private readonly ports: KeyboardPorts) {}

  /** Whether plain characters are commands. The browser remembers it. */
  get characterKeys(): boolean {
    return this.#characterKeys;
  }

  set characterKeys(enabled: boolean) {
    this.#characterKeys = enabled;
    switchCharacterKeys(enabled);
  }

  /** Listens until the signal aborts. */
  listen(signal: AbortSignal): void {
    document.addEventListener('keydown', this.#onKeydown, {signal});
    // A key that is let go over another window is never heard of again.
    document.addEventListener('keyup', (event) => this.#letGo(event.code), {signal, capture: true});
    window.addEventListener('blur', () => [...this.#down].forEach((code) => this.#letGo(code)), {signal});
  }

  #letGo(code: string): void {
    this.#down.delete(code);
    this.#obeyed.delete(code);
  }

  #onKeydown = (event: KeyboardEvent) => {
    const held = this.#isHeld(event);
    if (event.defaultPrevented) return;
    // A command may have moved the focus. The key that is still down for it must not press or write there.
    if (held && (isActivation(event) || (this.#obeyed.has(event.code) && isTextField(event)))) event.preventDefault();
    const command = commandOf({...pressOf(event), repeat: held}, this.ports.use());
    if (!command || (!this.#characterKeys && isCharacterKey(event))) return;
    if (this.ports.dialogTakes(command)) return;
    if (belongsToFocus(event, command)) leaveField(event);
    else if (this.ports.obey(command)) this.#took(event);
  };

  #took(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.#down.has(event.code)) this.#obeyed.add(event.code);
  }

  /** Not every system says that a key repeats, so the page keeps count of what is down. */
  #isHeld(event: KeyboardEvent): boolean {
    const held = event.repeat || this.#down.has(event.code);
    // While Cmd is down, macOS does not tell that another key was let go.
    if (event.code && !event.metaKey) this.#down.add(event.code);
    return held;
  }
}

function pressOf({key, ctrlKey, metaKey, altKey, shiftKey, isComposing}: KeyboardEvent) {
  return {key, ctrlKey, metaKey, altKey, shiftKey, isComposing};
}

/** Whether the key would press a focused button again, while it is held down. */
function isActivation(event: KeyboardEvent): boolean {
  const focused = event.composedPath()[0];
  return (
    (event.key === 'Enter' || event.key === ' ') && focused instanceof HTMLElement && focused.matches('button, summary')
  );
}

/** Whether the focused element needs the key: text fields, space on a button, arrows in a text that scrolls and on a scale. */
function belongsToFocus(event: KeyboardEvent, command: Command): boolean {
  const focused = event.composedPath()[0];
  if (!(focused instanceof HTMLElement) || command === 'save' || command === 'break') return false;
  if (isTextField(event)) return true;
  if (event.key === ' ') return focused.matches('button, a, summary, input');
  if (focused.matches(SCALES)) return event.key.startsWith('Arrow') || event.key.startsWith('Page');
  return focused.matches('.box[tabindex]') && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
}

/** What arrow keys change. A button that is a radio leaves them to the page. */
const SCALES = 'input[type=radio], input[type=range], [role=slider], [role=listbox], [role=option], [role=spinbutton]';
/** The inputs that nobody writes into. */
const NOT_WRITTEN = '[type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=reset]';

function isTextField(event: Event): boolean {
  const focused = event.composedPath()[0];
  if (!(focused instanceof HTMLElement)) return false;
  return (
    focused.matches('textarea, select, [contenteditable]') ||
    (focused.matches('input') && !focused.matches(NOT_WRITTEN))
  );
}

/** Lets Esc leave a text field, after which the plain keys count again. */
function leaveField(event: KeyboardEvent): void {
  const focused = event.composedPath()[0];
  if (event.key === 'Escape' && focused instanceof HTMLElement && isTextField(event)) focused.blur();
}
