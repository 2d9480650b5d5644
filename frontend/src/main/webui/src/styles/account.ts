import {css} from 'lit';

import {cardFields, cardText} from './cards.js';

/** Rules that the cards of an account have in common: a headline, a line about it, and fields above a button. */
export const accountStyles = css`
  ${cardText}
  ${cardFields}
  .field input,
  .field select {
    width: 100%;
    min-width: 0;
  }
  .done {
    margin: var(--space-2) 0 0;
    color: var(--good);
  }
  .done:empty {
    margin: 0;
  }
`;
