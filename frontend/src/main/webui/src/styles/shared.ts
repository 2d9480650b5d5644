import {css} from 'lit';

/** Rules that every element needs inside its shadow root. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
  }
  kbd {
    display: inline-block;
    min-width: 21px;
    padding: 3px 5px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: 5px;
    background: var(--sunken);
    color: var(--ink-2);
    font: 600 0.72rem/1.15 var(--font);
    text-align: center;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Declarations for a rule whose element looks like a card. */
export const card = css`
  border: 1px solid var(--line);
  border-radius: var(--radius-3);
  background: var(--surface);
  box-shadow: var(--shadow);
`;

export const buttons = css`
  .button,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    border: 1px solid transparent;
    border-radius: var(--radius-1);
    font: inherit;
    font-size: var(--text-2);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .button {
    min-height: 40px;
    padding: 8px 18px;
    border-radius: var(--radius-2);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .button:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--ink));
  }
  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .quiet {
    min-height: 36px;
    padding: 6px 10px;
    background: none;
    color: var(--ink-2);
  }
  .edge {
    border-color: var(--line);
  }
  .quiet:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .quiet:disabled {
    opacity: 0.45;
    cursor: default;
    background: none;
  }
`;
