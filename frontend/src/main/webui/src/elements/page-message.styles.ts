import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--space-3);
    min-height: 46dvh;
    padding: var(--space-5);
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--accent-wash);
    color: var(--accent);
    font-size: 1.6rem;
    line-height: 1;
  }
  h1,
  h2 {
    margin: var(--space-2) 0 0;
    font-size: var(--text-5);
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .words {
    max-width: 56ch;
    color: var(--ink-2);
  }
`;
