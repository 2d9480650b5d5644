import {css} from 'lit';

/** Rows have one height, by which the model knows which of them are in sight (model/task-window.ts). */
export const styles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .grid {
    position: relative;
    max-height: max(320px, 100dvh - 240px);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    font-size: var(--text-2);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .grid:focus-visible {
    outline-offset: -2px;
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    height: 40px;
    border-bottom: 1px solid var(--line);
  }
  .width {
    min-width: var(--width);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 550;
  }
  .space {
    position: relative;
    overflow: hidden;
  }
  .rows {
    position: absolute;
    inset: 0 0 auto;
  }
  .rows .row {
    cursor: default;
  }
  .rows .row:hover {
    background: var(--sunken);
  }
  .rows .row[aria-selected='true'],
  .rows .row.open {
    background: var(--accent-wash);
  }
  .grid:focus-visible .row.active {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .cell {
    min-width: 0;
    padding: 0 var(--space-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .figure {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .box {
    display: grid;
    place-items: center;
    width: 44px;
    height: 40px;
    padding: 0;
  }
  .head .quiet {
    justify-content: start;
    width: 100%;
    min-height: 32px;
    padding: 4px 0;
    overflow: hidden;
    color: inherit;
    font-size: inherit;
    font-weight: inherit;
  }
  .head .figure .quiet {
    justify-content: end;
  }
  .head .quiet:focus-visible {
    outline-offset: -2px;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .skeleton {
    display: block;
    width: 70%;
    height: 12px;
    border-radius: var(--radius-1);
    background: var(--line);
  }
`;
