/** A whole can be cut in several ways at once; only parts of one cut may be added up. */
import type { Unit } from "../model/words.ts";
import type { Range } from "./amounts.ts";
import { rangeOf, sum } from "./amounts.ts";
import type { Division } from "./division.ts";
import type { FigureFact } from "./facts.ts";

// One person can be counted under several of these: each list runs along one path.
const paths: readonly (readonly Unit[])[] = [
  ["detained", "remanded", "in-custody", "suspected", "wanted", "summoned", "charged", "sentenced", "convicted", "ill-treated"],
  ["injured", "sought-care", "hospitalised", "critical"],
  ["dead", "bodies"],
];

/** Groups that cut across others: a child or a journalist is also a civilian. */
const crossing: ReadonlySet<string> = new Set(["minor", "journalist", "activist", "medical", "foreign", "detainee", "unnamed"]);

function pathOf(part: FigureFact): string {
  const at = paths.findIndex((path) => path.includes(part.unit));
  return at === -1 ? part.id : String(at);
}

/**
 * What the parts of one division come to. Parts that the text calls a breakdown are added. Others may count one person twice (charged and
 * remanded; a child and a civilian), so together they come to at least the largest of each such set.
 */
export function totalOf(parts: readonly FigureFact[], division: Division): Range {
  const all = sum(parts.map(rangeOf));
  if (parts.every((part) => part.partKind === "breakdown")) return all;
  if (division === "fate") return { low: atLeast(parts, pathOf), high: all.high };
  if (division !== "group") return all;
  const crosses = (part: FigureFact): boolean => part.of.some((of) => of.group !== null && crossing.has(of.group));
  const apart = parts.filter((part) => !crosses(part)).map(rangeOf);
  const largest = Math.max(0, ...parts.filter(crosses).map((part) => rangeOf(part).low));
  return { low: Math.max(sum(apart).low, largest), high: all.high };
}

function atLeast(parts: readonly FigureFact[], setOf: (part: FigureFact) => string): number {
  const largest = new Map<string, number>();
  for (const part of parts) largest.set(setOf(part), Math.max(largest.get(setOf(part)) ?? 0, rangeOf(part).low));
  return [...largest.values()].reduce((total, low) => total + low, 0);
}
