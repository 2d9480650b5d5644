import {LitElement, type PropertyValues, css, html, unsafeCSS} from 'lit';
import {customElement, property, query, queryAll} from 'lit/decorators.js';
import Plot from 'uplot';
import plotStyles from 'uplot/dist/uPlot.min.css?inline';

import {type Course, spanOf} from '../model/statistics.js';
import {spokenNumber} from '../model/numbers.js';
import {spokenBucket} from '../model/figures.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';

const HEIGHT = 240;

/** Shows how many judgements were made when and by whom: as a chart, and as a table for those who cannot see it. */
@customElement('time-chart')
export class TimeChartElement extends LitElement {
  static override styles = [
    shared,
    unsafeCSS(plotStyles),
    css`
      :host {
        display: block;
        --chart-0: light-dark(#d5dcf0, #2b3350);
        --chart-1: light-dark(#2f5bd7, #8ba8ff);
        --chart-2: light-dark(#b45309, #f0a04b);
        --chart-3: light-dark(#0f766e, #4fd1c5);
        --chart-4: light-dark(#7c3aed, #b79bff);
        --chart-5: light-dark(#be185d, #f48fb1);
      }
      .plot {
        min-height: ${HEIGHT}px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        margin: var(--space-2) 0 0;
        padding: 0;
        font-size: var(--text-1);
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
        overflow-wrap: anywhere;
      }
      i {
        flex: none;
        width: 14px;
        height: 10px;
        border-radius: 2px;
        background: currentColor;
      }
      summary {
        margin-top: var(--space-2);
        color: var(--ink-2);
        font-size: var(--text-1);
        cursor: pointer;
      }
      .scroll {
        max-height: 20rem;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        font-size: var(--text-1);
      }
      th,
      td {
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      th:first-child {
        text-align: start;
      }
    `,
  ];

  @property({attribute: false}) course: Course = {step: 'hour', times: [], all: [], people: []};

  @query('.plot') private readonly box!: HTMLElement;
  @queryAll('i') private readonly swatches!: NodeListOf<HTMLElement>;

  #plot: Plot | undefined;
  #lines = -1;
  #listening: AbortController | undefined;
  readonly #sizes = new ResizeObserver(() => this.#plot?.setSize({width: this.box.clientWidth, height: HEIGHT}));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => this.#draw(), {signal: this.#listening.signal});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#sizes.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  override render() {
    const {all, table, when} = ownerTexts.overview.course;
    const {times, people, step} = this.course;
    const names = [all, ...people.map(({name}) => name)];
    const rows = times.map(
      (time, at) => [time, this.course.all[at] ?? 0, ...people.map(({counts}) => counts[at] ?? 0)] as const,
    );
    return html`<div class="plot" aria-hidden="true"></div>
      <ul aria-hidden="true">
        ${names.map((name, at) => html`<li><i .style=${`color: var(--chart-${at})`}></i><span dir="auto">${name}</span></li>`)}
      </ul>
      <details>
        <summary>${table}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${table}>
          <table>
            <thead>
              <tr>
                <th scope="col">${when}</th>
                ${names.map((name) => html`<th scope="col" dir="auto">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ([time, ...counts]) =>
                  html`<tr>
                    <th scope="row">${spokenBucket(time * 1000, step)}</th>
                    ${counts.map((count) => html`<td>${spokenNumber(count)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('course')) return;
    if (this.#plot && this.#lines === this.course.people.length) this.#plot.setData(this.#data());
    else this.#draw();
  }

  #data(): Plot.AlignedData {
    const {times, all, people} = this.course;
    return [times, all, ...people.map(({counts}) => counts)];
  }

  #draw(): void {
    if (!this.isConnected) return;
    this.#plot?.destroy();
    this.#lines = this.course.people.length;
    const colors = [...this.swatches].map((swatch) => getComputedStyle(swatch).color);
    const axis: Plot.Axis = {
      stroke: getComputedStyle(this).color,
      grid: {stroke: colors[0] ?? '', width: 1},
      ticks: {show: false},
    };
    const bars = Plot.paths.bars?.({size: [0.8, 60], align: 1});
    this.#plot = new Plot(
      {
        width: Math.max(this.box.clientWidth, 200),
        height: HEIGHT,
        // Half of the last label stands beyond the last mark.
        padding: [null, 28, null, null],
        legend: {show: false},
        cursor: {show: false},
        scales: {x: {range: () => spanOf(this.course)}, y: {range: (_plot, _min, max) => [0, Math.max(max * 1.05, 4)]}},
        axes: [{...axis, grid: {show: false}}, axis],
        series: [
          {},
          {fill: colors[0] ?? '', width: 0, ...(bars ? {paths: bars} : {}), points: {show: false}},
          ...this.course.people.map((_, at) => ({stroke: colors[at + 1] ?? '', width: 2, points: {size: 5}})),
        ],
      },
      this.#data(),
      this.box,
    );
    this.#sizes.observe(this.box);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'time-chart': TimeChartElement;
  }
}
