/** Numbers that are rarely met by chance: three digits that count, so 149 and 4,578, but neither 26 nor 500. */

/** True for a whole number of a hundred or more with three or more significant digits. */
export function isTelling(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && String(value).replace(/0+$/, "").length >= 3;
}

/** A key that is equal for equal numbers and never holds a tab. */
export function numberKey(value: number): string {
  return String(value);
}

/** A number cut down to its first two digits, as "more than 4,500" does to 4,578; null below a thousand, where nobody rounds so. */
export function roundedDown(value: number): number | null {
  if (!Number.isInteger(value) || value < 1000) return null;
  const step = 10 ** (String(value).length - 2);
  return Math.floor(value / step) * step;
}
