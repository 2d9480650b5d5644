import {css} from 'lit';

export const dialogs = css`
  dialog {
    width: min(560px, calc(100vw - 2 * var(--space-4)));
    max-height: min(80dvh, 760px);
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 12px 60px rgb(0 0 0 / 0.3);
  }
  dialog::backdrop {
    background: rgb(10 12 18 / 0.45);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    margin-bottom: var(--space-4);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
    line-height: 1.3;
  }
`;
