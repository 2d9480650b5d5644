import {css} from 'lit';

import {nameInBar} from '../styles/page.js';

export const styles = css`
  :host([opened]) {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
  .heading {
    flex: 1;
    min-width: 0;
    ${nameInBar}
  }
  main {
    width: min(1080px, 100%);
    margin: 0 auto;
    padding: var(--space-6) var(--space-5);
  }
  .notice {
    width: fit-content;
    margin: 0 0 var(--space-4);
    padding: var(--space-2) var(--space-4);
    border-radius: var(--radius-2);
    background: var(--accent-wash);
    color: var(--accent);
    font-size: var(--text-2);
    font-weight: 600;
  }
  .consistency {
    margin: var(--space-4) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .notice:empty {
    position: absolute;
    padding: 0;
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host([opened]) {
      height: auto;
      min-height: 100dvh;
    }
  }
  @media (max-width: 760px) {
    main {
      padding: var(--space-4);
    }
    theme-switch {
      display: none;
    }
    .heading {
      flex: 0;
    }
    .quiet.edge {
      margin-inline-start: auto;
    }
  }
`;
