import {css} from 'lit';

export const styles = css`
  div {
    display: flex;
    align-items: start;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid color-mix(in oklab, var(--warn) 35%, transparent);
    background: var(--warn-wash);
    font-size: var(--text-2);
  }
  ul {
    flex: 1;
    max-height: 22dvh;
    margin: 6px 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  li + li {
    margin-top: var(--space-2);
  }
  b {
    color: var(--warn);
  }
  .quiet {
    border-color: color-mix(in oklab, var(--warn) 45%, transparent);
    color: var(--ink);
  }
  /* There the page scrolls as a whole. */
  @media (max-width: 760px), (max-height: 520px) {
    ul {
      max-height: none;
      overflow: visible;
    }
  }
  @media (max-width: 760px) {
    div {
      padding: var(--space-2) var(--space-4);
    }
  }
`;
