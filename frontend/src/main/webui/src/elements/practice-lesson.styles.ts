import {css} from 'lit';

import {lesson} from '../styles/lesson.js';

export const styles = css`
  :host {
    display: block;
    width: min(1440px, 100%);
    margin: 0 auto;
    padding: var(--space-3) var(--space-5) 0;
  }
  section {
    ${lesson}
  }
  p {
    max-width: 110ch;
    margin: 0;
  }
  .meaning {
    margin-bottom: var(--space-1);
    color: var(--ink-2);
  }
  @media (max-width: 760px) {
    :host {
      padding: var(--space-2) var(--space-3) 0;
    }
  }
`;
