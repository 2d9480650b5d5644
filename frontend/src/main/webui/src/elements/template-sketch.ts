import {LitElement, css, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Piece} from '../model/templates.js';

const WIDTH = 160;
const HEIGHT = 100;
const EDGE = 12;
const GAP = 7;

/** How high each piece is. */
const HEIGHTS: Record<Piece, number> = {
  reading: 12,
  conversation: 26,
  pair: 34,
  order: 34,
  options: 9,
  stars: 9,
  writing: 14,
};

/** Draws the pieces of a labeling page from top to bottom, as a thumbnail. It says nothing to a screen reader. */
@customElement('template-sketch')
export class TemplateSketchElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      border-radius: var(--radius-2) var(--radius-2) 0 0;
      background: var(--sunken);
      overflow: hidden;
    }
    svg {
      display: block;
      width: 100%;
    }
    .line {
      stroke: var(--line-strong);
      stroke-width: 3;
      stroke-linecap: round;
      opacity: 0.55;
    }
    .box {
      fill: var(--surface);
      stroke: var(--line-strong);
    }
    .chosen {
      fill: var(--accent-wash);
      stroke: var(--accent);
    }
    .mark {
      fill: var(--accent);
    }
  `;

  @property({attribute: false}) pieces: readonly Piece[] = [];

  override render() {
    let top = EDGE;
    const drawn = this.pieces.map((piece) => {
      const at = top;
      top += HEIGHTS[piece] + GAP;
      return draw(piece, at);
    });
    // Many pieces are drawn smaller.
    const height = Math.max(HEIGHT, top - GAP + EDGE);
    return svg`<svg viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="xMidYMin meet" height=${HEIGHT} aria-hidden="true">${drawn}</svg>`;
  }
}

function draw(piece: Piece, top: number) {
  const right = WIDTH - EDGE;
  const middle = WIDTH / 2;
  switch (piece) {
    case 'reading':
      return [line(EDGE, right, top + 2), line(EDGE, right - 46, top + 10)];
    case 'conversation':
      return [
        box(EDGE, top, 74, 11),
        box(right - 74, top + 15, 74, 11),
        line(EDGE + 6, EDGE + 56, top + 5.5),
        line(right - 66, right - 10, top + 20.5),
      ];
    case 'pair':
      return [
        box(EDGE, top, middle - EDGE - 4, 34, 'chosen'),
        box(middle + 4, top, middle - EDGE - 4, 34),
        ...[9, 17, 25].flatMap((down) => [
          line(EDGE + 8, middle - 14, top + down),
          line(middle + 12, right - 10, top + down),
        ]),
      ];
    case 'order':
      return [0, 12, 24].map((down, at) => [
        box(EDGE, top + down, WIDTH - 2 * EDGE, 10, at === 0 ? 'chosen' : ''),
        line(EDGE + 18, right - 24 - at * 14, top + down + 5),
        svg`<circle class="mark" cx=${EDGE + 8} cy=${top + down + 5} r=${2.5}></circle>`,
      ]);
    case 'options':
      return [0, 1, 2].map((at) => box(EDGE + at * 38, top, 32, 9, at === 0 ? 'chosen' : '', 4.5));
    case 'stars':
      return [0, 1, 2, 3, 4].map(
        (at) => svg`<circle
        class=${at < 3 ? 'mark' : 'box'}
        cx=${EDGE + 5 + at * 14}
        cy=${top + 4.5}
        r=${4}
      ></circle>`,
      );
    case 'writing':
      return [box(EDGE, top, WIDTH - 2 * EDGE, 14), line(EDGE + 8, EDGE + 50, top + 7)];
  }
}

function line(from: number, to: number, y: number) {
  return svg`<line class="line" x1=${from} x2=${to} y1=${y} y2=${y}></line>`;
}

function box(x: number, y: number, width: number, height: number, look = '', radius = 3) {
  return svg`<rect class="box ${look}" x=${x} y=${y} width=${width} height=${height} rx=${radius}></rect>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'template-sketch': TemplateSketchElement;
  }
}
