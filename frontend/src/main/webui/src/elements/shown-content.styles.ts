import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  ol {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  li.assistant {
    border-color: var(--accent);
  }
  .speaker {
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  pre {
    margin: var(--space-2) 0 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font-size: var(--text-2);
  }
`;
