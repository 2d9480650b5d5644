import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    font-size: var(--text-2);
  }
  h3,
  p,
  dl {
    margin: 0;
  }
  h3 {
    font-size: var(--text-3);
  }
  .track {
    height: 8px;
    overflow: hidden;
    border-radius: 4px;
    background: var(--sunken);
  }
  .fill {
    height: 100%;
    background: var(--accent);
    transform-origin: left;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8.5rem, 100%), 1fr));
    gap: var(--space-2) var(--space-4);
  }
  dt {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
  }
  .reason {
    color: var(--bad);
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    gap: var(--space-1);
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-1);
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
`;
