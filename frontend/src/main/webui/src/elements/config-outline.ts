import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {type OutlineTag, outlineOf, tagAt} from '../model/outline.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './config-outline.styles.js';

/** Fired when a line is to be looked at, from 1. */
export class LineWantedEvent extends Event {
  static readonly type = 'line-wanted';

  constructor(readonly line: number) {
    super(LineWantedEvent.type);
  }
}

/** From this width of the window on, in pixels, the outline is open at first. */
const WIDE = 900;

/**
 * Lists the tags of a configuration, and leads to them.
 *
 * @fires line-wanted
 */
@customElement('config-outline')
export class ConfigOutlineElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property() text = '';
  /** Where the cursor is, from 1. */
  @property({attribute: false}) line = 1;
  /** The lines with errors. */
  @property({attribute: false}) errors: readonly number[] = [];

  override render() {
    const outline = outlineOf(this.text);
    const {title, none} = ownerTexts.outline;
    const here = tagAt(outline, this.line);
    const broken = new Set(this.errors.map((line) => tagAt(outline, line)));
    return html`<details ?open=${innerWidth >= WIDE}>
      <summary>${title}</summary>
      ${
        outline.length === 0
          ? html`<p>${none}</p>`
          : html`<ul aria-label=${title}>
              ${outline.map((tag, at) => this.#tag(tag, at === here, broken.has(at)))}
            </ul>`
      }
    </details>`;
  }

  #tag({tag, name, toName, line, depth}: OutlineTag, isHere: boolean, isBroken: boolean) {
    const {error, about, at} = ownerTexts.outline;
    return html`<li class="depth-${Math.min(depth, 6)}">
      <button
        class="quiet"
        aria-current=${isHere ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new LineWantedEvent(line))}
      >
        <b>${tag}</b> ${name ? html`<span dir="auto">${name}</span>` : nothing}
        ${toName ? html`<span class="about" dir="auto">${about(toName)}</span>` : nothing}
        ${isBroken ? html`<span class="error">${error}</span>` : nothing}
        <span class="line">${at(line)}</span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'config-outline': ConfigOutlineElement;
  }
  interface HTMLElementEventMap {
    'line-wanted': LineWantedEvent;
  }
}
