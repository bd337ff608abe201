/** Figures of one number sorted by what they measure: the common ground of the checks that look across measures. */
import { digits, inWords, rangeOf } from "../amounts.ts";
import { populationKey } from "../counted.ts";
import type { FigureFact } from "../facts.ts";
import { byUnits } from "../folding.ts";
import { comparable, differenceOf } from "../measure-difference.ts";
import { joinMeasures } from "../measures.ts";
import { scopeOf } from "../scope.ts";
import type { Said } from "./check.ts";

/** Figures of one number and one measure. Never empty. */
export type Alike = readonly [Said, ...Said[]];

/** Figures of one number by measure, in document order of their first. */
export function alikes(said: readonly Said[]): readonly Alike[] {
  const byId = new Map(said.map((each) => [each.fact.id, each]));
  const populations = [...Map.groupBy(said, ({ fact }) => populationKey(fact))].sort(([a], [b]) => byUnits(a, b));
  const order = new Map(said.map(({ fact }, at) => [fact.id, at]));
  return populations
    .flatMap(([, members]) => joinMeasures(members.map(({ fact }) => fact)))
    .flatMap(({ facts }): readonly Alike[] => {
      const [first, ...rest] = facts.flatMap(({ id }) => byId.get(id) ?? []);
      return first === undefined ? [] : [[first, ...rest]];
    })
    .sort(([a], [b]) => (order.get(a.fact.id) ?? 0) - (order.get(b.fact.id) ?? 0));
}

/** In what two groups differ, by every pair of members; null when some pair may count the same. */
export function differenceBetween(a: Alike, b: Alike): "unit" | "scope" | null {
  let difference: "unit" | "scope" | null = null;
  for (const { fact: x } of a) {
    for (const { fact: y } of b) {
      const own = comparable(x, y) ? differenceOf(x, y) : null;
      if (own === null) return null;
      difference = difference === "unit" ? difference : own;
    }
  }
  return difference;
}

/** What a group counts, in words: "dead attackers in Veskov". */
export function countedIn([{ fact }]: Alike): string {
  const of = fact.of.map(({ label, group }) => label ?? group ?? "").filter((word) => word !== "");
  const { placeName, when } = scopeOf(fact);
  const unit = fact.unit === "other" ? (fact.counted ?? fact.unit) : fact.unit;
  const part = fact.whole === null || of.length > 0 || placeName !== null ? "" : `as a part of ${inWords(rangeOf(fact.whole.amount))}`;
  return [unit, part, ...of.map((word) => `“${word}”`), placeName === null ? "" : `in ${placeName}`, when === null ? "" : `of ${when}`]
    .filter((word) => word !== "")
    .join(" ");
}

/** The number that they all name. */
export function numberOf([{ fact }]: Alike): string {
  return digits(rangeOf(fact).low);
}

/** The claims of these groups, in the order of the groups. */
export function claimsIn(groups: readonly (readonly Said[])[]): readonly FigureFact["id"][] {
  return groups.flatMap((group) => group.map(({ fact }) => fact.id));
}
