import {LitElement, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';

import {type Template, wordsOf} from '../model/templates.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './template-gallery.styles.js';
import './template-sketch.js';

/** Fired when a template was chosen. */
export class TemplateChosenEvent extends Event {
  static readonly type = 'template-chosen';

  constructor(readonly template: Template) {
    super(TemplateChosenEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Shows the templates in their groups.
 *
 * @fires template-chosen
 */
@customElement('template-gallery')
export class TemplateGalleryElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @state() private templates: readonly Template[] = [];
  @state() private hasFailed = false;

  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render() {
    const {title, words, failed} = ownerTexts.templates;
    const groups = [...new Set(this.templates.map(({group}) => group))];
    return html`<h2>${title}</h2>
      <p>${words}</p>
      ${groups.map((group) => this.#group(group))}
      ${
        this.hasFailed
          ? html`<p role="alert">
              ${failed}
              <button class="quiet edge" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
            </p>`
          : nothing
      }`;
  }

  #group(group: string) {
    return html`<section aria-label=${group}>
      <h3>${group}</h3>
      <ul>
        ${this.templates
          .filter((template) => template.group === group)
          .map(
            (template) =>
              html`<li>
                <template-sketch .pieces=${template.sketch}></template-sketch>
                <button
                  aria-describedby="about-${this.templates.indexOf(template)}"
                  @click=${() => this.dispatchEvent(new TemplateChosenEvent(template))}
                >
                  ${template.title}
                </button>
                <p id="about-${this.templates.indexOf(template)}">${wordsOf(template)}</p>
              </li>`,
          )}
      </ul>
    </section>`;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.hasFailed = false;
    try {
      this.templates = await ownerApi.templates(signal);
    } catch {
      if (!signal.aborted) this.hasFailed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'template-gallery': TemplateGalleryElement;
  }
  interface HTMLElementEventMap {
    'template-chosen': TemplateChosenEvent;
  }
}
