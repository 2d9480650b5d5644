import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .notes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .notes:has(span) {
    padding-bottom: var(--space-2);
  }
  .same {
    color: var(--warn);
    font-weight: 600;
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-auto-rows: minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
    max-height: var(--answers-max, none);
  }
  @media (max-width: 599px), (max-width: 760px) and (min-height: 521px) {
    .answers {
      grid-template-columns: minmax(0, 1fr);
      grid-auto-rows: auto;
      gap: var(--space-3);
    }
  }
`;
