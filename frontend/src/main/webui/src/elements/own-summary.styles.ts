import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  section {
    ${card}
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--space-5);
    margin-bottom: var(--space-5);
    padding: var(--space-4) var(--space-5);
    font-size: var(--text-2);
  }
  h2 {
    margin: 0 0 var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-2);
    font-weight: 550;
  }
  p {
    margin: 0 0 var(--space-2);
  }
  p:last-child {
    margin: 0;
  }
  .count {
    font-size: var(--text-4);
    font-weight: 650;
  }
  .hash,
  .hint {
    color: var(--ink-2);
  }
  /* Left is left here, in whatever direction the page is written: it is about places on the page. */
  .bar {
    position: relative;
    height: 12px;
    margin: var(--space-2) 0 var(--space-3);
    border-radius: 6px;
    background: var(--sunken);
    direction: ltr;
  }
  .interval {
    position: absolute;
    inset-block: 0;
    border-radius: 6px;
    background: var(--accent-wash);
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }
  .half {
    position: absolute;
    inset-block: -4px;
    inset-inline-start: 50%;
    width: 1px;
    background: var(--line-strong);
  }
  .share {
    position: absolute;
    inset-block: -2px;
    width: 4px;
    margin-inline-start: -2px;
    border-radius: 2px;
    background: var(--accent);
  }
  @media (forced-colors: active) {
    .interval {
      border: 1px solid;
    }
    .share {
      background: CanvasText;
    }
  }
`;
