import {css} from 'lit';

export const styles = css`
  section,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
  }
  h3 {
    margin: 0;
    font-size: var(--text-3);
  }
  .words {
    margin: calc(-1 * var(--space-3)) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
    align-content: start;
    font-size: var(--text-2);
  }
  label.flag {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--space-3);
    width: fit-content;
    min-height: 32px;
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 17px;
    height: 17px;
    margin: 0;
    accent-color: var(--accent);
  }
  input:not([type='checkbox']),
  textarea {
    width: 100%;
    min-width: 0;
  }
  textarea {
    line-height: 1.5;
    resize: vertical;
  }
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
  }
  legend {
    padding: 0 var(--space-2);
    font-size: var(--text-2);
    font-weight: 600;
  }
  .hinted {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--space-1);
  }
  .hinted label {
    width: 100%;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr));
    align-items: end;
    gap: var(--space-3);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    font-size: var(--text-2);
  }
  .quiet {
    white-space: normal;
    text-align: start;
  }
  .actions p {
    margin: 0;
  }
  ul {
    display: grid;
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    font-size: var(--text-2);
    list-style: none;
  }
  li {
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-1);
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
  li.bad {
    background: var(--bad-wash);
    color: var(--bad);
  }
`;
