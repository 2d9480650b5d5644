import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  pre {
    max-width: min(720px, calc(100vw - 4 * var(--space-4)));
    margin: var(--space-3) auto 0;
    padding: var(--space-4);
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: 0.82rem/1.55 var(--mono);
    text-align: start;
  }
`;
