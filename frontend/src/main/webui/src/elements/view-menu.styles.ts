import {css} from 'lit';

import {card} from '../styles/shared.js';

/** The list lies at the top of the page, where the bar with its button is. */
export const styles = css`
  .quiet {
    gap: var(--space-1);
    padding-inline: 6px;
  }
  .count {
    padding: 0 5px;
    border-radius: 9px;
    background: var(--accent-wash);
    color: var(--accent);
    font-size: var(--text-1);
    font-weight: 600;
  }
  [popover] {
    position: absolute;
    inset: 48px var(--space-3) auto auto;
    min-width: 200px;
    margin: 0;
    padding: var(--space-1);
    ${card}
    color: var(--ink);
  }
  [popover] .quiet {
    display: flex;
    justify-content: start;
    width: 100%;
    min-height: 44px;
    color: var(--ink);
  }
  [popover] .quiet[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  [popover] .train {
    border-top: 1px solid var(--line);
    border-radius: 0;
  }
  .tick {
    width: 1.2em;
  }
`;
