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
  .problem {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .running {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-4);
  }
  .added {
    color: var(--good);
    font-weight: 550;
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  file-box {
    margin-top: var(--space-3);
  }
  .search {
    display: grid;
    gap: var(--space-1);
    width: min(30rem, 100%);
  }
  .count {
    color: var(--ink-2);
  }
  .foot {
    text-align: center;
  }
`;
