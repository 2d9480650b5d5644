import {css} from 'lit';

export const styles = css`
  header {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    min-height: 48px;
    padding: var(--space-1) var(--space-5);
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .brand {
    border-radius: var(--radius-1);
    color: var(--ink);
    font-weight: 650;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  b {
    color: var(--accent);
    font-weight: inherit;
  }
  @media (max-width: 760px) {
    header {
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      min-height: 48px;
      padding: var(--space-1) var(--space-4);
    }
  }
  /* A low screen is for what is to be read. */
  @media (max-height: 520px) {
    header {
      min-height: 40px;
      padding-block: 0;
    }
  }
  @media (max-width: 480px) and (max-height: 520px) {
    header {
      gap: 0 var(--space-2);
      padding-inline: var(--space-2);
    }
    .brand {
      font-size: var(--text-2);
    }
  }
`;
