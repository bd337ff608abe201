/** The one number that a figure names without a bound. */
import type { Amount } from "../model/figure.ts";

/** Null for bounds, ranges and "about". */
export function exactOf({ min, max, approx, minExclusive, maxExclusive }: Amount): number | null {
  return min !== null && min === max && !approx && !minExclusive && !maxExclusive ? min : null;
}
