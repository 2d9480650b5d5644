import {css} from 'lit';

export const styles = css`
  a {
    display: grid;
    grid-template-columns: 7ch minmax(0, 1fr) auto;
    gap: 2px var(--space-4);
    padding: var(--space-3) var(--space-4);
    border-radius: inherit;
    color: var(--ink);
    text-decoration: none;
  }
  a:focus-visible {
    outline-offset: -3px;
  }
  @media (hover: hover) {
    a:hover {
      background: color-mix(in oklab, var(--accent-wash) 55%, transparent);
    }
    a:hover .beginning {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  }
  .task {
    color: var(--ink-2);
    font-size: var(--text-2);
    font-variant-numeric: tabular-nums;
    line-height: 1.75;
  }
  .beginning {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .said {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .one {
    display: -webkit-box;
    max-width: 100%;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  b {
    color: var(--ink);
    font-weight: 550;
  }
  .one:first-child b {
    color: var(--accent);
  }
  .when {
    grid-column: 3;
    grid-row: 1;
    color: var(--ink-2);
    font-size: var(--text-1);
    line-height: 1.9;
    white-space: nowrap;
  }
  .mark {
    margin-inline-end: var(--space-2);
    padding: 2px 8px;
    border-radius: 99px;
    background: var(--sunken);
    font-weight: 550;
  }
  .mark.saving {
    background: var(--warn-wash);
    color: var(--warn);
  }
  @media (max-width: 760px) {
    a {
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-1) var(--space-3);
    }
    .when {
      grid-column: 2;
      text-align: end;
    }
    .beginning,
    .said {
      grid-column: 1 / -1;
    }
  }
`;
