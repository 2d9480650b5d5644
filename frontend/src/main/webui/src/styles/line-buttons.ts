import {css} from 'lit';

/** Buttons in a line of small words, that make it no higher. */
export const lineButtons = css`
  .quiet {
    min-height: 24px;
    padding: 1px 8px;
    border-radius: 12px;
    color: var(--accent);
    font-size: inherit;
    font-weight: 600;
  }
  .quiet:hover {
    color: var(--accent);
  }
  :focus-visible {
    outline-offset: 0;
  }
`;
