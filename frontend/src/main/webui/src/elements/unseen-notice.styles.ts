import {css} from 'lit';

export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid var(--line);
    background: var(--accent-wash);
    color: var(--ink);
    font-size: var(--text-2);
  }
  p {
    flex: 1 1 20em;
    margin: 0;
  }
  .quiet {
    border-color: var(--line-strong);
    color: var(--ink);
  }
  @media (max-width: 760px) {
    .bar {
      padding: var(--space-2) var(--space-4);
    }
    .quiet {
      flex: 1;
      min-height: 44px;
    }
    kbd {
      display: none;
    }
  }
`;
