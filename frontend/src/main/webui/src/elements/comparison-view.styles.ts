import {type CSSResult, css} from 'lit';

import {card} from '../styles/shared.js';

/** One line of what is asked, beside its name. */
function line(folded: CSSResult): CSSResult {
  return css`
    ${folded} {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      padding-top: 0;
    }
    ${folded} .eyebrow {
      padding-inline-end: 0;
    }
    ${folded} scroll-box {
      --box-padding: 0 var(--space-4) 0 var(--space-2);
      --overflow: hidden;
      --low-overflow: hidden;
      flex: 1 1 120px;
      max-height: 1.5rem;
    }
    ${folded} .part {
      margin: 0;
      padding: 0;
      border: 0;
    }
    ${folded} .part shown-content {
      font-size: var(--text-3);
      line-height: 1.5;
    }
    ${folded} :has(.part:not(.caption)) > .caption {
      display: none;
    }
  `;
}

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
  :host([compact]) .prompt {
    max-height: 22dvh;
  }
  :host([alone]) {
    grid-template-rows: minmax(0, auto);
  }
  :host([alone]) .prompt {
    max-height: 46dvh;
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
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
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
  .groups {
    display: grid;
    grid-auto-rows: minmax(220px, 1fr);
    gap: var(--space-4);
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .group {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    gap: var(--space-2);
    min-height: 0;
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  .group.active {
    border-color: var(--accent);
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    margin: 0;
    font-size: var(--text-2);
    line-height: 1.4;
  }
  .for {
    color: var(--accent);
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host {
      grid-template-rows: auto 1fr;
    }
    .groups {
      grid-auto-rows: auto;
      overflow: visible;
    }
    :host([compact]) .prompt,
    :host([alone]) .prompt,
    .prompt {
      max-height: none;
    }
  }
  .unfold {
    display: none;
    min-height: 30px;
    padding: 0 var(--space-2);
    color: var(--accent);
    font-size: var(--text-1);
  }
  .brief:has([cut]) .unfold {
    display: inline-flex;
  }
  ${line(css`.brief`)}
  @media (max-height: 520px) {
    :host {
      gap: var(--space-2);
    }
    .prompt {
      padding-top: 0;
    }
    .part shown-content,
    .part.long shown-content {
      font-size: var(--text-3);
      line-height: 1.5;
    }
    .eyebrow {
      padding-inline: var(--space-4);
    }
    .prompt:has([cut]) .unfold,
    .unfold[aria-expanded='true'] {
      display: inline-flex;
    }
    .prompt scroll-box {
      --box-padding: 0 var(--space-4) var(--space-2);
    }
    ${line(css`.folded`)}
  }
  /* The line stands below the name: beside it there is room for a word. */
  @media (max-width: 480px) and (max-height: 520px) {
    .folded scroll-box {
      --box-padding: 0 var(--space-4);
      flex-basis: 100%;
      margin-block-end: var(--space-1);
    }
  }
  @media (max-width: 760px) and (min-height: 521px) {
    :host {
      gap: var(--space-3);
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
    .part shown-content {
      font-size: var(--text-3);
    }
  }
`;
