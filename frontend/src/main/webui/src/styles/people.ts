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
