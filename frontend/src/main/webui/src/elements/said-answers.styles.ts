import {css} from 'lit';

export const styles = css`
  section {
    max-height: 26dvh;
    padding: var(--space-3) var(--space-4);
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(24ch) minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    margin: 0;
    font-size: var(--text-2);
  }
  dt {
    color: var(--ink-2);
  }
  dt,
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd {
    white-space: pre-wrap;
  }
  @media (max-width: 760px), (max-height: 520px) {
    section {
      max-height: none;
    }
  }
`;
