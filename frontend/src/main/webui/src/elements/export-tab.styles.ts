import {css} from 'lit';

import {pageTitle} from '../styles/page.js';

export const styles = css`
  h1 {
    ${pageTitle}
  }
  .count {
    margin: var(--space-1) 0 0;
    color: var(--ink-2);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(260px, 360px) minmax(0, 1fr);
    align-items: start;
    gap: var(--space-6);
    margin-top: var(--space-5);
  }
  form {
    display: grid;
    gap: var(--space-4);
  }
  fieldset {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: var(--space-2);
    padding: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  fieldset label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-3);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    cursor: pointer;
  }
  fieldset label:hover {
    border-color: var(--line-strong);
  }
  fieldset label.chosen {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  fieldset input {
    grid-row: span 2;
    align-self: start;
    margin-top: 5px;
    accent-color: var(--accent);
  }
  .group fieldset {
    margin-top: var(--space-2);
  }
  .group summary {
    font-size: var(--text-1);
    font-weight: 600;
  }
  .amount {
    font-weight: 400;
  }
  .not-offered {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .name {
    font-weight: 600;
  }
  .about {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    min-width: 0;
  }
  .option {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    font-size: var(--text-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    margin: 0;
  }
  summary {
    color: var(--ink-2);
    font-size: var(--text-2);
    cursor: pointer;
  }
  details[open] {
    display: grid;
    gap: var(--space-3);
  }
  details p {
    margin: var(--space-2) 0 0;
    font-size: var(--text-2);
  }
  details code-block {
    margin-top: var(--space-2);
  }
  @media (max-width: 760px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
