import {css} from 'lit';

import {cardBoxes, cardText} from './cards.js';
import {pageTitle} from './page.js';

/** Rules that both pages of people have: what stands on them are cards, and people are rows of a table. */
export const peopleStyles = css`
  ${cardText}
  ${cardBoxes}
  h1 {
    ${pageTitle}
  }
  .card {
    margin-top: var(--space-4);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    gap: 0 var(--space-4);
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
