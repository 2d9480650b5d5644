import {css} from 'lit';

export const styles = css`
  .title {
    display: block;
  }
  .texts {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    max-width: 48rem;
  }
  .entry {
    display: flex;
    gap: var(--space-1);
    align-items: start;
    width: 100%;
  }
  .text {
    flex: 1;
    min-width: 0;
    /* What it has at least, and grows beyond with its text. */
    min-height: calc(var(--rows, 1) * 1.4em + 18px);
    max-height: 20rem;
    resize: vertical;
    field-sizing: content;
    line-height: 1.4;
  }
  ::placeholder {
    color: color-mix(in srgb, var(--ink) 62%, transparent);
    opacity: 1;
  }
  .quiet {
    min-width: 40px;
    min-height: 40px;
    color: inherit;
  }
  .quiet:hover {
    background: color-mix(in srgb, currentColor 12%, transparent);
    color: inherit;
  }
  .more {
    border-color: color-mix(in srgb, currentColor 35%, transparent);
  }
`;
