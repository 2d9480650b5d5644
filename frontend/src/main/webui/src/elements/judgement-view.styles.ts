import {css} from 'lit';

/** As on the labeling page, a large screen has a fixed height and its texts scroll. */
export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
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
  .waiting {
    align-self: center;
    color: var(--ink-2);
    text-align: center;
  }
  /* On a low screen, or enlarged to 400 %, it would cover what is to be read. */
  @media (max-width: 760px) and (min-height: 521px) {
    .foot {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
  @media (max-width: 760px) {
    main {
      padding: var(--space-3);
    }
  }
`;
