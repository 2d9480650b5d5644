import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    white-space: pre-wrap;
    tab-size: 4;
  }
  pre {
    margin: 0;
    padding: var(--space-3) var(--space-4);
    overflow-x: auto;
    border-radius: var(--radius-2);
    background: var(--sunken);
    font: 0.85rem/1.5 var(--mono);
    tab-size: 4;
  }
  * + p,
  * + pre {
    margin-top: 0.8em;
  }
  p code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--sunken);
    font: 0.9em var(--mono);
  }
`;
