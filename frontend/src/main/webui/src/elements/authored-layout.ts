import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';

import type {Hotkey} from '../model/hotkeys.js';
import {expanded} from '../model/layout.js';
import {isSame} from '../model/content.js';
import {comparedOf, controlOf, isStyled, mainPairOf, sheetsOf} from '../model/layout-objects.js';
import {safeSheet} from '../model/safe-css.js';
import type {Answers, Compared, LayoutBox, LayoutView, Shown} from '../shown.js';
import type {AuthoredAnswerElement} from './authored-answer.js';
import {styles} from './authored-layout.styles.js';
import type {ControlFieldElement} from './control-field.js';
import {DifferenceController} from './difference-controller.js';
import {boxTemplate} from './layout-templates.js';
import {pairNotes} from './pair-notes.js';
import {scrollBy} from './scroll-by.js';

/** The element that rules for the page as a whole are for. */
const ROOT = '.authored-root';

/**
 * Shows and asks a task as the author of the configuration laid it out. Nothing in it reaches beyond it: style sheets are
 * filtered, and hold for its shadow root only.
 *
 * @fires answer-changed
 */
@customElement('authored-layout')
export class AuthoredLayoutElement extends LitElement {
  static override styles = styles;

  @property({attribute: false}) shown?: Shown;
  @property({attribute: false}) layout?: LayoutView;
  @property({attribute: false}) answers: Answers = {};
  /** Words that say what is missing, by control's name. */
  @property({attribute: false}) problems: Readonly<Record<string, string>> = {};
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];
  /** Whether texts are shown word for word. */
  @property({attribute: false}) raw = false;
  /** Whether what differs between the answers of the active pair is marked. */
  @property({attribute: false}) diff = false;
  /** Whether verdicts on pairs are taken. */
  @property({attribute: false}) judgeable = true;
  /** The pair that the keys of verdicts are for; undefined if it is the main one, and empty if it is none. */
  @property({attribute: false}) active: string | undefined;
  /** The pair whose scale the page has elsewhere; undefined if it is the first one. */
  @property({attribute: false}) main: string | undefined;
  /** Whether a box is visible, given the boxes from the root to the box itself. */
  @property({attribute: false}) isVisible?: (path: readonly LayoutBox[]) => boolean;

  @queryAll('control-field') private readonly fields!: NodeListOf<ControlFieldElement>;
  @queryAll('authored-answer') private readonly sides!: NodeListOf<AuthoredAnswerElement>;

  readonly #sheet = new CSSStyleSheet();
  readonly #difference = new DifferenceController(this);
  #root: LayoutBox | undefined;
  /** The pair that the keys of verdicts are for, and whether its answers are the same text. */
  #pair: Compared | undefined;
  #same = false;

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await Promise.all([...this.fields, ...this.sides].map((asked) => asked.updateComplete));
    return complete;
  }

  /** Puts the focus where the control is asked; false if it is not asked here. What is folded around it unfolds. */
  focusControl(name: string): boolean {
    const field = [...this.fields].find(({control}) => control.name === name);
    const asked = field ?? [...this.sides].find(({control}) => control === name);
    if (!asked) return false;
    for (let around: Element | null = asked; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    if (field) field.focusField();
    else asked.shadowRoot?.querySelector('button')?.focus();
    return true;
  }

  /** Chooses what has that key in the configuration; false if nothing that is asked now has. */
  pressKey(key: string): boolean {
    return [...this.fields].some((field) => field.pressKey(key));
  }

  /** Scrolls the layout, or the page if that scrolls instead, by a page or by a line; false if it does not move. */
  scrollAnswers(command: 'page-down' | 'page-up' | 'line-down' | 'line-up'): boolean {
    return scrollBy(this, command);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // The author's sheet comes last, so that it wins over what is ours.
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    return root;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const {shown, layout} = this;
    if (changed.has('layout') && layout) this.#dress(layout);
    if (changed.has('layout') || changed.has('shown')) {
      this.#root = shown && layout ? expanded(layout.root, shown) : undefined;
    }
    if (shown && (['shown', 'active', 'main'] as const).some((name) => changed.has(name))) {
      this.#pair = pairOf([this.active, this.main].find(Boolean) ?? mainPairOf(shown), shown);
      const [one, other] = this.#pair?.slots ?? [];
      this.#same = one !== undefined && other !== undefined && isSame(one, other);
    }
  }

  override render() {
    const {shown} = this;
    const root = this.#root;
    if (!shown || !root) return nothing;
    const main = this.main ?? mainPairOf(shown);
    const pair = this.#pair;
    const difference = pair && this.diff ? this.#difference.between(pair.slots, this.raw) : undefined;
    const scene = {
      ...{shown, root, main, answers: this.answers, problems: this.problems, raw: this.raw, judgeable: this.judgeable},
      active: this.active ?? main,
      hotkeys: this.hotkeys,
      marks: pair && difference ? {pair, runs: difference.runs} : undefined,
      isVisible: this.isVisible ?? (() => true),
    };
    return [
      html`<div class="authored-notes" role="status">${pair ? pairNotes(this.#same, difference?.note) : nothing}</div>`,
      // eslint-disable-next-line lit-a11y/click-events-have-key-events -- Each side has a radio button for the keyboard.
      html`<div class="authored-root" @pointerdown=${this.#onPress} @click=${this.#onClick}>
        ${boxTemplate(root, [], scene)}
      </div>`,
    ];
  }

  /** Whoever styled the page thought of a light one. */
  #dress(layout: LayoutView): void {
    const sheets = sheetsOf(layout.root);
    this.#sheet.replaceSync(sheets.map((text) => safeSheet(text, ROOT)).join('\n'));
    this.toggleAttribute('styled', isStyled(layout.root));
  }

  #onPress = (event: PointerEvent) => this.#sideAround(event)?.pressedAround(event);

  #onClick = (event: MouseEvent) => this.#sideAround(event)?.clickedAround(event);

  /** The side whose box was hit beside it: a box that holds one side, and nothing else that is shown or asked. */
  #sideAround(event: Event): AuthoredAnswerElement | undefined {
    for (const target of event.composedPath()) {
      if (target === event.currentTarget || !(target instanceof Element)) return undefined;
      if (target.matches('authored-answer, control-field, .lsf-object')) return undefined;
      if (!target.matches('[data-group]')) continue;
      const held = target.querySelectorAll('authored-answer, control-field, .lsf-object');
      const [side] = held;
      if (held.length === 1 && side?.matches('authored-answer')) return side;
      return undefined;
    }
    return undefined;
  }
}

function pairOf(control: string, shown: Shown): Compared | undefined {
  return controlOf(control, shown)?.asks === 'preference' ? comparedOf(control, shown) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'authored-layout': AuthoredLayoutElement;
  }
}
