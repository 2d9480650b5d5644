import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--space-4);
    margin-top: var(--space-6);
    padding-top: var(--space-5);
    border-top: 1px solid var(--line);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
  }
  form,
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  form label,
  .choice {
    flex: 1 1 260px;
    max-width: 420px;
  }
  label .title {
    display: block;
    margin-bottom: var(--space-1);
  }
  input,
  select {
    width: 100%;
  }
  .choice {
    display: block;
  }
  ul {
    display: grid;
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
  h3 {
    margin: 0;
    font-size: var(--text-3);
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
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
