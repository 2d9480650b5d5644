import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin-top: var(--space-2);
  }
  .skeleton,
  .skeleton .pair {
    display: grid;
    gap: var(--space-4);
  }
  .skeleton {
    grid-template-rows: 96px 1fr;
    /* Most waits are over before this shows. */
    animation: appear 0.2s 0.25s both;
  }
  .skeleton .pair {
    grid-template-columns: 1fr 1fr;
  }
  .skeleton div:not(.pair) {
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (max-width: 760px) {
    .skeleton .pair {
      grid-template-columns: 1fr;
    }
  }
`;
