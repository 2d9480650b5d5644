import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {namesRareCharacters} from '../model/characters.js';
import type {Hotkey} from '../model/hotkeys.js';
import type {Command} from '../model/keys.js';
import type {Choice} from '../model/verdicts.js';
import {type Part, parts} from '../parts.js';
import type {Control} from '../shown.js';
import {texts} from '../texts.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {KeysDialogElement} from './keys-dialog.js';
import {PartsController} from './parts-controller.js';
import type {SkipDialogElement} from './skip-dialog.js';

/** Says something; a demand says what is still to be done. */
type Say = (words: string, isDemand: boolean) => void;

/**
 * What can be looked up while labeling: the keys, and the guidelines if the project has any. It also asks why a task is skipped.
 *
 * @fires character-keys
 * @fires skip-reason-given
 * @fires guidelines-news
 */
@customElement('labeling-dialogs')
export class LabelingDialogsElement extends LitElement {
  /** undefined while it is not known, and where nobody follows its guidelines. */
  @property({attribute: false}) project: Project | undefined;
  @property({attribute: false}) userId = 0;
  @property({attribute: false}) characterKeys = true;
  /** The verdicts that may be given. */
  @property({attribute: false}) choices: readonly Choice[] = [];
  /** Whether the annotator says when the task is done. */
  @property({attribute: false}) savable = false;
  /** Whether the task asks for a reason. */
  @property({attribute: false}) rationale = false;
  /** What is asked. */
  @property({attribute: false}) controls: readonly Control[] = [];
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];

  readonly #parts = new PartsController(this);

  @query('keys-dialog') private readonly keys!: KeysDialogElement | null;
  @query('skip-dialog') private readonly skipDialog!: SkipDialogElement | null;
  @query('guidelines-dialog') private readonly guidelinesDialog!: GuidelinesDialogElement | null;

  /** Shows what a command looks up; false if it looks up nothing here. @param say is told why something cannot be shown */
  obey(command: Command, say: Say): boolean {
    if (command === 'help') this.#toggle(parts.keys, () => this.keys, say);
    else if (command === 'guidelines') this.#toggle(parts.guidelines, () => this.guidelinesDialog, say);
    else return false;
    return true;
  }

  /** Asks why the task is skipped. @param say is told why it cannot */
  askWhySkipped(say: Say): void {
    this.#loaded(parts.skipping, () => this.skipDialog)
      .then((dialog) => dialog?.show())
      .catch(() => say(texts.labeling.skipNotAsked, true));
  }

  /** Whether an open dialog takes the command instead of the page behind it. H closes the list of keys. */
  takes(command: Command): boolean {
    if (!this.keys?.open) return (this.guidelinesDialog?.open ?? false) || (this.skipDialog?.open ?? false);
    if (command === 'help') this.keys.toggle();
    return true;
  }

  get guidelines(): string {
    return this.project?.expert_instruction ?? '';
  }

  #toggle(part: Part, dialog: () => (LitElement & {toggle: () => void}) | null, say: Say): void {
    this.#loaded(part, dialog)
      .then((loaded) => loaded?.toggle())
      .catch(() => say(texts.parts.headline, true));
  }

  /** A dialog that is loaded for the first one who needs it; throws if it cannot be had now. */
  async #loaded<D extends LitElement>(part: Part, dialog: () => D | null): Promise<D | null> {
    await part.load();
    this.requestUpdate();
    await this.updateComplete;
    await dialog()?.updateComplete;
    return dialog();
  }

  override render() {
    const {guidelines} = this;
    const needed = guidelines ? [parts.guidelines] : [];
    const isReadable = this.#parts.state(needed, namesRareCharacters(guidelines) ? [parts.names] : []) === 'there';
    return html`${
      parts.keys.loaded
        ? html`<keys-dialog
            .choices=${this.choices}
            .savable=${this.savable}
            .rationale=${this.rationale}
            .controls=${this.controls}
            .guidelines=${guidelines !== ''}
            .hotkeys=${this.hotkeys}
            .characterKeys=${this.characterKeys}
          ></keys-dialog>`
        : nothing
    }
    ${parts.skipping.loaded ? html`<skip-dialog .characterKeys=${this.characterKeys}></skip-dialog>` : nothing}
    ${guidelines && isReadable ? html`<guidelines-dialog .project=${this.project} .userId=${this.userId}></guidelines-dialog>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-dialogs': LabelingDialogsElement;
  }
}
