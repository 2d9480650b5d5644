import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 260px auto;
    align-items: center;
    gap: var(--space-2) var(--space-6);
    padding: var(--space-4) var(--space-5);
    ${card}
  }
  h2 {
    margin: 0;
    font-size: var(--text-3);
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  h2 a {
    color: inherit;
    text-decoration: none;
  }
  h2 a:hover {
    color: var(--accent);
    text-decoration: underline;
  }
  p {
    display: -webkit-box;
    margin: 2px 0 0;
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-2);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  p.needs {
    display: block;
    margin-top: var(--space-2);
    color: var(--warn);
    font-weight: 550;
  }
  p.counts {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-1);
    text-align: end;
  }
  details {
    margin-top: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  summary {
    color: var(--warn);
    font-weight: 600;
    cursor: pointer;
  }
  ul {
    margin: var(--space-2) 0 0;
    padding-inline-start: var(--space-5);
    overflow-wrap: anywhere;
  }
  .button.spent {
    border-color: var(--line);
    background: none;
    color: var(--accent);
  }
  .button.spent:hover {
    background: var(--accent-wash);
  }
  .actions {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .none {
    text-align: end;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: var(--space-4);
    }
    .actions {
      flex-direction: column-reverse;
    }
    .progress,
    .none {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
