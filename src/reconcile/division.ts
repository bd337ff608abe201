/** The ways in which a whole can be cut, and which of them a part belongs to. */
import type { Amount, Of } from "../model/figure.ts";
import type { Unit } from "../model/words.ts";
import type { Counted } from "./counted.ts";
import { ofKey, populationKey } from "./counted.ts";
import type { Scoped } from "./scope.ts";
import { scopeOf } from "./scope.ts";

/** What is compared of a part and its whole. */
interface Divisible extends Scoped {
  readonly unit: Unit;
  readonly of: readonly Of[];
  readonly counted: string | null;
}

/** By what became of them, which group they are, what kind they are, where, when; `unstated` when nothing says. The order is the order of printing. */
export const divisions = ["fate", "group", "kind", "place", "time", "unstated"] as const;
export type Division = (typeof divisions)[number];

/** Which cut this part belongs to: the first thing in which it differs from its whole. */
export function divisionOf(part: Divisible, whole: Divisible): Division {
  if (part.unit !== whole.unit) return "fate";
  if (ofKey(part.of) !== ofKey(whole.of)) {
    const groups = new Set(whole.of.map((of) => of.group));
    return part.of.some((of) => of.group !== null && !groups.has(of.group)) ? "group" : "kind";
  }
  const [inner, outer] = [scopeOf(part), scopeOf(whole)];
  if (inner.place !== "" && inner.place !== outer.place) return "place";
  if (inner.when !== null && inner.when !== outer.when) return "time";
  return part.counted === whole.counted ? "unstated" : "kind";
}

/** What a part knows of its whole. Plain JSON. */
export interface OuterFigure {
  readonly amount: Amount;
  /** How the part is cut from it. */
  readonly division: Division;
  /** Its `populationKey`. */
  readonly population: string;
}

/** True for a part of the same population as its whole that no place or time sets off: it counts some of them, and the words that say which were not read. */
export function isUnnamedPart(fact: Counted & { readonly whole: OuterFigure | null }): boolean {
  const { whole } = fact;
  return whole !== null && (whole.division === "unstated" || whole.division === "kind") && whole.population === populationKey(fact);
}
