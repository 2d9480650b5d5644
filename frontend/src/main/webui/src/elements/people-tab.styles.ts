import {css} from 'lit';

export const styles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin-top: var(--space-3);
  }
  label {
    display: grid;
    flex: 1 1 14rem;
    gap: var(--space-1);
    min-width: 0;
  }
  select {
    width: 100%;
  }
`;
