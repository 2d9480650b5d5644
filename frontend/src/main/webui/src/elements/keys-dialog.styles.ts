import {css} from 'lit';

export const styles = css`
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    margin: 0 0 var(--space-4);
  }
  dt,
  dd {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 38px;
    margin: 0;
    border-top: 1px solid var(--line);
    font-size: var(--text-2);
  }
  dd {
    justify-content: end;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--text-2);
  }
  input {
    width: 18px;
    height: 18px;
    accent-color: var(--accent);
  }
  p {
    margin: var(--space-1) 0 0 26px;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
`;
