import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 68ch;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  pre {
    margin: 0;
    font: 0.875em/1.55 var(--mono);
    white-space: pre-wrap;
    tab-size: 4;
    /* Each line has its own direction. */
    unicode-bidi: plaintext;
  }
  mark {
    border-radius: 3px;
    background: var(--diff-added);
    color: inherit;
    /* Not by colour alone. */
    text-decoration: underline 2px;
    text-underline-offset: 3px;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .reference mark {
    background: var(--diff-removed);
    text-decoration-style: dashed;
  }
  .return::before {
    content: '↵';
    color: var(--ink-2);
  }
  .rest {
    block-size: 200vh;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
