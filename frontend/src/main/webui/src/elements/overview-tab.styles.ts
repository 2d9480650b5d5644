import {css} from 'lit';

import {cardBoxes, figureText} from '../styles/cards.js';
import {pageTitle} from '../styles/page.js';

export const styles = css`
  ${cardBoxes}
  ${figureText}
  h1 {
    ${pageTitle}
  }
  .stale {
    margin: var(--space-3) 0 0;
    color: var(--warn);
    font-weight: 550;
  }
  .tiles,
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: var(--space-4);
    margin-top: var(--space-5);
  }
  .cards {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
  }
  .wide {
    margin-top: var(--space-4);
  }
  .waiting {
    min-height: 120px;
    opacity: 0.6;
  }
  .waiting.chart {
    grid-column: 1 / -1;
    min-height: 300px;
  }
  .value {
    font-size: var(--text-4);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .unit {
    display: block;
    font-size: var(--text-2);
    font-weight: 400;
  }
  .hint {
    font-size: var(--text-1);
  }
  .warning {
    color: var(--warn);
    font-size: var(--text-2);
    font-weight: 550;
  }
  .warning::before {
    content: '⚠ ' / '';
  }
  share-bar {
    margin: var(--space-3) 0;
  }
  dl {
    display: grid;
    gap: var(--space-3);
    margin: 0 0 var(--space-3);
    font-size: var(--text-2);
  }
  dl > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space-1) var(--space-3);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .part {
    grid-column: 1 / -1;
    height: 8px;
    min-width: 2px;
    border-radius: 4px;
    background: var(--accent);
  }
  .part.none {
    background: var(--sunken);
    min-width: 100%;
  }
`;
