import {css} from 'lit';

import {cardFields, cardText} from '../styles/cards.js';

export const styles = css`
  ${cardText}
  ${cardFields}
  .field {
    flex-basis: 10rem;
  }
  .made {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-2);
    background: var(--accent-wash);
  }
  .made .field {
    flex-basis: 16rem;
  }
  .made input {
    width: 100%;
    font-family: var(--mono);
    font-size: var(--text-2);
  }
  .made p {
    flex: 1 1 100%;
    margin: 0;
  }
`;
