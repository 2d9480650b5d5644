import {css} from 'lit';

import {pageTitle} from './page.js';
import {card} from './shared.js';

/** Rules that both pages of people have: what stands on them are cards, and people are rows of a table. */
export const peopleStyles = css`
  h1 {
    ${pageTitle}
  }
  .card {
    min-width: 0;
    margin-top: var(--space-4);
    padding: var(--space-4) var(--space-5);
    ${card}
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    gap: 0 var(--space-4);
  }
  h2 {
    margin: 0 0 var(--space-2);
    font-size: var(--text-3);
  }
  p {
    margin: 0 0 var(--space-2);
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .email {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 400;
  }
  .off > th {
    color: var(--ink-2);
  }
  @media (max-width: 760px) {
    .card {
      padding: var(--space-3) var(--space-4);
    }
  }
`;

/**
 * Rules for a table of people, after those of tables: where it is narrow a person is a block with a line for each column, whose name
 * stands before it. A row's first cell is its head, and the others have the name of their column as `data-column`.
 */
export const peopleTables = css`
  @media (max-width: 640px) {
    thead {
      display: none;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    tbody tr {
      padding-block: var(--space-2);
      border-bottom: 1px solid var(--line);
    }
    tbody tr:last-child {
      border-bottom: 0;
    }
    tr > :first-child,
    td {
      min-width: 0;
      padding: var(--space-1) 0;
      border-bottom: 0;
      white-space: normal;
    }
    td {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1) var(--space-3);
    }
    td[data-column]::before {
      content: attr(data-column);
      color: var(--ink-2);
      font-size: var(--text-1);
    }
  }
`;
