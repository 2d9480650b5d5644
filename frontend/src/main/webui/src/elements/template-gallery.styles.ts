import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--space-4);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--text-4);
  }
  p {
    color: var(--ink-2);
  }
  h3 {
    margin-bottom: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
    gap: var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: grid;
    grid-template-rows: auto auto 1fr;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  li:hover {
    border-color: var(--accent);
  }
  li button {
    padding: var(--space-3) var(--space-3) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--text-2);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  /* The whole card is the button. */
  li button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--radius-2);
  }
  li button:focus-visible {
    outline: none;
  }
  li button:focus-visible::after {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  li p {
    padding: var(--space-1) var(--space-3) var(--space-3);
    font-size: var(--text-1);
  }
`;
