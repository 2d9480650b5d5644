import {css} from 'lit';

export const styles = css`
  ol,
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin-block-end: 0;
    padding: var(--space-2);
    border: 1px dashed color-mix(in srgb, currentColor 35%, transparent);
    border-radius: var(--radius-2);
    list-style: none;
  }
  ul {
    margin-block-start: var(--space-1);
  }
  .over {
    border-color: var(--accent);
    border-style: solid;
  }
  /* Tied items touch. */
  .tied {
    margin-block-start: calc(-1 * var(--space-2) - 1px);
  }
  .list-head {
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  .pool-head {
    margin-block-start: var(--space-3);
  }
  .nothing {
    padding: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .before {
    box-shadow: 0 -5px 0 -2px var(--accent);
  }
  @media (max-width: 760px) {
    ol,
    ul {
      padding: var(--space-1);
    }
  }
  .line {
    block-size: 3px;
    background: var(--accent);
  }
`;
