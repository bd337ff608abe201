/** Interval arithmetic over what numbers can mean (Moore, Interval Analysis, 1966): a result is asserted only when it holds for every value allowed. */
import type { Amount } from "../model/figure.ts";

/** Both ends included. `high` is Infinity when nothing bounds it. Counts of people and things are never below 0. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What the amount allows. An exclusive bound of a whole number moves in by one; "about 5,800" bounds nothing. */
export function rangeOf(amount: Amount): Range {
  const step = (bound: number, by: 1 | -1): number => (Number.isInteger(bound) ? bound + by : bound);
  const low = amount.min === null ? 0 : amount.minExclusive ? step(amount.min, 1) : amount.min;
  const high = amount.max === null ? Infinity : amount.maxExclusive ? step(amount.max, -1) : amount.max;
  return { low, high };
}

/** The range of the sum. */
export function sum(ranges: readonly Range[]): Range {
  return { low: ranges.reduce((total, range) => total + range.low, 0), high: ranges.reduce((total, range) => total + range.high, 0) };
}

/** What is left of `whole` when `taken` is taken from it, never below 0. */
export function less(whole: Range, taken: Range): Range {
  return { low: taken.high === Infinity ? 0 : Math.max(0, whole.low - taken.high), high: Math.max(0, whole.high - taken.low) };
}

/** True when no value of one can be a value of the other. A bare "about N" differs from nothing: nobody said how far about reaches. */
export function disjoint(a: Amount, b: Amount): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x.high < y.low || y.high < x.low;
}

/** True when both say the same number in the same way. */
export function sameAmount(a: Amount, b: Amount): boolean {
  return amountKey(a) === amountKey(b);
}

/** One string for one way of saying a number. */
export function amountKey(a: Amount): string {
  return [a.min, a.max, a.best, a.minExclusive && a.min !== null, a.maxExclusive && a.max !== null, a.approx].join("/");
}

/** Digits in groups of three with commas: 4578 gives "4,578". */
export function digits(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A range in words: "213", "at least 24", "up to 10,000", "from 10 to 20", "an unstated number". */
export function inWords(range: Range): string {
  if (range.low === range.high) return digits(range.low);
  if (range.high === Infinity) return range.low === 0 ? "an unstated number" : `at least ${digits(range.low)}`;
  return range.low === 0 ? `up to ${digits(range.high)}` : `from ${digits(range.low)} to ${digits(range.high)}`;
}

/** A number as it was said: "227", "more than 4,500", "about 5,800", "fewer than 10", "nearly 50", "from 10 to 20". */
export function saidWords(amount: Amount): string {
  const { min, max, best, approx, minExclusive, maxExclusive } = amount;
  if (min !== null && max !== null)
    return min === max ? `${approx ? "about " : ""}${digits(min)}` : `from ${digits(min)} to ${digits(max)}`;
  if (min !== null) return `${minExclusive ? "more than" : "at least"} ${digits(min)}`;
  if (max !== null) return `${approx && best !== null ? "nearly" : maxExclusive ? "fewer than" : "up to"} ${digits(max)}`;
  return best === null ? "an unstated number" : `about ${digits(best)}`;
}
