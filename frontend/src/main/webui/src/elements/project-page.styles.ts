import {css} from 'lit';

import {nameInBar} from '../styles/page.js';

export const styles = css`
  .heading {
    flex: 1;
    min-width: 0;
    ${nameInBar}
  }
  nav {
    display: flex;
    gap: var(--space-1);
    padding: 0 calc(var(--space-5) - var(--space-3));
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav a {
    padding: 10px var(--space-3);
    border-bottom: 2px solid transparent;
    color: var(--ink-2);
    font-size: var(--text-2);
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    color: var(--ink);
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  nav a[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }
  main {
    width: min(1240px, 100%);
    margin: 0 auto;
    padding: var(--space-6) var(--space-5);
  }
  @media (max-width: 760px) {
    .heading {
      flex: 1 1 40px;
    }
    nav {
      padding: 0 calc(var(--space-4) - var(--space-3));
    }
    main {
      padding: var(--space-4);
    }
  }
`;
