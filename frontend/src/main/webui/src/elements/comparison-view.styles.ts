import {css} from 'lit';

import {card} from '../styles/shared.js';

export const styles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
  }
  .prompt {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    max-height: 34dvh;
    padding-top: var(--space-3);
    overflow: clip;
    ${card}
  }
  .prompt scroll-box {
    --box-padding: 0 var(--space-5) var(--space-4);
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    min-height: 30px;
    padding: 0 var(--space-5);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  h2 {
    margin: 0;
    font: inherit;
  }
  .same {
    color: var(--warn);
    font-weight: 600;
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
    margin-inline-start: auto;
    color: var(--accent);
    font-weight: 600;
  }
  .note.warn {
    color: var(--warn);
  }
  .note .quiet {
    min-height: 30px;
    padding: 3px 10px;
    border-color: var(--line);
    font-weight: 400;
    font-size: var(--text-1);
  }
  .blocked {
    margin: var(--space-2) var(--space-5) var(--space-3);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--warn-wash);
    color: var(--warn);
    font-size: var(--text-2);
  }
  .prompt:has(.blocked) {
    grid-template-rows: auto auto minmax(0, 1fr);
  }
  .part + .part {
    margin-top: var(--space-3);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  .part shown-content {
    font-size: var(--text-4);
    line-height: 1.45;
  }
  .part.caption shown-content {
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .part.long shown-content {
    font-size: var(--text-3);
    line-height: 1.5;
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host {
      grid-template-rows: auto auto;
    }
    .prompt {
      max-height: none;
    }
  }
  @media (max-width: 760px) {
    :host,
    .answers {
      gap: var(--space-3);
    }
    .answers {
      grid-template-columns: minmax(0, 1fr);
    }
    .prompt {
      padding-top: var(--space-2);
    }
    .prompt scroll-box {
      --box-padding: 0 var(--space-4) var(--space-3);
    }
    .eyebrow {
      padding: 0 var(--space-4);
    }
    .note {
      margin-inline-start: 0;
    }
    kbd {
      display: none;
    }
    .part shown-content {
      font-size: var(--text-3);
    }
  }
`;
