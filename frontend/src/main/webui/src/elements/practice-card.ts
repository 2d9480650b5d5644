import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {paths} from '../navigation.js';
import {hasPractised, notePractised} from '../practised.js';
import {buttons, card, shared} from '../styles/shared.js';

/** Offers the practice round to who is new here, once. */
@customElement('practice-card')
export class PracticeCardElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      aside {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        margin-bottom: var(--space-4);
        padding: var(--space-3) var(--space-5);
        ${card}
      }
      p {
        flex: 1 1 260px;
        margin: 0;
      }
    `,
  ];

  @property({attribute: false}) userId = 0;

  override render() {
    if (hasPractised(this.userId)) return nothing;
    return html`<aside aria-label=${laterTexts.practice.title}>
      <p>${laterTexts.practice.offer}</p>
      <a class="button" href=${paths.practice}>${laterTexts.practice.practise}</a>
      <button class="quiet" @click=${this.#dismiss}>${laterTexts.practice.no}</button>
    </aside>`;
  }

  readonly #dismiss = () => {
    notePractised(this.userId);
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'practice-card': PracticeCardElement;
  }
}
