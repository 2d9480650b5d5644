import {css} from 'lit';

export const styles = css`
  ul {
    display: grid;
    gap: 0;
    margin: var(--space-2) 0 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 22rem) minmax(0, 1fr);
    align-items: center;
    gap: var(--space-1) var(--space-4);
    padding: var(--space-2) var(--space-3);
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 9.5rem;
    align-items: center;
    gap: var(--space-3);
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .hidden .name {
    color: var(--ink-2);
    font-weight: 400;
  }
  .sample {
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-1);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  select {
    width: 100%;
  }
  .ask {
    margin: var(--space-2) 0 0;
    font-weight: 600;
  }
  .ask:empty {
    margin: 0;
  }
  @media (max-width: 760px) {
    li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
