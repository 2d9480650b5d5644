import {css} from 'lit';

import {nameInBar, pageTitle} from '../styles/page.js';

export const styles = css`
  .grow {
    flex: 1;
  }
  .who {
    ${nameInBar}
  }
  main {
    width: min(1080px, 100%);
    margin: 0 auto;
    padding: var(--space-6) var(--space-5);
  }
  main.over {
    outline: 3px dashed var(--accent);
    outline-offset: calc(-1 * var(--space-2));
    border-radius: var(--radius-3);
    background: var(--accent-wash);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    margin: 0 0 var(--space-4);
  }
  h1 {
    ${pageTitle}
  }
  ul {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .foot {
    margin-top: var(--space-4);
    text-align: center;
  }
  @media (max-width: 760px) {
    main {
      padding: var(--space-4);
    }
  }
  @media (max-width: 440px) {
    .who {
      display: none;
    }
  }
`;
