import {type Command, commandOf, isCharacterKey} from './model/keys.js';
import {readSetting, writeSetting} from './theme.js';

export interface KeyboardPorts {
  /** Whether an open dialog takes the command, to carry it out or to ignore it. */
  dialogTakes: (command: Command) => boolean;
  /** Carries out a command; false if there is nothing to do and the browser may have the key. */
  obey: (command: Command) => boolean;
}

const CHARACTER_KEYS = 'prefstream.character-keys';

/**
 * Listens to the keys pressed anywhere on the page, and passes on the commands that nothing else needs. One physical press is
 * one command: a key that is down has to be let go before it counts again.
 */
export class Keyboard {
  #characterKeys = readSetting(CHARACTER_KEYS) !== 'off';
  readonly #down = new Set<string>();

  constructor(private readonly ports: KeyboardPorts) {}

  /** Whether plain characters are commands. The browser remembers it. */
  get characterKeys(): boolean {
    return this.#characterKeys;
  }

  set characterKeys(enabled: boolean) {
    this.#characterKeys = enabled;
    writeSetting(CHARACTER_KEYS, enabled ? null : 'off');
  }

  /** Listens until the signal aborts. */
  listen(signal: AbortSignal): void {
    document.addEventListener('keydown', this.#onKeydown, {signal});
    // A key that is let go over another window is never heard of again.
    document.addEventListener('keyup', (event) => this.#down.delete(event.code), {signal, capture: true});
    window.addEventListener('blur', () => this.#down.clear(), {signal});
  }

  #onKeydown = (event: KeyboardEvent) => {
    const held = this.#isHeld(event);
    if (held && isActivation(event)) event.preventDefault();
    const command = commandOf({...pressOf(event), repeat: held});
    if (!command || (!this.#characterKeys && isCharacterKey(event))) return;
    if (this.ports.dialogTakes(command) || belongsToFocus(event)) return;
    if (this.ports.obey(command)) event.preventDefault();
  };

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

/** Whether the focused element needs the key: text fields, space on a button, arrows in a text that scrolls. */
function belongsToFocus(event: KeyboardEvent): boolean {
  const focused = event.composedPath()[0];
  if (!(focused instanceof HTMLElement)) return false;
  if (focused.matches('input, textarea, select, [contenteditable]')) return true;
  if (event.key === ' ') return focused.matches('button, a, summary');
  return focused.matches('.box[tabindex]') && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
}
