import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-5);
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .scale {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  .scale button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 42px;
    padding: 8px 18px;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: var(--text-2);
    font-weight: 550;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .scale button + button {
    border-inline-start: 1px solid var(--line);
  }
  .scale button:first-child {
    border-radius: 9px 0 0 9px;
  }
  .scale button:last-child {
    border-radius: 0 9px 9px 0;
  }
  button:focus-visible {
    position: relative;
    z-index: 1;
  }
  @media (hover: hover) {
    .scale button:hover:not([aria-disabled='true']) {
      background: var(--accent-wash);
    }
  }
  .scale button:active:not([aria-disabled='true']) {
    background: var(--accent-wash);
  }
  .scale button[aria-pressed='true'],
  .scale button[aria-pressed='true']:hover:not([aria-disabled='true']) {
    background: var(--accent);
    color: var(--accent-ink);
  }
  .quiet[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--accent);
    font-weight: 600;
  }
  [aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  [aria-pressed='true'][aria-disabled='true'] {
    opacity: 1;
  }
  .pair {
    max-width: 24ch;
    overflow: hidden;
    font-size: var(--text-2);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .end {
    align-self: center;
    padding: 0 var(--space-3);
    color: var(--ink-2);
    font-size: var(--text-1);
    white-space: nowrap;
  }
  .end + button {
    border-inline-start: 1px solid var(--line);
  }
  .end:last-child {
    border-inline-start: 1px solid var(--line);
    align-self: stretch;
    align-content: center;
  }
  .strong button {
    padding: 8px 10px;
    border-radius: 0;
  }
  .strong .full:has(+ .degree) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .save kbd {
    border-color: color-mix(in oklab, var(--accent-ink) 45%, transparent);
    background: none;
    color: inherit;
  }
  .more {
    display: flex;
    gap: var(--space-1);
  }
  .short {
    display: none;
  }
  @media (max-width: 1040px) {
    .more kbd {
      display: none;
    }
    .degree {
      display: none;
    }
    .degree + .short {
      display: inline;
    }
  }
  @media (max-width: 760px) {
    :host {
      gap: var(--space-1);
      padding: var(--space-2) var(--space-3) max(var(--space-2), env(safe-area-inset-bottom));
    }
    .scale,
    .more {
      width: 100%;
    }
    .scale button {
      flex: 1.4;
      min-height: 48px;
      padding: 8px 4px;
    }
    .scale button:nth-child(2) {
      flex: 1;
    }
    .strong button,
    .strong button:nth-child(n) {
      flex: 1 1 12%;
      min-width: 0;
      padding: 8px 0;
      font-size: var(--text-1);
    }
    .degree + .short {
      letter-spacing: -0.15em;
    }
    /* The ends of the scale stand above it. */
    .strong {
      flex-wrap: wrap;
    }
    .end,
    .end:last-child {
      flex: 1 0 50%;
      order: -1;
      padding: 2px var(--space-2);
      border: 0;
    }
    .end:last-child {
      text-align: end;
    }
    .strong button {
      border-top: 1px solid var(--line);
    }
    .end + button {
      border-inline-start: 0;
    }
    .save {
      width: 100%;
      min-height: 48px;
    }
    .more {
      justify-content: space-between;
    }
    .quiet {
      flex: auto;
      min-height: 44px;
      padding: 6px 4px;
    }
    kbd {
      display: none;
    }
    /* Screen readers still find the whole name. */
    .full {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .short {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
