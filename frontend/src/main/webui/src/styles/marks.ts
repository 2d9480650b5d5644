import {css} from 'lit';

/** Rules for the marks of `markedText`: each is an island from left to right, and has no effect on the text around. */
export const marks = css`
  .mark {
    padding: 0 0.15em;
    border-radius: 3px;
    background: var(--warn-wash);
    color: var(--warn);
    font: 0.8em var(--mono);
    direction: ltr;
    unicode-bidi: isolate;
  }
`;
