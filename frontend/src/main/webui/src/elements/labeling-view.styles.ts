import {css} from 'lit';

/** On a large screen the page has a fixed height and its texts scroll. On a phone it is one long page. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
  main {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    width: min(1440px, 100%);
    min-height: 0;
    margin: 0 auto;
    padding: var(--space-4) var(--space-5) var(--space-1);
  }
  @media (max-height: 520px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
  }
  @media (max-width: 760px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    main {
      padding: var(--space-3);
    }
  }
  @media (max-height: 520px) {
    main {
      padding: var(--space-2) var(--space-3);
    }
    /* What it says for a moment lies above the answers. */
    .foot {
      position: relative;
      z-index: 2;
    }
  }
  /* On a low screen that is wide the answers have what the bar above, a line of the prompt, and the verdicts leave. */
  @media (min-width: 600px) and (min-height: 320px) and (max-height: 520px) {
    main {
      --answers-max: calc(100dvh - 158px);
    }
  }
  /* On a low screen, or enlarged to 400 %, it would cover what is to be read. */
  @media (max-width: 760px) and (min-height: 521px) {
    .foot {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
`;
