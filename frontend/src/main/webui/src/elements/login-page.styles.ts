import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: var(--space-4);
  }
  main {
    width: min(400px, 100%);
    padding: var(--space-6);
    ${card}
  }
  h1 {
    margin: 0;
    font-size: var(--text-5);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  h1 b {
    color: var(--accent);
    font-weight: inherit;
  }
  p {
    margin: var(--space-2) 0 var(--space-1);
    color: var(--ink-2);
  }
  @media (max-width: 440px) {
    main {
      padding: var(--space-5);
    }
  }
`;
