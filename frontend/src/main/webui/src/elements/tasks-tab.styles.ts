import {css} from 'lit';

import {pageTitle} from '../styles/page.js';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  h1 {
    ${pageTitle}
  }
  p {
    margin: 0;
  }
  .count {
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    color: var(--warn);
  }
`;
