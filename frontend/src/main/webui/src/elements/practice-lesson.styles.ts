import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    width: min(1440px, 100%);
    margin: 0 auto;
    padding: var(--space-3) var(--space-5) 0;
  }
  section {
    padding: var(--space-2) var(--space-4);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius-1);
    background: var(--accent-wash);
    font-size: var(--text-2);
    line-height: 1.5;
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
