import {css} from 'lit';

export const styles = css`
  fieldset {
    display: grid;
    gap: var(--space-4);
  }
  legend {
    margin-bottom: var(--space-3);
    padding: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: var(--space-4);
    align-items: start;
  }
  .pair label {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
  }
  .pair :is(select, input) {
    width: 100%;
    min-width: 0;
  }
  .pair .hint {
    margin-top: var(--space-1);
  }
  .shares {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 140px));
    gap: var(--space-3);
  }
  .shares label {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .shares input {
    width: 100%;
    min-width: 0;
  }
  .flag {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
  }
  .flag input {
    flex: none;
    accent-color: var(--accent);
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: var(--space-2) var(--space-4);
    max-height: 200px;
    overflow-y: auto;
  }
  .people .flag {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
