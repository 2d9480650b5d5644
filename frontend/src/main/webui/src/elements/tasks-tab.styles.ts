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
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .list {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    min-width: 0;
  }
  @media (min-width: 1100px) {
    .beside.open {
      grid-template-columns: minmax(0, 1fr) minmax(0, 30rem);
    }
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
