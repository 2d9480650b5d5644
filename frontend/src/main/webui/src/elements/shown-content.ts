import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';

import type {Content, Message} from '../api.js';
import {type ToolCall, shownCallsOf, speakerOf, toolCallsOf, toolOf} from '../model/content.js';
import {prettyJson} from '../model/pretty-json.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {markedText} from './marked-text.js';
import {styles} from './shown-content.styles.js';
import './prose-text.js';

/**
 * Shows a text, or a conversation as its turns. What is `raw` is word for word that of the dataset, and nothing is folded;
 * a number in a tool call that is no text is the one that JavaScript reads, so 1.0 is shown as 1, and one of more than 15
 * digits may be rounded.
 */
@customElement('shown-content')
export class ShownContentElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property({attribute: false}) content?: Content;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;

  /** How much is left out of the beginning: blocks of a text, or turns of a conversation. */
  @property({attribute: false}) skip = 0;

  override render() {
    const content = this.content;
    if (!content) return nothing;
    const {messages} = content;
    if (!messages) return this.#prose(content.text, this.raw, this.skip);
    // Another conversation begins as folded as the first, whatever was unfolded before.
    return keyed(
      content,
      html`<ol>
        ${messages.slice(this.skip).map((message) => this.#turn(message, messages))}
      </ol>`,
    );
  }

  #turn(message: Message, messages: readonly Message[]) {
    const {role, content} = message;
    const speaker = html`<span class="speaker" dir="auto">${markedText(speakerOf(message))}</span>`;
    if (role === 'system' && !this.raw) {
      return html`<li class="system">
        <details>
          <summary class="speaker" dir="auto">${markedText(texts.content.systemMessage(message.name))}</summary>
          ${this.#prose(content)}
        </details>
      </li>`;
    }
    const calls = this.raw ? toolCallsOf(message).map((code) => ({name: '', code})) : shownCallsOf(message);
    return html`<li class=${role === 'assistant' ? role : nothing}>
      ${speaker} ${role === 'tool' ? resultLabel(toolOf(message, messages)) : nothing}
      ${content ? (role === 'tool' ? this.#result(content) : this.#prose(content)) : nothing}
      ${calls.map((call) => this.#call(call, !content))}
    </li>`;
  }

  /** What a tool said is not Markdown. */
  #result(text: string) {
    return this.#prose(this.raw ? text : (prettyJson(text) ?? text), true);
  }

  #prose(text: string, raw = this.raw, skip = 0) {
    return html`<prose-text .text=${text} .raw=${raw} .skip=${skip}></prose-text>`;
  }

  /** A call is folded, unless it is all that the turn says. */
  #call({name, code}: ToolCall, alone: boolean) {
    return html`<details class="call" ?open=${alone || this.raw}>
      <summary dir="auto">${markedText(texts.content.toolCall(name))}</summary>
      <pre dir="ltr" aria-label=${texts.content.toolCall()}><code>${markedText(code)}</code></pre>
    </details>`;
  }
}

function resultLabel(tool: string) {
  return html`<span class="result" dir="auto">${markedText(texts.content.result(tool))}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-content': ShownContentElement;
  }
}
