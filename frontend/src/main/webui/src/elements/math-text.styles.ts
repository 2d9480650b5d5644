import {css} from 'lit';

/** Rules that MathML needs in browsers, as Temml's own style sheet (MIT) has them. Fonts are those of the system. */
export const styles = css`
  :host {
    unicode-bidi: isolate;
  }
  /* One that may not fit into a line scrolls. It has no line to stand on then, so short ones do not. */
  .long {
    display: inline-block;
    max-inline-size: 100%;
    overflow: auto hidden;
    vertical-align: middle;
    scrollbar-width: thin;
  }
  :host([display]) {
    display: block;
  }
  :host([display]) .formula {
    display: block;
    padding-block: var(--space-1);
    /* Nothing of a formula lies over the text around it. */
    contain: paint;
  }
  .source {
    font: 0.9em var(--mono);
    white-space: pre-wrap;
  }
  math {
    font-family: 'Cambria Math', 'STIX Two Math', 'Latin Modern Math', 'Noto Sans Math', math, serif;
    font-size: 1.08em;
    line-height: normal;
    direction: ltr;
    overflow-wrap: normal;
    white-space: normal;
  }
  math * {
    border-color: currentcolor;
  }
  math.tml-display {
    display: block math;
    inline-size: 100%;
  }
  .tml-sml-pad {
    padding-left: 0.05em;
  }
  .tml-med-pad {
    padding-left: 0.1em;
  }
  .tml-lrg-pad {
    padding-left: 0.15em;
  }
  .tml-right {
    text-align: right;
  }
  .tml-left {
    text-align: left;
  }
  .tml-jot > mtr > mtd {
    padding-block: 0.35ex;
  }
  .tml-overline {
    padding-top: 0.1em;
    border-top: 0.065em solid;
  }
  .tml-underline {
    padding-bottom: 0.1em;
    border-bottom: 0.065em solid;
  }
  menclose {
    position: relative;
    padding: 0.5ex 0;
  }
  .tml-cancel {
    position: absolute;
    inset: 0;
    background: currentcolor;
  }
  .upstrike {
    clip-path: polygon(0.05em 100%, 0 calc(100% - 0.05em), calc(100% - 0.05em) 0, 100% 0.05em);
  }
  .downstrike {
    clip-path: polygon(0 0.05em, 0.05em 0, 100% calc(100% - 0.05em), calc(100% - 0.05em) 100%);
  }
`;
