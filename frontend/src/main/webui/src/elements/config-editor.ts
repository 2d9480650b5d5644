import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {xml} from '@codemirror/lang-xml';
import {HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting} from '@codemirror/language';
import {Compartment, EditorState, RangeSetBuilder, StateEffect, StateField} from '@codemirror/state';
import {Decoration, type DecorationSet, EditorView, keymap, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';
import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {TagWords} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';
import {styles} from './config-editor.styles.js';

/** Fired when the person has changed the text. */
export class ConfigWrittenEvent extends Event {
  static readonly type = 'config-written';

  constructor(readonly text: string) {
    super(ConfigWrittenEvent.type, {bubbles: true, composed: true});
  }
}

/** Fired when the cursor came to another line, from 1. */
export class ConfigLineEvent extends Event {
  static readonly type = 'config-line';

  constructor(readonly line: number) {
    super(ConfigLineEvent.type);
  }
}

/** Lines to mark, from 1. */
export interface MarkedLines {
  errors: readonly number[];
  warnings: readonly number[];
}

const MARK = StateEffect.define<MarkedLines>();
const MARKED = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (decorations, transaction) => {
    const mark = transaction.effects.find((effect) => effect.is(MARK));
    return mark ? decorate(transaction.state, mark.value) : decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const HIGHLIGHTING = HighlightStyle.define([
  {tag: tags.tagName, class: 'tag'},
  {tag: tags.attributeName, class: 'attribute'},
  {tag: tags.attributeValue, class: 'value'},
  {tag: [tags.comment, tags.angleBracket], class: 'quiet'},
]);

/**
 * Writes a labeling configuration, with completion of tags, attributes and columns. Styles come as constructed sheets of the shadow root, which
 * the page's policy allows.
 *
 * @fires config-written
 * @fires config-line
 */
@customElement('config-editor')
export class ConfigEditorElement extends LitElement {
  static override styles = [shared, styles];

  @property() text = '';
  /** What a configuration can be written of. */
  @property({attribute: false}) tags: readonly TagWords[] = [];
  /** The keys of the tasks' data. */
  @property({attribute: false}) columns: readonly string[] = [];
  @property({attribute: false}) marks: MarkedLines = {errors: [], warnings: []};

  @query('.box') private readonly box!: HTMLElement;

  #line = 1;
  #view: EditorView | undefined;
  readonly #language = new Compartment();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
    this.#view = undefined;
  }

  /** Puts the cursor at the beginning of a line, from 1. */
  goTo(line: number): void {
    const view = this.#view;
    if (!view) return;
    const {from} = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    view.dispatch({selection: {anchor: from}, effects: EditorView.scrollIntoView(from, {y: 'center'})});
    view.focus();
  }

  override render() {
    return html`<div class="box"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const view = (this.#view ??= this.#make());
    if (changed.has('text') && view.state.doc.toString() !== this.text) {
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: this.text}});
    }
    if (changed.has('tags') || changed.has('columns')) {
      view.dispatch({effects: this.#language.reconfigure(this.#xml())});
    }
    if (changed.has('marks')) view.dispatch({effects: MARK.of(this.marks)});
  }

  #make(): EditorView {
    return new EditorView({
      parent: this.box,
      root: this.renderRoot as ShadowRoot,
      state: EditorState.create({
        doc: this.text,
        extensions: [
          lineNumbers(),
          history(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion(),
          this.#language.of(this.#xml()),
          MARKED,
          syntaxHighlighting(HIGHLIGHTING),
          EditorView.lineWrapping,
          EditorView.domEventHandlers({beforeinput: typeOverSelection}),
          EditorView.contentAttributes.of({'aria-label': ownerTexts.config.title}),
          // Tab leaves the field, as it does everywhere: a person who uses the keyboard alone must get out.
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of((update) => {
            const text = update.state.doc.toString();
            if (update.docChanged && text !== this.text) this.dispatchEvent(new ConfigWrittenEvent(text));
            const {number} = update.state.doc.lineAt(update.state.selection.main.head);
            if (number !== this.#line) this.dispatchEvent(new ConfigLineEvent((this.#line = number)));
          }),
        ],
      }),
    });
  }

  #xml() {
    return xml({
      elements: this.tags.map(({tag, attributes}) => ({name: tag, attributes: attributes.map((name) => ({name}))})),
      attributes: [{name: 'value', global: true, values: this.columns.map((column) => `$${column}`)}],
    });
  }
}

/**
 * Types over what is selected. Chromium would keep the look of the selected text by a style in the new one, which the page's policy refuses and
 * reports.
 */
function typeOverSelection(event: InputEvent, view: EditorView): boolean {
  const {data, inputType} = event;
  if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(data), {userEvent: 'input.type', scrollIntoView: true});
  return true;
}

function decorate(state: EditorState, {errors, warnings}: MarkedLines): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const lines = [...new Set([...errors, ...warnings])].filter((line) => line >= 1 && line <= state.doc.lines);
  for (const line of lines.sort((a, b) => a - b)) {
    const {from} = state.doc.line(line);
    builder.add(from, from, Decoration.line({class: errors.includes(line) ? 'error' : 'warned'}));
  }
  return builder.finish();
}

declare global {
  interface HTMLElementTagNameMap {
    'config-editor': ConfigEditorElement;
  }
  interface HTMLElementEventMap {
    'config-written': ConfigWrittenEvent;
    'config-line': ConfigLineEvent;
  }
}
