import {css} from 'lit';

import {apart, listed} from '../styles/listed.js';

export const styles = [
  listed,
  apart,
  css`
    form label,
    .choice {
      flex: 1 1 260px;
      max-width: 420px;
    }
    .choice {
      display: block;
    }
  `,
];
