import {css} from 'lit';

/** Of what lists things below a form that makes them. */
export const listed = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  h2,
  h3,
  h4 {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: var(--text-4);
  }
  h3 {
    font-size: var(--text-3);
  }
  h4 {
    font-size: var(--text-2);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  label .title {
    display: block;
    margin-bottom: var(--space-1);
  }
  input,
  select {
    width: 100%;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  code {
    font: 0.8rem var(--mono);
    overflow-wrap: anywhere;
  }
`;

/** Of a part that stands apart from what is above it. */
export const apart = css`
  :host {
    margin-top: var(--space-6);
    padding-top: var(--space-5);
    border-top: 1px solid var(--line);
  }
`;
