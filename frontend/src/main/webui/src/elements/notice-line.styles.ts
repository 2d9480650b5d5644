import {css} from 'lit';

/** It takes no more height than a line, so that it fits where the last verdict is shown. */
export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-height: 30px;
    padding: 0 var(--space-1) 0 var(--space-4);
    border: 1px solid var(--line);
    border-radius: 15px;
    background: var(--accent-wash);
    color: var(--ink);
    font-size: var(--text-1);
    line-height: 1.3;
  }
  p {
    flex: 1 1 auto;
    margin: 0 var(--space-2) 0 0;
  }
  .quiet {
    padding-inline: 10px;
  }
  kbd {
    padding-block: 1px;
  }
  @media (max-width: 760px) {
    .bar {
      gap: var(--space-2);
      padding: var(--space-3);
      border-radius: var(--radius-3);
      box-shadow: var(--shadow);
      font-size: var(--text-2);
    }
    p {
      flex-basis: 100%;
      margin: 0;
    }
    .quiet {
      flex: 1;
      min-height: 44px;
      border-color: var(--line-strong);
      border-radius: var(--radius-1);
    }
    kbd {
      display: none;
    }
  }
`;
