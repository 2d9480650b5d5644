import {css} from 'lit';

export const styles = css`
  .body {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
  }
  .scale,
  .others {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
  }
  .others:empty {
    display: none;
  }
  .end {
    padding-inline: var(--space-1);
    color: var(--ink-2);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 36px;
    padding: 6px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-2);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .full {
    display: none;
  }
  @media (hover: hover) {
    button:hover {
      border-color: var(--field-accent, var(--accent));
      background: var(--accent-wash);
    }
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  @media (max-width: 760px) {
    .scale,
    .others {
      width: 100%;
    }
    .others button {
      flex: auto;
    }
    .scale:not(.long) {
      flex-wrap: nowrap;
    }
    .scale:not(.long) button {
      flex: auto;
      padding-inline: 6px;
    }
    .scale:not(.long) .end {
      display: none;
    }
    .scale.long {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* Without the ends of the scale, each step says whose it is. */
    .scale.long :is(.end, .short) {
      display: none;
    }
    .scale.long .full {
      display: inline;
    }
    button {
      min-height: 44px;
    }
    kbd {
      display: none;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
