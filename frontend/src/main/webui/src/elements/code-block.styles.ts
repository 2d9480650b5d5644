import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: clip;
    border-radius: var(--radius-2);
    background: var(--sunken);
    unicode-bidi: isolate;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-1) var(--space-2) 0 var(--space-4);
    color: var(--ink-2);
    font-size: var(--text-1);
    user-select: none;
  }
  .language {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role='status'] {
    margin-inline-start: auto;
  }
  .quiet {
    min-height: 28px;
    padding: 2px 8px;
    font-size: var(--text-1);
  }
  .quiet:hover {
    background: var(--surface);
  }
  pre {
    width: max-content;
    min-width: 100%;
    margin: 0;
    padding: var(--space-1) var(--space-4) var(--space-3);
    font: 0.85rem/1.5 var(--mono);
    white-space: pre;
    tab-size: 4;
  }
  .keyword {
    color: var(--code-keyword);
  }
  .string {
    color: var(--code-string);
  }
  .value {
    color: var(--code-value);
  }
  .comment {
    color: var(--code-comment);
  }
  .name {
    color: var(--code-name);
  }
  .tag {
    color: var(--code-tag);
  }
`;
