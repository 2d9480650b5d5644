import {css} from 'lit';

export const styles = css`
  .stars {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-inline-start: -5px;
  }
  label {
    position: relative;
    display: grid;
    place-items: center;
    width: 38px;
    height: 38px;
    border-radius: var(--radius-1);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  /* The input lies over its star, so that whatever finds it by touch finds the star. */
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: -2px;
  }
  svg {
    width: 26px;
    height: 26px;
    pointer-events: none;
  }
  .icon {
    fill: transparent;
    stroke: var(--field-accent, var(--line-strong));
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  .on .icon {
    fill: var(--field-accent, var(--accent));
    stroke: var(--field-accent, var(--accent));
  }
  .face {
    fill: none;
    stroke: var(--field-accent, var(--line-strong));
    stroke-width: 1.8;
    stroke-linecap: round;
  }
  /* A face stays in sight when it is filled. */
  .on .face {
    stroke: var(--field-accent, var(--accent));
  }
  .on svg:has(.face) .icon {
    fill: color-mix(in srgb, var(--field-accent, var(--accent)) 30%, transparent);
  }
  /* What a click would give. */
  @media (hover: hover) {
    label:hover .icon,
    label:has(~ label:hover) .icon {
      stroke: var(--field-accent, var(--accent));
      fill: color-mix(in srgb, var(--field-accent, var(--accent)) 35%, transparent);
    }
  }
  .count {
    margin-inline-start: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    label {
      width: 44px;
      height: 44px;
    }
  }
  @media (forced-colors: active) {
    .icon,
    .face {
      stroke: CanvasText;
    }
    .on .icon {
      fill: Highlight;
      stroke: Highlight;
    }
  }
`;
