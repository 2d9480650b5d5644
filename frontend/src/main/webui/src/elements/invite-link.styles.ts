import {css} from 'lit';

export const styles = css`
  h2,
  p {
    margin: 0 0 var(--space-2);
  }
  h2 {
    font-size: var(--text-3);
  }
  form,
  .made {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin-top: var(--space-3);
  }
  label {
    display: grid;
    flex: 1 1 10rem;
    gap: var(--space-1);
    min-width: 0;
  }
  .made {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-2);
    background: var(--accent-wash);
  }
  .made label {
    flex-basis: 16rem;
  }
  .made input {
    width: 100%;
    font-family: var(--mono);
    font-size: var(--text-2);
  }
  .made p {
    flex: 1 1 100%;
    margin: 0;
  }
`;
