import {css} from 'lit';

/** Its place is kept free, so that nothing moves when it comes. On a phone it lies above the verdicts for its moment. */
export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-1) var(--space-3);
    position: relative;
    min-height: 34px;
    padding-bottom: var(--space-1);
  }
  .chip {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 30px;
    padding-inline: var(--space-3) var(--space-1);
    border: 1px solid var(--line);
    border-radius: 15px;
    background: var(--surface);
    color: var(--ink-2);
    font-size: var(--text-1);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .chip:not(:has(button)) {
    padding-inline-end: var(--space-3);
  }
  b {
    color: var(--ink);
    font-weight: 600;
  }
  /* What comes later has its place, so that the button stays where it is. */
  .fate {
    display: inline-block;
    min-width: 4em;
  }
  .fate.long {
    min-width: 12em;
  }
  .landed {
    color: var(--good);
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host {
      min-height: 0;
      padding: 0;
    }
    .chip,
    unseen-notice,
    pace-notice {
      position: absolute;
      bottom: calc(100% + var(--space-2));
    }
    unseen-notice,
    pace-notice {
      inset-inline: var(--space-3);
    }
    .chip {
      max-width: calc(100% - 2 * var(--space-3));
      min-height: 40px;
      border-radius: 20px;
      box-shadow: var(--shadow);
    }
    .quiet {
      min-height: 36px;
      padding-inline: 12px;
      border-radius: 18px;
    }
  }
`;
