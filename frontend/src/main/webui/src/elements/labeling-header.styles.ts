import {css} from 'lit';

export const styles = css`
  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-2);
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  save-state,
  .practice {
    margin-inline-start: auto;
  }
  .practice {
    font-size: var(--text-1);
    font-weight: 600;
  }
  progress-meter {
    min-width: 240px;
  }
  progress-meter.unknown {
    visibility: hidden;
  }
  .narrow {
    display: none;
  }
  .news::after {
    color: var(--accent);
    content: '●';
  }
  .tools [aria-pressed='true'] {
    background: var(--accent-wash);
    color: var(--accent);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--space-1);
  }
  @media (max-width: 1360px) {
    progress-meter {
      min-width: 150px;
    }
    .tools .quiet {
      padding-inline: 6px;
    }
    .tools kbd {
      display: none;
    }
  }
  @media (max-width: 1100px) {
    /* The menu of the view has them too. */
    .reading {
      display: none;
    }
  }
  @media (max-width: 860px) {
    button > span.wide {
      display: none;
    }
    button > span.narrow {
      display: inline;
    }
  }
  @media (max-width: 760px) {
    /* There is no room for the title, but screen readers still find it. */
    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    .wide {
      display: none;
    }
    .narrow {
      display: inline;
    }
    .tools {
      margin-inline-start: auto;
    }
    .tools .quiet {
      padding: 6px 8px;
    }
    save-state,
    .practice {
      margin-inline-start: 0;
    }
    progress-meter {
      order: 1;
      width: 100%;
      padding-bottom: var(--space-2);
    }
  }
  /* All is in one row then. */
  @media (max-width: 760px) and (max-height: 520px) {
    progress-meter {
      order: 0;
      width: auto;
      min-width: 0;
      padding: 0;
    }
  }
  @media (max-width: 480px) and (max-height: 520px) {
    progress-meter {
      position: absolute;
      inset: 0 0 auto;
    }
    .tools {
      gap: 0;
    }
    .tools .quiet {
      padding-inline: var(--space-1);
      font-size: var(--text-1);
    }
  }
`;
