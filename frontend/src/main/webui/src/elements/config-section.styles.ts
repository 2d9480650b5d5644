import {css} from 'lit';

export const styles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
  }
  .words {
    margin: calc(-1 * var(--space-2)) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  ul {
    display: grid;
    gap: var(--space-1);
    margin: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    font-size: var(--text-2);
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-3);
    overflow-wrap: anywhere;
  }
  li .quiet {
    min-height: 28px;
    padding-block: 2px;
  }
  .error {
    background: var(--bad-wash);
    color: var(--bad);
  }
  .warning {
    background: color-mix(in oklab, var(--warn) 12%, transparent);
    color: var(--warn);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    font-size: var(--text-2);
  }
  tasks-preview {
    margin-top: var(--space-4);
  }
`;
