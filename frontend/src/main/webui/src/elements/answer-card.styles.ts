import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    overflow: clip;
    border: 1.5px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    box-shadow: var(--shadow);
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:focus-within:has(:focus-visible)) {
    border-color: var(--accent);
  }
  :host([pressed]),
  :host([chosen]) {
    border-color: var(--accent);
    box-shadow:
      0 0 0 3px var(--accent-wash),
      var(--shadow);
  }
  @media (hover: hover) {
    :host(:hover),
    :host(:active) {
      border-color: var(--accent);
    }
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    border-bottom: 1px solid var(--line);
    border-radius: var(--radius-3) var(--radius-3) 0 0;
    user-select: none;
  }
  .facts {
    padding-inline-end: var(--space-4);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .other {
    display: none;
  }
  .end {
    block-size: 1px;
  }
  [role='radio'] {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 41px;
    padding: var(--space-2) var(--space-4);
    border: 0;
    border-radius: var(--radius-3) 0 0 0;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: var(--text-2);
    text-align: start;
    cursor: pointer;
  }
  [role='radio']:focus-visible {
    outline-offset: -4px;
  }
  :host([chosen]) .head {
    background: var(--accent-wash);
  }
  :host([chosen]) [role='radio'] {
    color: var(--accent);
    font-weight: 600;
  }
  .name {
    margin-inline-start: var(--space-1);
  }
  .mark {
    margin-inline-start: auto;
  }
  scroll-box {
    --box-padding: var(--space-4) var(--space-5) var(--space-5);
    overflow: clip;
    border-radius: 0 0 var(--radius-3) var(--radius-3);
  }
  .beginning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-3);
    width: 100%;
    min-height: 36px;
    margin-block-end: var(--space-3);
    padding: var(--space-1) var(--space-3);
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--sunken);
    color: var(--ink-2);
    font: inherit;
    font-size: var(--text-1);
    text-align: start;
    cursor: pointer;
  }
  .switch {
    color: var(--accent);
    text-decoration: underline;
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  @media (max-width: 760px) {
    scroll-box {
      --box-padding: var(--space-3) var(--space-4) var(--space-4);
    }
    kbd {
      display: none;
    }
    .name {
      margin-inline-start: 0;
    }
  }
  @media (max-height: 520px) {
    scroll-box {
      --box-padding: var(--space-2) var(--space-4) var(--space-3);
    }
    [role='radio'] {
      min-height: 36px;
      padding-block: var(--space-1);
    }
  }
  @media (min-width: 600px) and (min-height: 320px) and (max-height: 520px) {
    scroll-box {
      --low-overflow: auto;
    }
  }
  /* On a phone the whole page scrolls, and the name of a long answer stays in sight. */
  @media (max-width: 760px) and (min-height: 521px) {
    .head {
      position: sticky;
      top: 0;
      z-index: 1;
      background: var(--surface);
    }
    .head:has(.other) {
      grid-template-columns: minmax(0, 1fr) auto auto;
    }
    /* There is no room for more than the name and what was said. */
    :host([chosen]) .head:has(.other) .facts {
      display: none;
    }
    .other {
      display: block;
      min-height: 41px;
      padding: 0 var(--space-4);
      border: 0;
      border-inline-start: 1px solid var(--line);
      background: none;
      color: var(--accent);
      font: inherit;
      font-size: var(--text-2);
    }
  }
`;
