import {css} from 'lit';

export const styles = css`
  .title {
    display: block;
  }
  .body {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }
  input {
    width: 9rem;
    max-width: 100%;
    font-variant-numeric: tabular-nums;
  }
  .range {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
`;
