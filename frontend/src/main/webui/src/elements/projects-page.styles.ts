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
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: 0 0 var(--space-4);
  }
  .tools:empty {
    margin: 0;
  }
  .search {
    flex: 1 1 260px;
    max-width: 420px;
    margin: 0;
  }
  .search input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  .search input::placeholder {
    color: var(--ink-2);
    opacity: 1;
  }
  .said {
    margin: var(--space-3) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
    overflow-wrap: anywhere;
  }
  .said:empty {
    margin: 0;
  }
  .skeleton {
    display: grid;
    gap: var(--space-3);
    margin-top: 56px;
  }
  .skeleton div {
    height: 86px;
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      background: var(--sunken);
    }
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
