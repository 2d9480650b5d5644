import {type Command, commandOf, isCharacterKey} from './model/keys.js';
import {readSetting, writeSetting} from './theme.js';

export interface KeyboardPorts {
  /** Whether an open dialog takes the command, to carry it out or to ignore it. */
  dialogTakes: (command: Command) => boolean;
  /** Carries out a command; false if there is nothing to do and the browser may have the key. */
  obey: (command: Command) => boolean;
}

const CHARACTER_KEYS = 'prefstream.character-keys';

/** Listens to the keys pressed anywhere on the page, and passes on the commands that nothing else needs. */
export class Keyboard {
  #characterKeys = readSetting(CHARACTER_KEYS) !== 'off';
  #tabbing = false;

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
    document.addEventListener('pointerdown', () => (this.#tabbing = false), {signal});
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') this.#tabbing = true;
    const command = commandOf(event);
    if (!command || (!this.#characterKeys && isCharacterKey(event))) return;
    if (this.ports.dialogTakes(command) || this.#belongsToFocus(event)) return;
    if (this.ports.obey(command)) event.preventDefault();
  };

  /** Whether the focused element needs the key: text fields, space on a button, arrows in a text that scrolls. */
  #belongsToFocus(event: KeyboardEvent): boolean {
    const focused = event.composedPath()[0];
    if (!(focused instanceof HTMLElement)) return false;
    if (focused.matches('input, textarea, select, [contenteditable]')) return true;
    if (event.key === ' ') return focused.matches('button, a');
    return this.#tabbing && focused.matches('.box[tabindex]') && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
  }
}
