import {css} from 'lit';

/** On a low screen the bar is one row, unless a scale of seven steps or a button that saves needs more. */
export const lowStyles = css`
  @media (max-height: 520px) {
    :host {
      gap: var(--space-1) var(--space-2);
      padding: var(--space-1) var(--space-3) max(var(--space-1), env(safe-area-inset-bottom));
    }
    .scale {
      flex: 0 1 auto;
      width: auto;
    }
    .scale button {
      padding: var(--space-1) var(--space-3);
    }
    .more,
    .save {
      width: auto;
    }
    .quiet {
      flex: none;
    }
  }
  @media (max-width: 1040px) and (max-height: 520px) {
    kbd {
      display: none;
    }
  }
  @media (max-width: 480px) and (max-height: 520px) {
    :host {
      gap: var(--space-1);
      padding-inline: var(--space-1);
    }
    .scale:not(.strong),
    .more,
    .quiet {
      width: min-content;
    }
    .scale:not(.strong) button,
    .quiet {
      min-height: 44px;
      padding-inline: var(--space-1);
      font-size: 0.75rem;
      line-height: 1.2;
      white-space: normal;
    }
    .more {
      gap: 0;
    }
    .quiet {
      padding-inline: 3px;
    }
  }
`;
