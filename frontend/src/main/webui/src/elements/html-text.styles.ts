import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .html {
    max-inline-size: var(--measure, 68ch);
    overflow-x: auto;
  }
  .html:dir(rtl) {
    margin-left: auto;
  }
  .wordless {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  .rest {
    block-size: 200vh;
  }
  .html > :first-child {
    margin-block-start: 0;
  }
  .html > :last-child {
    margin-block-end: 0;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin-block: 0.8em 0.4em;
    font-size: 1.1em;
    line-height: 1.3;
  }
  h1 {
    font-size: 1.4em;
  }
  h2 {
    font-size: 1.22em;
  }
  pre {
    overflow-x: auto;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-1);
    background: var(--sunken);
  }
  code,
  kbd,
  pre,
  samp,
  tt {
    font-family: var(--mono);
    font-size: 0.9em;
  }
  blockquote {
    margin-inline: 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--line);
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
`;
