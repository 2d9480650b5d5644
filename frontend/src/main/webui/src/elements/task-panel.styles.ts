import {css} from 'lit';

/** Beside the list where there is room, and over the whole page where there is not. */
export const styles = css`
  :host {
    display: block;
    position: sticky;
    top: var(--space-4);
    align-self: start;
    min-width: 0;
  }
  dialog {
    position: static;
    width: 100%;
    max-width: none;
    max-height: calc(100dvh - 2 * var(--space-4));
    margin: 0;
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    color: var(--ink);
    font-size: var(--text-2);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin-bottom: var(--space-2);
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: var(--text-4);
    line-height: 1.3;
  }
  h3 {
    margin: var(--space-5) 0 var(--space-2);
    font-size: var(--text-3);
  }
  h3.name {
    margin: var(--space-3) 0 var(--space-1);
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
  }
  .hint {
    color: var(--ink-2);
  }
  .field {
    max-height: 320px;
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--ground);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .quiet[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  @media (max-width: 1099px) {
    dialog {
      position: fixed;
      inset: 0;
      z-index: 3;
      width: 100%;
      height: 100dvh;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
  }
`;
