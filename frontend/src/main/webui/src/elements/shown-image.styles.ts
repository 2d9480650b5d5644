import {css} from 'lit';

export const styles = css`
  .image {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-1);
    background: none;
    font: inherit;
    line-height: 0;
    white-space: normal;
    vertical-align: bottom;
    cursor: zoom-in;
    touch-action: manipulation;
  }
  img {
    display: inline-block;
    vertical-align: bottom;
    max-inline-size: 100%;
    max-block-size: min(70vh, 480px);
    border-radius: inherit;
    /* What has no ground of its own was nearly always drawn for a light one. */
    background: #ffffff;
    color: #1d2027;
    font: var(--text-2) / 1.5 var(--font);
  }
  /* Room is kept, so that less moves when it comes. */
  .waiting {
    min-inline-size: min(16em, 100%);
    min-block-size: 12em;
  }
  dialog {
    max-inline-size: 100vw;
    max-block-size: 100dvh;
    padding: var(--space-2);
    border: 1px solid;
    border-radius: var(--radius-2);
    background: Canvas;
    color: CanvasText;
    font: var(--text-3) / 1.55 var(--font);
    white-space: normal;
    cursor: zoom-out;
  }
  dialog::backdrop {
    background: rgb(10 12 18 / 0.7);
  }
  dialog .quiet {
    display: flex;
    margin-inline-start: auto;
    color: inherit;
  }
  dialog img {
    display: block;
    margin-inline: auto;
    max-block-size: calc(100dvh - 80px);
  }
`;
