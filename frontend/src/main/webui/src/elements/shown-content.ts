import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Content, Message} from '../api.js';
import {speakerOf, toolCallsOf} from '../model/content.js';
import {shared} from '../styles/shared.js';
import {styles} from './shown-content.styles.js';
import './prose-text.js';

/**
 * Shows a text, or a conversation as its turns. Texts are word for word those of the dataset; a number in a tool call is
 * the one that JavaScript reads, so 1.0 is shown as 1, and one of more than 15 digits may be rounded.
 */
@customElement('shown-content')
export class ShownContentElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) content?: Content;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;

  override render() {
    const content = this.content;
    if (!content) return nothing;
    return content.messages
      ? html`<ol>
          ${content.messages.map((message) => this.#turn(message))}
        </ol>`
      : html`<prose-text .text=${content.text} .raw=${this.raw}></prose-text>`;
  }

  #turn(message: Message) {
    return html`<li class=${message.role}>
      <span class="speaker">${speakerOf(message)}</span>
      ${message.content ? html`<prose-text .text=${message.content} .raw=${this.raw}></prose-text>` : nothing}
      ${toolCallsOf(message).map((call) => html`<pre aria-label="Tool call"><code>${call}</code></pre>`)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-content': ShownContentElement;
  }
}
