import {css} from 'lit';

import {figureText} from '../styles/cards.js';
import {card} from '../styles/shared.js';

export const styles = css`
  ${figureText}
  section {
    ${card}
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--space-5);
    margin-bottom: var(--space-5);
    padding: var(--space-4) var(--space-5);
    font-size: var(--text-2);
  }
  .count {
    font-size: var(--text-4);
    font-weight: 650;
  }
  .hash {
    color: var(--ink-2);
  }
  share-bar {
    margin: var(--space-2) 0 var(--space-3);
  }
`;
