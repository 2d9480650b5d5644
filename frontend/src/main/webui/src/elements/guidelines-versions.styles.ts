import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  h3,
  h4 {
    margin: 0;
    font-size: var(--text-3);
  }
  h4 {
    margin-bottom: var(--space-1);
    font-size: var(--text-2);
  }
  .paper {
    max-height: 22rem;
    padding: var(--space-3) var(--space-4);
    overflow: auto;
    ${card}
  }
  .paper p,
  .said {
    margin: 0;
    font-size: var(--text-2);
  }
  .said:empty {
    display: none;
  }
  summary {
    width: fit-content;
    font-weight: 550;
    cursor: pointer;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin: var(--space-3) 0 0;
    padding: 0;
    list-style: none;
  }
  .facts {
    margin-inline-start: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-2);
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-block: var(--space-2);
  }
  [aria-pressed='true'] {
    background: var(--accent-wash);
    color: var(--accent);
  }
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: var(--space-3);
  }
`;
