import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .layer {
    max-inline-size: var(--measure, 68ch);
  }
  /* A text from right to left begins at the right edge, however wide the page is. */
  .layer:has(> :first-child:dir(rtl)) {
    margin-left: auto;
  }
  p,
  pre,
  ul,
  ol,
  li,
  blockquote,
  th,
  td,
  a,
  .image {
    unicode-bidi: isolate;
  }
  p,
  pre {
    margin: 0;
    white-space: pre-wrap;
    tab-size: 4;
  }
  .written {
    font: 0.875em/1.55 var(--mono);
    /* Each line has its own direction. */
    unicode-bidi: plaintext;
  }
  ul,
  ol,
  blockquote {
    margin: 0;
    padding: 0;
  }
  * + :is(p, ul, ol, blockquote, code-block, math-text, wide-box, hr) {
    margin-block-start: 0.8em;
  }
  /* What is nested deep still has room: a part of what is left, and never all of it. */
  li {
    margin-inline-start: min(1.7em, 7%);
  }
  li + li {
    margin-block-start: 0.8em;
  }
  .tight > li + li,
  .tight > li > :is(ul, ol) {
    margin-block-start: 0.25em;
  }
  .task {
    list-style: none;
  }
  .task > .box {
    float: inline-start;
    margin-inline: -1.4em 0.4em;
  }
  .task > .box + p {
    margin-block-start: 0;
  }
  blockquote {
    padding-inline-start: min(1em, 7%);
    border-inline-start: 3px solid var(--line);
    color: var(--ink-2);
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  [role='heading'] {
    font-weight: 650;
    line-height: 1.3;
  }
  .h1 {
    font-size: 1.4em;
  }
  .h2 {
    font-size: 1.22em;
  }
  .h3 {
    font-size: 1.08em;
  }
  p code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--sunken);
    font: 0.9em var(--mono);
    unicode-bidi: isolate;
  }
  table {
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  th,
  td {
    min-inline-size: 4em;
    max-inline-size: 40ch;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    white-space: pre-wrap;
  }
  th {
    background: var(--sunken);
    font-weight: 650;
  }
  .left {
    text-align: left;
  }
  .center {
    text-align: center;
  }
  .right {
    text-align: right;
  }
  .image {
    padding: 0.1em 0.4em;
    border: 1px dashed var(--line-strong);
    border-radius: 4px;
    color: var(--ink-2);
    font-size: 0.9em;
  }
  .note {
    color: var(--warn);
    font-size: var(--text-1);
  }
  .rest {
    block-size: 200vh;
  }
  /* Nobody can see, hear or find it, and the browser does not lay it out again. */
  .former {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    content-visibility: hidden;
  }
`;
