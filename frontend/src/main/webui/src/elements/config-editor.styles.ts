import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: hidden;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  :host(:focus-within) {
    outline: 3px solid var(--accent);
    outline-offset: 0;
  }
  .cm-editor {
    max-height: 28rem;
    font-size: var(--text-2);
  }
  .cm-editor.cm-focused {
    outline: none;
  }
  .cm-scroller {
    overflow: auto;
    font-family: var(--mono, monospace);
    line-height: 1.55;
  }
  .cm-gutters.cm-gutters {
    border: 0;
    background: var(--sunken);
    color: var(--ink-2);
  }
  .cm-content.cm-content {
    caret-color: var(--ink);
  }
  .cm-cursor.cm-cursor {
    border-left-color: var(--ink);
  }
  .error {
    background: var(--bad-wash);
  }
  .warned {
    background: color-mix(in oklab, var(--warn) 14%, transparent);
  }
  .tag {
    color: var(--accent);
    font-weight: 600;
  }
  .attribute {
    color: var(--ink-2);
  }
  .value {
    color: var(--good);
  }
  .quiet {
    color: var(--ink-2);
  }
  /* A line instead of the editor's own grounds, which take the contrast from what stands on them. */
  .cm-editor.cm-focused :is(.cm-matchingBracket.cm-matchingBracket, .cm-nonmatchingBracket.cm-nonmatchingBracket) {
    background: none;
    text-decoration: underline;
  }
  .cm-editor.cm-focused .cm-nonmatchingBracket.cm-nonmatchingBracket {
    text-decoration: underline wavy var(--bad);
  }
  .cm-tooltip.cm-tooltip {
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-1);
    background: var(--surface);
    color: var(--ink);
  }
  .cm-tooltip-autocomplete.cm-tooltip-autocomplete ul li[aria-selected] {
    background: var(--accent);
    color: var(--accent-ink);
  }
`;
