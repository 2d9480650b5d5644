import {css} from 'lit';

/**
 * What the layout looks like before its author says anything. Names of our own begin with `authored-`, so that none is the
 * author's by accident.
 */
export const styles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    overflow: auto;
    /* Nothing in it can come to lie over the rest of the page. */
    contain: layout paint !important;
    isolation: isolate !important;
    position: relative !important;
    z-index: 0 !important;
  }
  :host([styled]) {
    border-radius: var(--radius-2);
    background: #ffffff;
    color: #1d2027;
    color-scheme: light;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .authored-root {
    min-height: 100%;
    overflow-wrap: anywhere;
  }
  .authored-notes:has(span) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    padding: var(--space-2) var(--space-4);
    border-bottom: 1px solid currentColor;
    font-size: var(--text-1);
  }
  :focus-visible {
    outline: 3px solid currentColor;
    outline-offset: 2px;
  }
  div {
    min-width: 0;
  }
  .authored-inline {
    display: inline-block;
    vertical-align: top;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0.6em 0 0.4em;
    line-height: 1.3;
  }
  h1 {
    font-size: 1.6em;
  }
  h2 {
    font-size: 1.4em;
  }
  h3 {
    font-size: 1.2em;
  }
  h4,
  h5,
  h6 {
    font-size: 1em;
  }
  details {
    margin-block: 8px;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  control-field {
    margin-block: 12px;
  }
  /* An author's box may have any ground. What stands on it is drawn with the colour that the author gave to its text. */
  :host([styled]) :is(control-field, authored-answer) {
    --field-accent: currentColor;
    --ink-2: color-mix(in srgb, currentColor 85%, transparent);
    --line: color-mix(in srgb, currentColor 30%, transparent);
  }
  /* The author says how wide a text is. */
  :host([styled]) :is(shown-content, html-text) {
    --measure: none;
  }
  :host(:not([styled])) .authored-root {
    padding: 16px;
    border-radius: 14px;
    background: var(--surface);
  }
  /* Where the author says nothing, a side can still be told from the prompt. */
  :host(:not([styled])) :is(.lsf-object, h4) {
    margin-block: 12px;
  }
  :host(:not([styled])) authored-answer {
    padding: 12px 16px;
    border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: 10px;
  }
  /* Boxes that stand side by side on a large screen, and below each other on a small one, are as wide as that one. */
  @media (max-width: 1040px) {
    :where([data-group] > [data-group]) {
      flex-grow: 1;
    }
  }
  a {
    color: inherit;
  }
  :host([styled]) :is(shown-content, html-text) {
    color: inherit;
    --accent: currentColor;
    --ink-2: currentColor;
    --line: color-mix(in srgb, currentColor 30%, transparent);
    --line-strong: color-mix(in srgb, currentColor 60%, transparent);
    --sunken: color-mix(in srgb, currentColor 12%, transparent);
    --surface: color-mix(in srgb, currentColor 20%, transparent);
    --warn: currentColor;
    --warn-wash: color-mix(in srgb, currentColor 18%, transparent);
    --code-keyword: currentColor;
    --code-string: currentColor;
    --code-value: currentColor;
    --code-name: currentColor;
    --code-tag: currentColor;
    --code-comment: currentColor;
  }
  .authored-empty {
    margin: 0;
    font-style: italic;
  }
  .authored-medium {
    margin: 0;
  }
  .authored-plain {
    outline: 3px solid var(--accent);
    outline-offset: 4px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
