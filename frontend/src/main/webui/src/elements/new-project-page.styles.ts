import {css} from 'lit';

import {pageTitle} from '../styles/page.js';

export const styles = css`
  :host {
    font-size: var(--text-3);
  }
  .grow {
    flex: 1;
  }
  main {
    display: grid;
    gap: var(--space-5);
    width: min(1080px, 100%);
    margin: 0 auto;
    padding: var(--space-6) var(--space-5);
  }
  h1 {
    ${pageTitle}
  }
  form {
    display: grid;
    gap: var(--space-4);
  }
  .file {
    margin: 0;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  .field input {
    width: min(30rem, 100%);
  }
  .problem {
    margin: 0;
    font-size: var(--text-2);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
  }
  .over {
    position: fixed;
    inset: var(--space-4);
    z-index: 3;
    display: grid;
    place-items: center;
    margin: 0;
    border: 3px dashed var(--accent);
    border-radius: var(--radius-3);
    background: color-mix(in oklab, var(--accent-wash) 92%, transparent);
    color: var(--ink);
    font-size: var(--text-4);
    font-weight: 600;
    pointer-events: none;
  }
  @media (max-width: 760px) {
    main {
      padding: var(--space-4);
    }
  }
`;
