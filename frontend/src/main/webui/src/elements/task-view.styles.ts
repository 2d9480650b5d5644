import {css} from 'lit';

/** The strip is never so high that the answers have no room. Without answers it takes what the prompt leaves. */
export const styles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    grid-auto-rows: auto;
    gap: var(--space-4);
    min-height: 0;
  }
  control-strip {
    max-height: 36dvh;
  }
  :host([arrangement='questions']) control-strip {
    align-self: start;
    max-height: 100%;
  }
  :host([arrangement='questions']),
  :host([arrangement='authored']) {
    grid-template-rows: auto minmax(0, 1fr);
  }
  .notes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  authored-layout {
    align-self: start;
    max-height: 100%;
    min-height: 0;
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host,
    :host([arrangement]) {
      grid-template-rows: auto;
      gap: var(--space-3);
    }
    control-strip,
    :host([arrangement='questions']) control-strip {
      max-height: none;
    }
  }
`;
