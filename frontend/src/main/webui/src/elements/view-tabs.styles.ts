import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  nav {
    display: flex;
    gap: var(--space-1);
    min-width: 0;
    overflow-x: auto;
  }
  a {
    flex: none;
    max-width: 16rem;
    padding: 6px var(--space-3);
    border: 1px solid var(--line);
    border-radius: 18px;
    color: var(--ink-2);
    font-size: var(--text-2);
    overflow: hidden;
    text-decoration: none;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  a:hover {
    color: var(--ink);
  }
  a:focus-visible {
    outline-offset: -3px;
  }
  a[aria-current] {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--accent);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .said {
    margin: 0;
    color: var(--ink-2);
  }
`;
