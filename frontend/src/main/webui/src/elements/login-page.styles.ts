import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: var(--space-4);
  }
  main {
    width: min(400px, 100%);
  }
  form {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-6);
    ${card}
  }
  h1 {
    margin: 0;
    font-size: var(--text-5);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  h1 b {
    color: var(--accent);
    font-weight: inherit;
  }
  h1 + p {
    margin: -8px 0 var(--space-1);
    color: var(--ink-2);
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  label {
    font-size: var(--text-2);
    font-weight: 550;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  input:focus-visible {
    outline-offset: 0;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .button {
    min-height: 44px;
  }
  .problem {
    margin: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--bad-wash);
    color: var(--bad);
    font-size: var(--text-2);
  }
  .hint {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  @media (max-width: 440px) {
    form {
      padding: var(--space-5);
    }
  }
`;
