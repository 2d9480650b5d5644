import {css} from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
    margin-inline-start: auto;
    color: var(--accent);
    font-weight: 600;
  }
  .restored {
    margin-inline-start: auto;
  }
  .note.warn {
    color: var(--warn);
  }
  .note .quiet {
    min-height: 30px;
    padding: 3px 10px;
    border-color: var(--line);
    font-weight: 400;
    font-size: var(--text-1);
  }
  .blocked {
    flex: 1 0 100%;
    margin: var(--space-2) 0 var(--space-3);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--warn-wash);
    color: var(--warn);
    font-size: var(--text-2);
  }
  @media (max-width: 760px) {
    .note,
    .restored {
      margin-inline-start: 0;
    }
    kbd {
      display: none;
    }
  }
`;
