import {css} from 'lit';

export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--space-3);
    padding: var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--line);
    background: var(--accent-wash);
    color: var(--ink);
    font-size: var(--text-2);
  }
  .bar.off {
    display: none;
  }
  .bar.away {
    background: var(--surface);
  }
  p {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .more {
    color: var(--ink-2);
  }
  progress {
    width: 120px;
    height: 6px;
    accent-color: var(--accent);
  }
  .receipt p {
    flex: 1;
    font-weight: 600;
  }
  ul {
    flex-basis: 100%;
    margin: 0;
    padding-inline-start: var(--space-5, 24px);
  }
`;
