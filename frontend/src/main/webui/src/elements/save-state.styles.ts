import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-grid;
    color: var(--good);
    font-size: var(--text-1);
    white-space: nowrap;
  }
  span::before {
    content: '';
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  /* That all is well needs no words where there is no room for them. */
  @media (max-width: 480px) and (max-height: 520px) {
    .saved {
      width: 7px;
      overflow: hidden;
    }
  }
  .saving {
    color: var(--ink-2);
  }
  .retrying,
  .logged-out {
    color: var(--warn);
    font-weight: 600;
  }
`;
