/** The short notation for amounts in label files: the words that the guide's table of bounds uses, so that a person can read and change them. */
import type { Amount } from "../src/model/figure.ts";
import { exactly } from "../src/model/figure.ts";

const NUMBER = "(-?\\d+(?:\\.\\d+)?)";
const open: Amount = { min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: false };

interface Form {
  readonly pattern: RegExp;
  readonly amount: (first: number, second: number) => Amount;
}

/** Read from top to bottom; each has to match the whole notation. */
const forms: readonly Form[] = [
  { pattern: new RegExp(`^${NUMBER}$`), amount: (n) => exactly(n) },
  { pattern: new RegExp(`^more than ${NUMBER}$`), amount: (n) => ({ ...open, min: n, minExclusive: true }) },
  { pattern: new RegExp(`^at least ${NUMBER}$`), amount: (n) => ({ ...open, min: n }) },
  { pattern: new RegExp(`^fewer than ${NUMBER}$`), amount: (n) => ({ ...open, max: n, maxExclusive: true }) },
  { pattern: new RegExp(`^up to ${NUMBER}$`), amount: (n) => ({ ...open, max: n }) },
  { pattern: new RegExp(`^nearly ${NUMBER}$`), amount: (n) => ({ ...open, max: n, best: n, approx: true }) },
  { pattern: new RegExp(`^about ${NUMBER}$`), amount: (n) => ({ ...open, best: n, approx: true }) },
  { pattern: new RegExp(`^vague ${NUMBER}$`), amount: (n) => ({ ...open, min: n, approx: true }) },
  { pattern: new RegExp(`^${NUMBER} to ${NUMBER}$`), amount: (from, to) => ({ ...open, min: from, max: to }) },
  { pattern: new RegExp(`^about ${NUMBER} to ${NUMBER}$`), amount: (from, to) => ({ ...open, min: from, max: to, approx: true }) },
];

/** The amount that the notation stands for ("more than 4500", "10 to 20", "vague 24"); null when it is not in the guide's table. */
export function readAmount(notation: string): Amount | null {
  for (const { pattern, amount } of forms) {
    const match = pattern.exec(notation);
    if (match !== null) return amount(Number(match[1]), Number(match[2]));
  }
  return null;
}

/** True when both say the same value with the same bounds. */
export function sameBounds(a: Amount, b: Amount): boolean {
  return (
    a.min === b.min &&
    a.max === b.max &&
    a.minExclusive === b.minExclusive &&
    a.maxExclusive === b.maxExclusive &&
    a.best === b.best &&
    a.approx === b.approx
  );
}

/** True when both name the same number, whatever the bounds: the best value, else the ends that are said. */
export function sameValue(a: Amount, b: Amount): boolean {
  return named(a) === named(b);
}

function named({ min, max, best }: Amount): string {
  return best !== null ? String(best) : [min, max].filter((end) => end !== null).join(" to ");
}
