import {css} from 'lit';

import {listed} from '../styles/listed.js';

/** Of all that concerns targets. */
export const styles = [
  listed,
  css`
    form label,
    form .field {
      flex: 1 1 180px;
      max-width: 320px;
      min-width: 0;
    }
    form .field label {
      display: block;
    }
    form :is(.hint, .actions, .flag, export-controls) {
      flex: 1 0 100%;
      max-width: none;
    }
    .flag input {
      width: auto;
    }
    ol {
      margin: 0;
      padding: 0;
      color: var(--ink-2);
      font-size: var(--text-1);
      list-style: none;
    }
    ol li {
      display: block;
      padding: 0;
      border: 0;
      background: none;
      overflow-wrap: anywhere;
    }
  `,
];
