import {css} from 'lit';

/** Rules for what somebody said of a task: answers with the names of their controls above them. */
export const said = css`
  dl,
  p {
    margin: var(--space-1) 0 0;
  }
  dt {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  dd {
    margin: 0 0 var(--space-1);
    white-space: pre-wrap;
  }
  .skipped {
    color: var(--warn);
  }
  .hint {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
`;
