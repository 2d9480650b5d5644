import {css} from 'lit';

export const styles = css`
  summary {
    width: fit-content;
    font-weight: 550;
    cursor: pointer;
  }
  p {
    margin: var(--space-2) 0 0;
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  ul {
    max-height: 18rem;
    margin: var(--space-2) 0 0;
    padding: 3px;
    overflow: auto;
    list-style: none;
  }
  button {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-2);
    width: 100%;
    min-height: 28px;
    padding-block: 2px;
    font-size: var(--text-2);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button[aria-current] {
    background: var(--accent-wash);
  }
  b {
    font-weight: 600;
  }
  .about,
  .line {
    color: var(--ink-2);
  }
  .line {
    margin-inline-start: auto;
    font-size: var(--text-1);
  }
  .error {
    color: var(--bad);
    font-weight: 600;
  }
  .depth-1 {
    padding-inline-start: 1rem;
  }
  .depth-2 {
    padding-inline-start: 2rem;
  }
  .depth-3 {
    padding-inline-start: 3rem;
  }
  .depth-4 {
    padding-inline-start: 4rem;
  }
  .depth-5 {
    padding-inline-start: 5rem;
  }
  .depth-6 {
    padding-inline-start: 6rem;
  }
`;
