import {css} from 'lit';

/** On a large screen the page has a fixed height and its texts scroll. On a phone it is one long page. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
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
  save-state {
    margin-inline-start: auto;
  }
  progress-meter {
    width: 240px;
  }
  progress-meter.unknown {
    visibility: hidden;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--space-1);
  }
  main {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    width: min(1440px, 100%);
    min-height: 0;
    margin: 0 auto;
    padding: var(--space-4) var(--space-5);
  }
  @media (max-height: 520px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    verdict-bar {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
  @media (max-width: 760px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
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
    progress-meter {
      order: 1;
      width: 100%;
      padding-bottom: var(--space-2);
    }
    main {
      padding: var(--space-3);
    }
    verdict-bar {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
`;
