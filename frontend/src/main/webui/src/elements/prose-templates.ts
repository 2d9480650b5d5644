import {type TemplateResult, html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {Block, Cell, Item, Prose} from '../model/markdown.js';
import type {Formula} from '../model/formulas.js';
import type {Emphasis, Span} from '../model/spans.js';
import {texts} from '../texts.js';
import {markedText} from './marked-text.js';
import './code-block.js';
import './math-text.js';
import './wide-box.js';

/** The page's own headings are of the first and second level. Those of a text come below, and leave no level out. */
const LEVEL_OF_PAGE = 2;
const LEVEL_MAX = 6;
/** So much of a picture's address is shown: one that holds the picture itself is of no use to read. */
const ADDRESS_MAX = 300;

/**
 * Templates for the blocks of a text. A block that is still the same is not rendered again. There must be no white space
 * around running text, because paragraphs preserve it.
 *
 * Each block has the direction of its own first letter. `dir="auto"` does not look into what has a `dir` itself, so the
 * first paragraph of an item or a quote has none: it is the one that the item takes its direction from.
 */
export class ProseTemplates {
  constructor(private readonly prose: Prose) {}

  blocks(blocks: readonly Block[], firstDecides = false): unknown[] {
    return blocks.map((block, i) => guard([block], () => this.#block(block, firstDecides && i === 0)));
  }

  #block(block: Block, inherits: boolean): TemplateResult {
    const dir = inherits ? nothing : 'auto';
    switch (block.kind) {
      case 'paragraph':
        return html`<p dir=${dir}>${this.#running(block.source)}</p>`;
      case 'heading': {
        const level = Math.min(LEVEL_MAX, LEVEL_OF_PAGE + block.depth);
        const text = this.#running(block.source);
        return html`<p class="h${block.size}" role="heading" aria-level=${level} dir=${dir}>${text}</p>`;
      }
      case 'code':
        return html`<code-block .code=${block.code} .language=${block.language}></code-block>`;
      case 'written':
        return html`<pre class="written" dir="auto">${markedText(block.text)}</pre>`;
      case 'quote':
        return html`<blockquote dir="auto">${this.blocks(block.blocks, true)}</blockquote>`;
      case 'list': {
        const items = block.items.map((item) => guard([item], () => this.#item(item)));
        const tight = block.tight ? 'tight' : '';
        return block.start === undefined
          ? html`<ul class=${tight}>
              ${items}
            </ul>`
          : html`<ol class=${tight} start=${block.start}>
              ${items}
            </ol>`;
      }
      case 'table':
        return this.#table(block.head, block.rows);
      case 'formula':
        return formulaTemplate(block.formula);
      case 'rule':
        return html`<hr />`;
    }
  }

  #item({done, blocks}: Item) {
    const box =
      done === undefined
        ? nothing
        : html`<span class="box" role="img" aria-label=${done ? texts.content.done : texts.content.notDone}
            >${done ? '☑' : '☐'}</span
          >`;
    return html`<li class=${done === undefined ? nothing : 'task'} dir="auto">${box}${this.blocks(blocks, true)}</li>`;
  }

  /** The first cell of the head decides in which direction the columns go. */
  #table(head: readonly Cell[], rows: readonly (readonly Cell[])[]) {
    return html`<wide-box label=${texts.content.table}
      ><table dir="auto">
        <thead>
          <tr>
            ${head.map((cell, i) => html`<th class=${cell.align} dir=${i === 0 ? nothing : 'auto'}>${this.#running(cell.source)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) =>
            guard(
              [row],
              () =>
                html`<tr>
                  ${row.map((cell) => html`<td class=${cell.align} dir="auto">${this.#running(cell.source)}</td>`)}
                </tr>`,
            ),
          )}
        </tbody>
      </table></wide-box
    >`;
  }

  #running(source: string): unknown[] {
    return this.prose.spansOf(source).map(spanTemplate);
  }
}

function spanTemplate(span: Span): unknown {
  switch (span.kind) {
    case 'text':
      return span.marks.reduceRight<unknown>(emphasised, markedText(span.text));
    case 'formula':
      return formulaTemplate(span.formula);
    case 'link':
      return html`<a href=${span.address} title=${span.address} target="_blank" rel="noopener noreferrer nofollow"
        >${span.spans.map(spanTemplate)}</a
      >`;
    case 'image': {
      const {alt, address} = span;
      const cut = address.length > ADDRESS_MAX ? `${address.slice(0, ADDRESS_MAX)}…` : address;
      return html`<span class="image"
        >${texts.content.image(markedText(alt || texts.content.undescribed), markedText(cut))}</span
      >`;
    }
  }
}

function formulaTemplate(formula: Formula): TemplateResult {
  return html`<math-text .formula=${formula} .display=${formula.display}></math-text>`;
}

function emphasised(inner: unknown, mark: Emphasis): TemplateResult {
  switch (mark) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 's':
      return html`<s>${inner}</s>`;
    case 'code':
      return html`<code dir="ltr">${inner}</code>`;
  }
}
