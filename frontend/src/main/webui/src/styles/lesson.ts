import {css} from 'lit';

/** What explains the task below it: a wash with an edge. */
export const lesson = css`
  padding: var(--space-2) var(--space-4);
  border-inline-start: 4px solid var(--accent);
  border-radius: var(--radius-1);
  background: var(--accent-wash);
  font-size: var(--text-2);
  line-height: 1.5;
`;
