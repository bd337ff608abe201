/** What the arithmetic of a whole and its parts says: checks, and what is left over. */
import type { Id } from "../model/ids.ts";
import { amountKey, less, rangeOf } from "./amounts.ts";
import type { Check, Cut, Finding, NumberCheck, Said, SeriesCheck, Whole } from "./checks/check.ts";
import { cumulativeFalls } from "./checks/cumulative-falls.ts";
import { originContradictsItself } from "./checks/origin-contradicts-itself.ts";
import { originsDisagree } from "./checks/origins-disagree.ts";
import { partExceedsWhole } from "./checks/part-exceeds-whole.ts";
import { partsBelowWhole } from "./checks/parts-below-whole.ts";
import { partsExceedWhole } from "./checks/parts-exceed-whole.ts";
import { relayChangesAgent } from "./checks/relay-changes-agent.ts";
import { relayChangesScope, relayChangesUnit } from "./checks/relay-changes-measure.ts";
import { relayChangesValue } from "./checks/relay-changes-value.ts";
import { sameNumberOtherMeasure } from "./checks/same-number-other-measure.ts";
import { divisionOf, divisions } from "./division.ts";
import { totalOf } from "./divisions.ts";
import { ofKey } from "./counted.ts";
import type { FigureFact } from "./facts.ts";
import { compareFacts } from "./facts.ts";
import { byUnits } from "./folding.ts";
import { scopeOf } from "./scope.ts";
import type { Point } from "./series.ts";

const checks: readonly Check[] = [partExceedsWhole, partsExceedWhole, partsBelowWhole];

const seriesChecks: readonly SeriesCheck[] = [cumulativeFalls, originsDisagree, originContradictsItself, relayChangesValue];

const numberChecks: readonly NumberCheck[] = [relayChangesUnit, relayChangesScope, relayChangesAgent, sameNumberOtherMeasure];

export interface Remainder {
  /** Null when nothing bounds that side. */
  readonly min: number | null;
  readonly max: number | null;
  readonly nature: "not-broken-down" | "fate-unstated" | "missing";
}

/**
 * Parts of one whole by division. A part said again in the same words of one document counts once, and so does one that another document tells of: the
 * same number of the same people, there and then, in whatever language.
 */
export function wholeOf(whole: FigureFact, parts: readonly FigureFact[]): Whole {
  const kept: FigureFact[] = [];
  const documents = Map.groupBy([...parts].sort(compareFacts), ({ source }) => source);
  for (const told of documents.values()) {
    const left = Map.groupBy(kept, alikeKey);
    for (const part of new Map(told.map((each) => [wordedKey(each), each])).values()) {
      if (left.get(alikeKey(part))?.shift() === undefined) kept.push(part);
    }
  }
  const cuts = Map.groupBy(kept, (part) => divisionOf(part, whole));
  return {
    whole,
    cuts: divisions.flatMap((division): Cut[] => (cuts.has(division) ? [{ division, parts: cuts.get(division) ?? [] }] : [])),
  };
}

function wordedKey(part: FigureFact): string {
  return JSON.stringify([part.unit, part.of, part.counted, part.places, part.when, part.min, part.max, part.best]);
}

function alikeKey(part: FigureFact): string {
  const { place, when } = scopeOf(part);
  return JSON.stringify([part.unit, ofKey(part.of), place, when, amountKey(part)]);
}

/** Findings of every check on the points of a tally, which come in time order. */
export function checkSeries(points: readonly Point[]): readonly Finding[] {
  return seriesChecks.flatMap((check) => check.find(points));
}

/** Findings of every check on all the figures that name one number, which come in document order. */
export function checkNumber(said: readonly Said[]): readonly Finding[] {
  return numberChecks.flatMap((check) => check.find(said));
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
