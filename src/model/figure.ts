/** A figure: a quantity with a unit, bounds, what is counted, and how it stands to a whole. */
import type { Check } from "./check.ts";
import { finite, flag, list, nullable, object, oneOf, text } from "./check.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";
import type { Accrual, Group, PartKind, Unit } from "./words.ts";
import { accruals, groups, partKinds, units } from "./words.ts";

/** What a number says, before anybody asks what it counts. `null` is "not said". */
export interface Amount {
  /** Smallest value that agrees with the words; null when no lower bound is said. */
  readonly min: number | null;
  /** Largest value that agrees with the words; null when no upper bound is said. */
  readonly max: number | null;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  /** The one value named, when one is ("about 5,800" -> 5800); null for "dozens" or "from 10 to 20". */
  readonly best: number | null;
  readonly approx: boolean;
}

/** A part of the population counted: a group of the contract, a word of the text, or both. */
export interface Of {
  readonly group: Group | null;
  readonly label: string | null;
}

export interface Figure extends Amount {
  readonly unit: Unit;
  /** The noun as said, as a lemma ("people", "case"). */
  readonly counted: string | null;
  /** Which of them; empty means all. */
  readonly of: readonly Of[];
  readonly accrual: Accrual | null;
  /** Id of the nearest earlier claim in the same document that states its whole. */
  readonly partOf: Id | null;
  readonly partKind: PartKind | null;
  /** "whole" for a share (the value is then a fraction of 1); a unit of time or population for a rate; else null. */
  readonly per: string | null;
}

/** Passes a bound: a number, or null for "not said". */
export const boundCheck: Check<number | null> = nullable(finite);

export const ofCheck: Check<Of> = object<Of>({ group: nullable(oneOf(groups)), label: nullable(text) });

export const figureCheck: Check<Figure> = object<Figure>({
  min: boundCheck,
  max: boundCheck,
  minExclusive: flag,
  maxExclusive: flag,
  best: boundCheck,
  approx: flag,
  unit: oneOf(units),
  counted: nullable(text),
  of: list(ofCheck),
  accrual: nullable(oneOf(accruals)),
  partOf: nullable(idCheck),
  partKind: nullable(oneOf(partKinds)),
  per: nullable(text),
});

/** Exactly `value`: min = max = best. */
export function exactly(value: number): Amount {
  return { min: value, max: value, minExclusive: false, maxExclusive: false, best: value, approx: false };
}
