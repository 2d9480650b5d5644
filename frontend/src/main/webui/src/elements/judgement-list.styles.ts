import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3) var(--space-4);
    margin-bottom: var(--space-4);
  }
  h1 {
    margin: 0;
    font-size: var(--text-5);
    letter-spacing: -0.015em;
    line-height: 1.25;
  }
  h1:focus {
    outline: none;
  }
  input {
    width: min(360px, 100%);
    min-height: 40px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-1);
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-size: var(--text-2);
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--ink-2);
    opacity: 1;
  }
  ol {
    margin: 0;
    padding: 0;
    overflow: hidden;
    list-style: none;
    ${card}
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  .waiting {
    padding: var(--space-6) 0;
    color: var(--ink-2);
    text-align: center;
  }
  .foot {
    margin: var(--space-4) 0 0;
    text-align: center;
  }
  .quiet[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  @media (max-width: 760px) {
    input {
      width: 100%;
      min-height: 44px;
      font-size: var(--text-3);
    }
  }
`;
