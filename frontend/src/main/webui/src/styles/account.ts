import {css} from 'lit';

/** Rules that the cards of an account have in common: a headline, a line about it, and fields above a button. */
export const accountStyles = css`
  h2,
  p {
    margin: 0 0 var(--space-2);
  }
  h2 {
    font-size: var(--text-3);
  }
  form,
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin: var(--space-3) 0 0;
  }
  label.field {
    display: grid;
    flex: 1 1 12rem;
    gap: var(--space-1);
    min-width: 0;
  }
  .field input,
  .field select {
    width: 100%;
    min-width: 0;
  }
  .done {
    margin: var(--space-2) 0 0;
    color: var(--good);
  }
  .done:empty {
    margin: 0;
  }
`;
