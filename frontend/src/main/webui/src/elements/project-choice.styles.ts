import {css} from 'lit';

/** Fields below one another, which take the width that there is. */
export const choices = css`
  :host {
    display: grid;
    gap: var(--space-3);
    margin-bottom: var(--space-3);
  }
  label:not([for]),
  .field {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
  }
  select,
  input {
    width: 100%;
    min-width: 0;
  }
`;
