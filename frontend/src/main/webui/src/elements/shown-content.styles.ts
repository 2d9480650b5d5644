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
  summary {
    width: fit-content;
    cursor: pointer;
  }
  .call {
    margin-block-start: var(--space-2);
  }
  .call > summary,
  .result {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  pre {
    max-inline-size: 68ch;
    margin: var(--space-1) 0 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--sunken);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font: var(--text-2) / 1.5 var(--mono);
    unicode-bidi: isolate;
  }
`;
