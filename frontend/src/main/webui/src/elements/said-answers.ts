import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Judgement} from '../api.js';
import {saidIn} from '../model/said.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './said-answers.styles.js';

/** Says in words all that somebody answered on a task besides the verdict. */
@customElement('said-answers')
export class SaidAnswersElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) judgement?: Judgement;

  override render() {
    const said = this.judgement ? saidIn(this.judgement).filter(({control}) => control !== undefined) : [];
    if (said.length === 0) return nothing;
    return html`<section aria-label=${texts.task.otherAnswers}>
      <dl>
        ${said.map(
          ({control, words}) =>
            html`<dt dir="auto">${control}</dt>
              <dd dir="auto">${words}</dd>`,
        )}
      </dl>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'said-answers': SaidAnswersElement;
  }
}
