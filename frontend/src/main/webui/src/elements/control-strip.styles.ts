import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
    overflow: clip;
    ${card}
  }
  section {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
    align-content: start;
    gap: var(--space-3) var(--space-5);
    padding: var(--space-3) var(--space-5);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    /* A shadow at an edge beyond which there is more. What scrolls along covers it at the ends. */
    background:
      linear-gradient(var(--surface) 40%, transparent) 0 0 / 100% 28px no-repeat local,
      linear-gradient(transparent, var(--surface) 60%) 0 100% / 100% 28px no-repeat local,
      linear-gradient(var(--line), transparent) 0 0 / 100% 12px no-repeat scroll,
      linear-gradient(transparent, var(--line)) 0 100% / 100% 12px no-repeat scroll;
  }
  .field {
    min-width: 0;
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  /* What is compared needs room to be read. */
  .order,
  .buckets,
  .preference {
    grid-column: 1 / -1;
  }
  .required {
    border-color: var(--line-strong);
  }
  .active {
    border-color: var(--accent);
  }
  .mark {
    float: inline-end;
    margin-inline-start: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .head {
    display: block;
    margin-block-end: var(--space-1);
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .for {
    color: var(--accent);
    font-weight: 600;
  }
  @media (max-width: 760px) {
    section {
      padding: var(--space-3) var(--space-4);
    }
  }
  @media (max-width: 760px), (max-height: 520px) {
    section {
      overflow: visible;
    }
  }
`;
