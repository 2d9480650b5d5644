import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 4px;
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .words {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    min-height: 1.5em;
    white-space: nowrap;
  }
  b {
    color: var(--ink);
  }
  .track {
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: color-mix(in oklab, var(--line) 70%, var(--surface));
  }
  .fill {
    height: 100%;
    border-radius: 3px;
    background: var(--accent);
    transform-origin: left;
  }
  @media (max-width: 760px) and (max-height: 520px) {
    .words span:first-child {
      display: none;
    }
  }
  /* There is room for the bar alone, which screen readers read as words. */
  @media (max-width: 480px) and (max-height: 520px) {
    .words {
      display: none;
    }
    .track {
      height: 3px;
      border-radius: 0;
    }
  }
  :host([complete]) .fill {
    background: var(--good);
  }
`;
