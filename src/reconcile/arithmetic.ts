/** What the arithmetic of a whole and its parts says: checks, and what is left over. */
import type { Id } from "../model/ids.ts";
import { less, rangeOf } from "./amounts.ts";
import type { Check, Cut, Finding, Whole } from "./checks/check.ts";
import { partExceedsWhole } from "./checks/part-exceeds-whole.ts";
import { partsBelowWhole } from "./checks/parts-below-whole.ts";
import { partsExceedWhole } from "./checks/parts-exceed-whole.ts";
import { divisionOf, divisions, totalOf } from "./divisions.ts";
import type { FigureFact } from "./facts.ts";
import { compareFacts } from "./facts.ts";
import { byUnits } from "./folding.ts";

const checks: readonly Check[] = [partExceedsWhole, partsExceedWhole, partsBelowWhole];

export interface Remainder {
  /** Null when nothing bounds that side. */
  readonly min: number | null;
  readonly max: number | null;
  readonly nature: "not-broken-down" | "fate-unstated" | "missing";
}

/** Parts of one whole by division. A part said again in the same words of the same document counts once. */
export function wholeOf(whole: FigureFact, parts: readonly FigureFact[]): Whole {
  const seen = new Set<string>();
  const cuts = new Map<string, FigureFact[]>();
  for (const part of [...parts].sort(compareFacts)) {
    const said = JSON.stringify([part.unit, part.of, part.counted, part.places, part.when, part.min, part.max, part.best]);
    if (seen.has(said)) continue;
    seen.add(said);
    const division = divisionOf(part, whole);
    cuts.set(division, [...(cuts.get(division) ?? []), part]);
  }
  return {
    whole,
    cuts: divisions.flatMap((division): Cut[] => (cuts.has(division) ? [{ division, parts: cuts.get(division) ?? [] }] : [])),
  };
}

/** Findings of every check on every whole. Documents that carry the same numbers give one finding that names all of their claims. */
export function checkWholes(wholes: readonly Whole[]): readonly Finding[] {
  const found = new Map<string, { rule: string; message: string; claims: Id[] }>();
  for (const check of checks) {
    for (const whole of wholes) {
      for (const { rule, message, claims } of check.find(whole)) {
        const same = found.get(`${rule} ${message}`);
        if (same === undefined) found.set(`${rule} ${message}`, { rule, message, claims: [...claims] });
        else same.claims.push(...claims.filter((id) => !same.claims.includes(id)));
      }
    }
  }
  return [...found.values()].sort((a, b) => byUnits(a.rule, b.rule) || byUnits(a.message, b.message));
}

/** The cut that a remainder is taken from: by fate if there is one, else one that the text offers as a breakdown. */
function cutThatShouldAddUp(cuts: readonly Cut[]): Cut | null {
  const isBreakdown = ({ parts }: Cut): boolean =>
    parts.some((part) => part.partKind === "breakdown") || parts.filter((part) => part.partKind !== "including").length > 1;
  return cuts.find((cut) => cut.division === "fate") ?? cuts.find(isBreakdown) ?? null;
}

/**
 * What the parts leave of the whole; null when nothing is left, when no cut is expected to add up, or when neither side is bounded.
 * Of a whole of missing persons, those of unstated fate are still missing.
 */
export function remainderOf({ whole, cuts }: Whole): Remainder | null {
  const cut = cutThatShouldAddUp(cuts);
  if (cut === null) return null;
  const rest = less(rangeOf(whole), totalOf(cut.parts, cut.division));
  const unbounded = whole.min === null || cut.parts.some((part) => part.max === null);
  const min = unbounded && rest.low === 0 ? null : rest.low;
  const max = rest.high === Infinity ? null : rest.high;
  if (max === 0 || (min === null && max === null)) return null;
  return { min, max, nature: whole.unit === "missing" ? "missing" : cut.division === "fate" ? "fate-unstated" : "not-broken-down" };
}

/** True when the whole has a cut that is expected to add up, so that a null remainder means that it does. */
export function isDivided({ cuts }: Whole): boolean {
  return cutThatShouldAddUp(cuts) !== null;
}
