import {css} from 'lit';

import {pageTitle} from '../styles/page.js';
import {card} from '../styles/shared.js';

export const styles = css`
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
  .card {
    min-width: 0;
    padding: var(--space-4) var(--space-5);
    ${card}
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
  h2 {
    margin: 0 0 var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-2);
    font-weight: 550;
  }
  p {
    margin: 0 0 var(--space-2);
  }
  p:last-child {
    margin: 0;
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
    color: var(--ink-2);
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
  @media (max-width: 760px) {
    .card {
      padding: var(--space-3) var(--space-4);
    }
  }
`;
