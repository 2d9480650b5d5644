import {css} from 'lit';

export const styles = css`
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .before {
    width: 5.5rem;
    color: var(--ink-2);
  }
  select {
    max-width: 100%;
    font-size: var(--text-2);
  }
  select.column {
    width: 13rem;
  }
  select.operator {
    width: 13rem;
  }
  filter-value {
    flex: 1 1 12rem;
    min-width: 0;
    max-width: 26rem;
  }
  .foot {
    display: flex;
    gap: var(--space-2);
    margin: 0;
  }
  @media (max-width: 760px) {
    fieldset {
      padding: var(--space-3);
    }
    li {
      padding-bottom: var(--space-2);
      border-bottom: 1px solid var(--line);
    }
    select.column,
    select.operator {
      flex: 1 1 9rem;
      width: auto;
      min-width: 0;
    }
  }
`;
