/** In what two figures count different things. */
import type { Unit } from "../model/words.ts";
import { ofKey } from "./counted.ts";
import { isUnnamedPart } from "./division.ts";
import type { FigureFact } from "./facts.ts";
import { placeFit, scopeOf, timeFit } from "./scope.ts";

/** Units of people; the rest are things. */
const people: ReadonlySet<Unit> = new Set<Unit>([
  "dead", "bodies", "injured", "sought-care", "hospitalised", "critical", "victims", "detained", "remanded", "in-custody", "released",
  "summoned", "suspected", "wanted", "charged", "sentenced", "convicted", "acquitted", "amnestied", "ill-treated", "missing", "displaced",
  "participants", "troops",
]); // prettier-ignore

/** Units in which somebody is harmed: of these it matters who did it. */
export const harmed: ReadonlySet<Unit> = new Set<Unit>(["dead", "bodies", "injured", "hospitalised", "critical", "victims", "ill-treated"]);

/** A body is a dead person, counted where it lies. */
const plainUnit = (unit: Unit): Unit => (unit === "bodies" ? "dead" : unit);

/** True for two counts of people, or of one kind of thing: the same number in both may be a confusion. */
export function comparable(a: FigureFact, b: FigureFact): boolean {
  return a.unit === b.unit || (people.has(a.unit) && people.has(b.unit));
}

/** `unit` before `scope`; null when they may count the same, or one is part of the other. */
export function differenceOf(a: FigureFact, b: FigureFact): "unit" | "scope" | null {
  if (a.partOf === b.id || b.partOf === a.id) return null;
  if (plainUnit(a.unit) !== plainUnit(b.unit)) return "unit";
  return ofKey(a.of) !== ofKey(b.of) || isElsewhere(a, b) || isPartBesideTotal(a, b) ? "scope" : null;
}

/** True for some of a whole, nobody read which, beside all of those of one place or time. */
function isPartBesideTotal(a: FigureFact, b: FigureFact): boolean {
  const isTotal = (fact: FigureFact): boolean => fact.whole === null && (fact.places.length > 0 || fact.when !== null);
  return (isUnnamedPart(a) && isTotal(b)) || (isUnnamedPart(b) && isTotal(a));
}

/** True when place or time of the two exclude each other. */
export function isElsewhere(a: FigureFact, b: FigureFact): boolean {
  const [x, y] = [scopeOf(a), scopeOf(b)];
  return placeFit(x, y) === null || timeFit(x, y) === null;
}
