import {css} from 'lit';

/** Declarations for a rule: the title of a page. */
export const pageTitle = css`
  margin: 0;
  font-size: var(--text-5);
  letter-spacing: -0.015em;
  line-height: 1.25;
`;

/** Declarations for a rule: a name in the bar of a page, of which the end is left out where there is no room. */
export const nameInBar = css`
  overflow: hidden;
  color: var(--ink-2);
  font-size: var(--text-2);
  text-overflow: ellipsis;
  white-space: nowrap;
`;
