import {css} from 'lit';

export const styles = css`
  h2:focus {
    outline: none;
  }
  ul {
    display: grid;
    gap: var(--space-2);
    margin: 0 0 var(--space-4);
    padding: 0;
    list-style: none;
  }
  .reason {
    justify-content: flex-start;
    gap: var(--space-3);
    width: 100%;
    min-height: 44px;
    padding: var(--space-2) var(--space-3);
    color: var(--ink);
    text-align: start;
    white-space: normal;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding-inline-start: var(--space-3);
    font-size: var(--text-2);
  }
  .own {
    display: flex;
    gap: var(--space-2);
    margin-block-start: var(--space-2);
  }
  .own input {
    flex: 1;
    min-width: 0;
  }
  #problem:not(.problem) {
    margin: 0;
  }
`;
