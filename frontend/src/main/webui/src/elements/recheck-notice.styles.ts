import {css} from 'lit';

import {lesson} from '../styles/lesson.js';

export const styles = css`
  :host {
    display: block;
    width: min(1440px, 100%);
    margin: 0 auto;
    padding: 0 var(--space-5);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    margin-top: var(--space-3);
    ${lesson}
  }
  p {
    flex: 1 1 260px;
    margin: 0;
  }
  @media (max-width: 760px) {
    :host {
      padding: 0 var(--space-3);
    }
    .quiet {
      flex: 1;
      min-height: 44px;
      border-color: var(--line-strong);
    }
    kbd {
      display: none;
    }
  }
`;
