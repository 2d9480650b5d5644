import {css} from 'lit';

export const styles = css`
  main {
    display: grid;
    gap: var(--space-4);
  }
  main p {
    margin: 0;
  }
  .offer {
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .problem {
    white-space: pre-line;
  }
  input[readonly] {
    background: var(--sunken);
  }
`;
