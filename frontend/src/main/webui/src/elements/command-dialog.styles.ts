import {css} from 'lit';

export const styles = css`
  dialog {
    top: 12dvh;
    width: min(620px, calc(100vw - 2 * var(--space-4)));
    max-height: 76dvh;
    margin-top: 0;
    padding: 0;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  input {
    width: 100%;
    min-height: 52px;
    padding: var(--space-3) var(--space-4);
    border: 0;
    border-bottom: 1px solid var(--line);
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  input::placeholder {
    color: var(--ink-2);
    opacity: 1;
  }
  input:focus-visible {
    outline-offset: -3px;
    border-radius: var(--radius-3) var(--radius-3) 0 0;
  }
  ul {
    flex: 1 1 auto;
    margin: 0;
    padding: var(--space-2);
    overflow-y: auto;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
    min-height: 40px;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-1);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  li[aria-selected='true'] {
    background: var(--accent-wash);
    color: var(--accent);
  }
  .about {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .said {
    margin: 0;
    padding: var(--space-4);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .said:empty {
    padding: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: var(--space-2) var(--space-4);
    border-top: 1px solid var(--line);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .refusal {
    padding: var(--space-5);
  }
  .refusal p {
    margin: 0 0 var(--space-4);
  }
  @media (pointer: coarse) {
    .foot {
      display: none;
    }
    li {
      min-height: 44px;
    }
  }
  @media (max-width: 760px), (max-height: 520px) {
    dialog {
      top: var(--space-4);
      max-height: calc(100dvh - 2 * var(--space-4));
    }
  }
`;
