import {css} from 'lit';

export const styles = css`
  section {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-5);
    border: 1px solid var(--bad);
    border-radius: var(--radius-3);
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    color: var(--bad);
    font-size: var(--text-4);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  label {
    display: grid;
    flex: 1 1 16rem;
    gap: var(--space-1);
    min-width: 0;
  }
  .button {
    background: var(--bad);
    color: var(--surface);
  }
  .button:hover {
    background: color-mix(in oklab, var(--bad) 88%, var(--ink));
  }
`;
