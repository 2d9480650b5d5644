import {css} from 'lit';

import {pageTitle} from '../styles/page.js';

export const styles = css`
  :host {
    display: grid;
    gap: var(--space-4);
  }
  h1 {
    ${pageTitle}
  }
  p {
    max-width: 68ch;
    margin: 0;
    color: var(--ink-2);
  }
  summary {
    color: var(--ink-2);
    cursor: pointer;
  }
  pre {
    max-width: 100%;
    margin: var(--space-3) 0 0;
    padding: var(--space-4);
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    font: 0.82rem/1.55 var(--mono);
  }
`;
