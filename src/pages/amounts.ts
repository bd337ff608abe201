/** Numbers and what they count, in words. A number is printed as its voice bounded it: never rounded, never joined with another. */
import type { Of, Figure } from "../model/figure.ts";
import type { Group, Unit } from "../model/words.ts";
import type { Measure, SeriesPoint } from "../model/rows.ts";
import type { Value } from "./tree.ts";
import { value } from "./tree.ts";
import { dateWords } from "./dates.ts";

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  dead: "Dead",
  bodies: "Bodies",
  injured: "Injured",
  "sought-care": "Sought medical care",
  hospitalised: "In hospital",
  critical: "In critical condition",
  victims: "Victims (may include the dead)",
  detained: "Detained",
  remanded: "Remanded",
  "in-custody": "In custody",
  released: "Released",
  summoned: "Summoned",
  suspected: "Under suspicion",
  wanted: "Wanted",
  charged: "Charged",
  sentenced: "Sentenced",
  convicted: "Convicted",
  acquitted: "Acquitted",
  amnestied: "Amnestied",
  "ill-treated": "Ill-treated",
  missing: "Missing",
  displaced: "Displaced",
  participants: "Participants",
  troops: "Troops",
  cases: "Cases",
  places: "Places",
  buildings: "Buildings",
  vehicles: "Vehicles",
  weapons: "Weapons",
  money: "Money",
  names: "Names",
  other: "Other counts",
};

const GROUP_WORDS: Readonly<Record<Group, string>> = {
  civilian: "civilians",
  security: "security forces",
  official: "officials",
  journalist: "journalists",
  activist: "activists",
  minor: "minors",
  detainee: "detainees",
  medical: "medical workers",
  foreign: "foreigners",
  unnamed: "unnamed persons",
};

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** A number with its thousands marked: 4500 -> "4,500". */
export function numberWords(amount: number): string {
  return grouped.format(amount);
}

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
  readonly best: number | null;
}

/** Bounds in words. A figure of a claim also says whether its bounds are excluded and whether it is approximate; a series point does not. */
export function amountWords(
  amount: Bounds,
  figure: Pick<Figure, "minExclusive" | "maxExclusive" | "approx" | "per"> | null = null,
): string {
  const share = figure?.per === "whole";
  const words = (n: number): string => (share ? `${numberWords(Math.round(n * 100000) / 1000)} %` : numberWords(n));
  const per = figure?.per != null && !share ? ` per ${figure.per}` : "";
  const { min, max, best } = amount;
  const approx = figure?.approx ?? false;
  if (min !== null && max !== null)
    return (min === max ? (approx ? `about ${words(min)}` : words(min)) : `${words(min)}–${words(max)}`) + per;
  if (min !== null) return `${figure?.minExclusive === true ? "more than" : "at least"} ${words(min)}${per}`;
  if (max !== null) {
    if (best !== null && approx) return `nearly ${words(best)}${per}`;
    return `${figure?.maxExclusive === true ? "fewer than" : "up to"} ${words(max)}${per}`;
  }
  return best === null ? "a number not given" : `about ${words(best)}${per}`;
}

/** The number as an element. */
export function amount(bounds: Bounds, figure: Figure | null): Value {
  return value({ min: bounds.min, max: bounds.max, best: bounds.best }, amountWords(bounds, figure));
}

/** Whether two points of a series say different numbers. */
export function sameAmount(a: Pick<SeriesPoint, "min" | "max" | "best">, b: Pick<SeriesPoint, "min" | "max" | "best">): boolean {
  return a.min === b.min && a.max === b.max && a.best === b.best;
}

/** Which of the people counted, in words; null when it is everybody. A label is printed in quotes: it is a word of the text. */
export function ofWords(of: readonly Of[]): string | null {
  if (of.length === 0) return null;
  return of
    .map((one) => (one.label === null ? (one.group === null ? "a group not named" : GROUP_WORDS[one.group]) : `“${one.label}”`))
    .join(", ");
}

/** What a tally measures, in words: "Dead · security forces · Almaty · 4–7 Jan 2022". `counted` names a count that fits no unit. */
export function measureWords(measure: Measure, counted: string | null): string {
  const unit = measure.unit === "other" && counted !== null ? capital(counted) : UNIT_WORDS[measure.unit];
  const accrual = measure.accrual === "new" ? "newly counted" : measure.accrual === "current" ? "at one moment" : null;
  const parts = [unit, ofWords(measure.of), measure.where, measure.when === null ? null : dateWords(measure.when), accrual];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Upper-cases the first letter. */
export function capital(words: string): string {
  const first = [...words][0];
  return first === undefined ? words : first.toLocaleUpperCase("en") + words.slice(first.length);
}

/** "1 claim", "2 claims", "no claims": a count of things that the case holds. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? `no ${many}` : count === 1 ? `1 ${one}` : `${numberWords(count)} ${many}`;
}
