import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host([dragged]) {
    position: relative;
    z-index: 1;
    opacity: 0.9;
  }
  .item {
    padding: var(--space-1) var(--space-3) var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
  }
  :host([dragged]) .item {
    border-color: var(--accent);
    box-shadow: var(--shadow);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    min-height: 36px;
    cursor: grab;
    user-select: none;
  }
  .handle {
    margin-inline-start: -4px;
    padding: 4px;
    color: var(--ink-2);
    touch-action: none;
  }
  .place {
    display: grid;
    place-items: center;
    min-width: 24px;
    height: 24px;
    border-radius: 12px;
    background: var(--accent);
    color: var(--accent-ink);
    font-size: var(--text-1);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .name {
    font-weight: 600;
    white-space: nowrap;
  }
  .tied {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-inline-start: auto;
  }
  .acts .quiet {
    min-width: 32px;
    min-height: 32px;
    padding: 2px 8px;
    font-size: var(--text-1);
  }
  [aria-pressed='true'] {
    background: var(--accent-wash);
    color: var(--accent);
    font-weight: 600;
  }
  .into {
    display: inline-block;
    max-width: 10em;
    margin-inline-start: 0.35em;
    overflow: clip;
    text-overflow: ellipsis;
    vertical-align: bottom;
    white-space: nowrap;
  }
  .content {
    padding-inline-start: var(--space-1);
    font-size: var(--text-2);
    line-height: 1.5;
  }
  .cut {
    max-height: 4.5em;
    overflow: clip;
    mask-image: linear-gradient(to bottom, black 55%, transparent);
  }
  .all {
    min-height: 32px;
    margin-block-start: 2px;
    padding: 2px 8px;
    margin-inline-start: -4px;
    font-size: var(--text-1);
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  @media (max-width: 760px) {
    .wide {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .acts .quiet,
    .handle {
      min-width: 44px;
      min-height: 44px;
    }
    .handle {
      display: grid;
      place-items: center;
    }
  }
`;
