import {css} from 'lit';

export const styles = css`
  [role='group'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--text-2);
  }
  [aria-pressed='true'] {
    background: var(--accent-wash);
    color: var(--accent);
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  input {
    width: 6rem;
  }
  p {
    margin: var(--space-2) 0 0;
    font-size: var(--text-2);
  }
  p:empty {
    display: none;
  }
`;
