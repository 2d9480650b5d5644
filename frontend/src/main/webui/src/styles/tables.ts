import {css} from 'lit';

/** Rules for an element that is a table, which scrolls sideways where there is little room. */
export const tables = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-2);
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-bottom: 1px solid var(--line);
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  tr > :first-child {
    min-width: 9rem;
    padding-inline-start: 0;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 550;
  }
  tbody th {
    font-weight: 550;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
`;
