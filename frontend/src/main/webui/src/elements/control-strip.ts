import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {repeat} from 'lit/directives/repeat.js';

import {laterTexts} from '../later-texts.js';
import type {TaskForm} from '../model/form.js';
import type {Hotkey} from '../model/hotkeys.js';
import type {Answers, Control} from '../shown.js';
import {shared} from '../styles/shared.js';
import type {ControlFieldElement} from './control-field.js';
import {styles} from './control-strip.styles.js';
import './control-field.js';
import './shown-content.js';

/**
 * Asks what a task asks besides its main pair. It scrolls by itself; on a phone it is as long as it is.
 *
 * @fires answer-changed
 */
@customElement('control-strip')
export class ControlStripElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) form?: TaskForm;
  /** What is asked now. */
  @property({attribute: false}) controls: readonly Control[] = [];
  @property({attribute: false}) answers: Answers = {};
  /** What to say at controls that are missing, by name. */
  @property({attribute: false}) problems: Readonly<Record<string, string>> = {};
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];
  /** The name of the pair that the verdict keys are for. */
  @property({attribute: false}) active: string | undefined;
  /** Whether it is one of several on the page. */
  @property({attribute: false}) listed = false;
  @property({type: Boolean}) raw = false;

  @queryAll('control-field') private readonly fields!: NodeListOf<ControlFieldElement>;

  /** Puts the focus on a control; false if it is not here. */
  async focusControl(name: string): Promise<boolean> {
    await this.updateComplete;
    const field = this.#fieldOf(name);
    await field?.updateComplete;
    field?.focusField();
    return field !== undefined;
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.active === undefined || !changed.has('active') || changed.has('form')) return;
    this.#fieldOf(this.active)?.scrollIntoView({block: 'nearest'});
  }

  override render() {
    const form = this.form;
    if (!form) return nothing;
    // The fields of another task are new ones, so that nothing half done stays in them.
    return keyed(
      form,
      html`<section
        role=${this.listed ? 'group' : nothing}
        aria-label=${form.main ? laterTexts.fields.region : laterTexts.fields.regionAlone}
      >
        ${repeat(
          this.controls,
          ({name}) => name,
          (control) => this.#field(form, control),
        )}
      </section>`,
    );
  }

  #field(form: TaskForm, control: Control) {
    const {name, asks, required} = control;
    const isActive = name === this.active;
    const head = form.headOf(name, this.answers);
    return html`<div class="field ${asks} ${required ? 'required' : ''} ${isActive ? 'active' : ''}">
      ${isActive ? html`<span class="mark for">${laterTexts.fields.keysForThis}</span>` : nothing}
      ${head ? html`<shown-content class="head" .content=${head} .raw=${this.raw}></shown-content>` : nothing}
      <control-field
        .control=${control}
        .box=${form.boxOf(name)}
        .compared=${form.comparedBy(name)}
        .answer=${this.answers[name]}
        .problem=${this.problems[name] ?? ''}
        .hotkeys=${this.hotkeys}
        .active=${isActive}
        .allows=${form.shown.allows}
        .strength=${form.shown.strength}
        .raw=${this.raw}
      ></control-field>
    </div>`;
  }

  #fieldOf(name: string): ControlFieldElement | undefined {
    return [...this.fields].find(({control}) => control.name === name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'control-strip': ControlStripElement;
  }
}
