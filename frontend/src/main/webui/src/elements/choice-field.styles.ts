import {css} from 'lit';

export const styles = css`
  .options {
    display: grid;
    gap: var(--space-1);
    justify-items: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .columns {
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: var(--space-1) var(--space-4);
  }
  .option {
    box-sizing: border-box;
    min-width: 0;
    max-width: 100%;
    /* However deep, most of the width is left for the words. */
    padding-inline-start: min(var(--depth, 0) * var(--space-5), 40%);
  }
  .above {
    margin: var(--space-2) 0 0;
    color: var(--ink-2);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  label:has(input) {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    width: fit-content;
    max-width: 100%;
    min-height: 36px;
    padding: 5px 12px 5px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--field-accent, var(--accent));
    cursor: pointer;
  }
  label:has(input:checked) {
    border-color: var(--field-accent, var(--accent));
    background: var(--accent-wash);
  }
  label:has(input:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  input:focus-visible {
    outline: none;
  }
  @media (hover: hover) {
    label:has(input):hover {
      border-color: var(--field-accent, var(--accent));
    }
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .option .hint {
    max-width: 60ch;
    margin: 2px 0 var(--space-1) 36px;
  }
  details {
    max-width: 28rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 38px;
    padding: 6px 12px;
    border-radius: var(--radius-2);
    cursor: pointer;
    list-style: none;
  }
  summary::after {
    content: '▾' / '';
    margin-inline-start: auto;
  }
  [open] > summary::after {
    content: '▴' / '';
  }
  .chosen {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    flex: none;
    padding: 0 6px;
    border-radius: 9px;
    background: var(--accent-wash);
    color: var(--accent);
    font-size: var(--text-1);
    font-weight: 600;
  }
  details .options {
    max-height: 16rem;
    padding: var(--space-2);
    border-block-start: 1px solid var(--line);
    overflow-y: auto;
  }
  select {
    max-width: 100%;
    min-width: min(16rem, 100%);
  }
  @media (pointer: coarse) {
    summary {
      min-height: 42px;
    }
    label:has(input) {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    label:has(input:checked) {
      border-color: Highlight;
    }
  }
`;
