import type {LayoutBox} from '../shown.js';
import {texts} from '../texts.js';
import {quantityOf} from './control-looks.js';

/** So far may a number be from a step because computers count in powers of two. */
const TOLERANCE = 1e-9;

/** What a number may be. */
export interface Bounds {
  min: number | undefined;
  max: number | undefined;
  /** The numbers go from `min`, or from 0, in steps of this. */
  step: number | undefined;
}

/** What a tag says that a number may be. */
export function boundsOf(box: LayoutBox | undefined): Bounds {
  return {min: quantityOf(box, 'min'), max: quantityOf(box, 'max'), step: quantityOf(box, 'step')};
}

/** Says in words why a number is not taken; empty if it is. */
export function whatIsWrong(quantity: number, {min, max, step}: Bounds): string {
  const below = min !== undefined && quantity < min;
  const above = max !== undefined && quantity > max;
  if (below || above) {
    if (min !== undefined && max !== undefined) return texts.quantity.outside(min, max);
    return min !== undefined ? texts.quantity.below(min) : texts.quantity.above(max ?? 0);
  }
  if (step === undefined || step <= 0) return '';
  const steps = (quantity - (min ?? 0)) / step;
  if (Math.abs(steps - Math.round(steps)) <= TOLERANCE * Math.max(1, Math.abs(steps))) return '';
  const base = (min ?? 0) + Math.floor(steps) * step;
  return texts.quantity.offStep(step, tidy(base), tidy(base + step));
}

function tidy(quantity: number): number {
  return Number(quantity.toPrecision(12));
}
