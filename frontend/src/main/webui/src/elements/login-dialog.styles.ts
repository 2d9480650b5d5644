import {css} from 'lit';

export const styles = css`
  dialog > .quiet {
    width: 100%;
    min-height: 44px;
    margin-top: var(--space-3);
  }
`;
