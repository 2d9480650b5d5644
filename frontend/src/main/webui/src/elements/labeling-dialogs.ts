import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Hotkey} from '../model/hotkeys.js';
import type {Command} from '../model/keys.js';
import type {Choice} from '../model/verdicts.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {KeysDialogElement} from './keys-dialog.js';
import './guidelines-dialog.js';
import './keys-dialog.js';

/**
 * What can be looked up while labeling: the keys, and the guidelines if the project has any.
 *
 * @fires character-keys
 */
@customElement('labeling-dialogs')
export class LabelingDialogsElement extends LitElement {
  /** undefined where the project has none. */
  @property() guidelines: string | undefined;
  @property({attribute: false}) characterKeys = true;
  /** The verdicts that may be given. */
  @property({attribute: false}) choices: readonly Choice[] = [];
  /** Whether the annotator says when the task is done. */
  @property({attribute: false}) savable = false;
  /** Whether the task asks for a reason. */
  @property({attribute: false}) rationale = false;
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];

  @query('keys-dialog') private readonly keys!: KeysDialogElement;
  @query('guidelines-dialog') private readonly guidelinesDialog!: GuidelinesDialogElement | null;

  toggleKeys(): void {
    this.keys.toggle();
  }

  showGuidelines(): void {
    this.guidelinesDialog?.show();
  }

  /** Whether an open dialog takes the command instead of the page behind it. H closes the list of keys. */
  takes(command: Command): boolean {
    if (!this.keys.open) return this.guidelinesDialog?.open ?? false;
    if (command === 'help') this.keys.toggle();
    return true;
  }

  override render() {
    return html`<keys-dialog
        .choices=${this.choices}
        .savable=${this.savable}
        .rationale=${this.rationale}
        .hotkeys=${this.hotkeys}
        .characterKeys=${this.characterKeys}
      ></keys-dialog>
      ${this.guidelines ? html`<guidelines-dialog .text=${this.guidelines}></guidelines-dialog>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-dialogs': LabelingDialogsElement;
  }
}
