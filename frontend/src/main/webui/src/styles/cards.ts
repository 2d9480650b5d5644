import {css} from 'lit';

import {card} from './shared.js';

/** What stands in a card: a headline and lines about it. */
export const cardText = css`
  h2,
  p {
    margin: 0 0 var(--space-2);
  }
  h2 {
    font-size: var(--text-3);
  }
`;

/** What stands in a card with figures: the headline names a figure, which is what one sees first. */
export const figureText = css`
  ${cardText}
  h2 {
    color: var(--ink-2);
    font-size: var(--text-2);
    font-weight: 550;
  }
  p:last-child {
    margin: 0;
  }
  .hint {
    color: var(--ink-2);
  }
`;

/** Cards of a page that has several of them. */
export const cardBoxes = css`
  .card {
    min-width: 0;
    padding: var(--space-4) var(--space-5);
    ${card}
  }
  @media (max-width: 760px) {
    .card {
      padding: var(--space-3) var(--space-4);
    }
  }
`;

/** Fields of a card that stand side by side, each below its name, with a button behind them. */
export const cardFields = css`
  form,
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin: var(--space-3) 0 0;
  }
  .field {
    display: grid;
    flex: 1 1 12rem;
    gap: var(--space-1);
    min-width: 0;
  }
`;
