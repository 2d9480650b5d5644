import {css} from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: var(--space-4);
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  label {
    font-size: var(--text-2);
    font-weight: 550;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  input:focus-visible {
    outline-offset: 0;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .button {
    min-height: 44px;
  }
  .problem {
    margin: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--bad-wash);
    color: var(--bad);
    font-size: var(--text-2);
  }
  .hint {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
`;
