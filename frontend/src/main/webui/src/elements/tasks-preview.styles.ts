import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  h2 {
    margin: 0 0 var(--space-3);
    font-size: var(--text-4);
    line-height: 1.3;
  }
  ol {
    display: grid;
    gap: var(--space-5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: var(--space-4);
    ${card}
    background: var(--ground);
  }
  task-view {
    max-height: 560px;
  }
  .problem {
    margin: 0;
    color: var(--bad);
  }
  @media (max-width: 760px) {
    li {
      padding: var(--space-2);
    }
    task-view {
      max-height: none;
    }
  }
`;
