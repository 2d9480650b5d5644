import {css} from 'lit';

import {pageTitle} from '../styles/page.js';

export const styles = css`
  h1 {
    ${pageTitle}
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
    width: min(760px, 100%);
    margin-top: var(--space-5);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
  }
  .absent {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .words {
    margin: calc(-1 * var(--space-3)) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    min-height: 1px;
  }
  .bar.open {
    position: sticky;
    bottom: var(--space-3);
    z-index: 2;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-3);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .bar p {
    margin: 0;
    font-size: var(--text-2);
  }
  .bar p:first-child {
    flex: 1 1 auto;
  }
  .bar .problem {
    flex: 1 1 100%;
    color: var(--bad);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  config-section,
  generation-section,
  delete-project {
    display: block;
    margin-top: var(--space-6);
  }
  generation-section,
  delete-project {
    width: min(760px, 100%);
  }
`;
