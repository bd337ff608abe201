/** Which population a figure counts, as a key: two figures can measure the same thing only when their keys are equal. */
import type { Of } from "../model/figure.ts";
import type { Group, Unit } from "../model/words.ts";
import { units } from "../model/words.ts";
import { byUnits, fold } from "./folding.ts";
import plainLabels from "./plain-labels.json" with { type: "json" };

/** What is counted, as said. */
export interface Counted {
  readonly unit: Unit;
  readonly of: readonly Of[];
  readonly per: string | null;
  readonly counted: string | null;
}

// These groups are too wide to be a population by themselves: "civilian" is said of protesters, residents and shoppers.
const wide: Partial<Record<Group, readonly string[]>> = { civilian: plainLabels.civilian, unnamed: plainLabels.unnamed };

function keyOfOne(of: Of): string {
  if (of.group === null) return of.label === null ? "" : `"${fold(of.label)}"`;
  const plain = wide[of.group];
  if (plain === undefined || of.label === null) return of.group;
  const label = fold(of.label);
  return plain.some((word) => label.startsWith(word)) ? of.group : `${of.group} "${label}"`;
}

/** The key of `of`: "" is everybody; a narrow group counts whatever word was used for it, a wide one or none only with its word. */
export function ofKey(of: readonly Of[]): string {
  return [...new Set(of.map(keyOfOne))].sort(byUnits).join(" & ");
}

// A unit of these kinds says nothing about what is counted, so the noun has to be the same too.
const bare: readonly Unit[] = ["other", "money"];

// Sorts before every letter, so that everybody comes before any group.
const SEPARATOR = "\u001f";

/** Sorts by unit in the order of the contract, then by population. Shares never meet counts. */
export function populationKey(fact: Counted): string {
  const noun = bare.includes(fact.unit) ? fold(fact.counted ?? "") : "";
  return [String(units.indexOf(fact.unit)).padStart(2, "0"), ofKey(fact.of), noun, fold(fact.per ?? "")].join(SEPARATOR);
}
