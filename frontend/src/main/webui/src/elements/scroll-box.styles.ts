import {css} from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .box {
    min-height: 0;
    max-height: inherit;
    padding: var(--box-padding, 0);
    overflow-y: var(--overflow, auto);
    overscroll-behavior: contain;
    scrollbar-width: thin;
    /* Without room kept for it, each change of a long text would be laid out twice: without a scrollbar, and with it. */
    scrollbar-gutter: stable;
  }
  .box:focus-visible {
    outline-offset: -4px;
    border-radius: var(--radius-2);
  }
  :host([above])::before,
  :host([below])::after {
    content: '';
    position: absolute;
    inset-inline: 0 12px;
    z-index: 1;
    height: 40px;
    pointer-events: none;
  }
  :host([above])::before {
    top: 0;
    background: linear-gradient(var(--surface), transparent);
  }
  :host([below])::after {
    bottom: 0;
    background: linear-gradient(transparent, var(--surface));
  }
  @media (max-width: 760px), (max-height: 520px) {
    .box {
      overflow: var(--overflow, visible);
    }
  }
  @media (max-width: 760px) and (min-height: 521px) {
    :host([above])::before,
    :host([below])::after {
      content: none;
    }
  }
  /* On a low screen what is around says whether a text is whole, scrolls, or is cut. */
  @media (max-height: 520px) {
    .box {
      overflow: var(--low-overflow, visible);
    }
  }
`;
