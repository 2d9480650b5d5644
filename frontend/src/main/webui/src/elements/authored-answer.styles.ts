import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    border-radius: var(--radius-1);
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:not([judgeable])) {
    cursor: default;
  }
  /* It floats, so that the text takes no notice but beside it. */
  button {
    float: inline-end;
    min-width: 28px;
    min-height: 28px;
    margin: -4px -4px 4px 8px;
    padding: 3px 8px;
    border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: 14px;
    background: none;
    color: inherit;
    font: 600 0.75rem/1.2 var(--font);
    white-space: nowrap;
    cursor: inherit;
    user-select: none;
  }
  :host([pressed]) button,
  button[aria-checked='true'] {
    border-color: currentColor;
    border-width: 2px;
  }
  button:focus-visible {
    outline-color: currentColor;
  }
  @media (pointer: coarse) {
    button {
      min-width: 44px;
      min-height: 44px;
      border-radius: 22px;
    }
  }
`;
