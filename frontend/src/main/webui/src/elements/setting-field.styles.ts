import {css} from 'lit';

export const styles = css`
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
  }
  label.flag {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--space-3);
    width: fit-content;
    min-height: 32px;
    cursor: pointer;
  }
  .flag .title {
    font-weight: 550;
  }
  input[type='checkbox'] {
    width: 17px;
    height: 17px;
    margin: 0;
    accent-color: var(--accent);
  }
  .below {
    margin-inline-start: calc(17px + var(--space-3));
  }
  .hint:not(.below) {
    margin-top: var(--space-1);
  }
  .hint:empty {
    display: none;
  }
  textarea {
    width: 100%;
    line-height: 1.5;
    resize: vertical;
  }
  .whole {
    width: 7rem;
  }
  select {
    width: fit-content;
    max-width: 100%;
  }
  input:not([type='checkbox'], .whole) {
    width: min(30rem, 100%);
  }
`;
