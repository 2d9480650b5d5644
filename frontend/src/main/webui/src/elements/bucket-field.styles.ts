import {css} from 'lit';

export const styles = css`
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    align-items: start;
    gap: var(--space-3);
  }
  .list-head {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    overflow-wrap: anywhere;
  }
  .count {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  ol {
    margin-block-start: var(--space-1);
  }
`;
