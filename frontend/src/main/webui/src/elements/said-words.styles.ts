import {css} from 'lit';

export const styles = css`
  .demand {
    width: fit-content;
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--warn-wash);
    color: var(--warn);
    font-size: var(--text-2);
    font-weight: 600;
  }
  @media (max-width: 760px) {
    .demand {
      margin: 0 var(--space-3) var(--space-2);
    }
  }
`;
