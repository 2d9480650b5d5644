import {css} from 'lit';

/**
 * Rules for what asks a control. Text on no ground of its own takes the colour of what is around, because a configuration may
 * put the question on any ground.
 */
export const fields = css`
  :host {
    display: block;
    min-width: 0;
    font-size: var(--text-2);
    line-height: 1.45;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .title {
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .must {
    margin-inline-start: 0.25em;
  }
  .hint {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
    overflow-wrap: anywhere;
  }
  .body {
    margin-block-start: var(--space-2);
  }
  .problem {
    width: fit-content;
    margin: var(--space-2) 0 0;
    padding: var(--space-1) var(--space-2);
    border-radius: var(--radius-1);
    background: var(--bad-wash);
    color: var(--bad);
    font-size: var(--text-1);
    font-weight: 550;
  }
  .problem::before {
    content: '⚠ ' / '';
  }
  select,
  textarea,
  input:not([type='radio'], [type='checkbox']) {
    min-height: 40px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  :is(select, textarea, input):focus-visible {
    outline-offset: 0;
  }
  :is(select, textarea, input)[aria-invalid='true'] {
    border-color: var(--bad);
  }
  @media (pointer: coarse) {
    select,
    textarea,
    input:not([type='radio'], [type='checkbox']) {
      min-height: 44px;
    }
  }
`;
