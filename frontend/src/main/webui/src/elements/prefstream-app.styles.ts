import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  page-message {
    min-height: 100dvh;
  }
`;
