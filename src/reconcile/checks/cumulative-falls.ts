/** A count so far that goes down, with nobody saying why. */
import type { Unit } from "../../model/words.ts";
import { disjoint, rangeOf, saidWords } from "../amounts.ts";
import type { FigureFact } from "../facts.ts";
import { isBefore, momentOf, stretchOf } from "../moments.ts";
import type { Point } from "../series.ts";
import type { Finding, SeriesCheck } from "./check.ts";
import { standing } from "./days.ts";

/** What rises and falls by nature: how many there are now. */
const atOneTime: ReadonlySet<Unit> = new Set<Unit>([
  "in-custody", "hospitalised", "critical", "missing", "wanted", "displaced", "participants", "troops", "remanded", "suspected", "names",
  "money", "weapons", "other",
]); // prettier-ignore

function accumulates({ accrual, unit, per }: FigureFact): boolean {
  return per === null && (accrual === "cumulative" || (accrual === null && !atOneTime.has(unit)));
}

function isLater(later: FigureFact, earlier: FigureFact): boolean {
  const [a, b] = [stretchOf(momentOf(earlier)), stretchOf(momentOf(later))];
  return a !== null && b !== null && isBefore(a, b);
}

/** Points in time order without those of less than half of what came before: a count that is corrected loses some; they count something else. */
function totals(points: readonly Point[]): readonly Point[] {
  let peak = 0;
  return points.filter(({ fact }) => {
    const { low, high } = rangeOf(fact);
    if (high * 2 < peak) return false;
    peak = Math.max(peak, low);
    return true;
  });
}

/** Runs of one origin's points that say the same range, in time order. */
function runsOf(points: readonly Point[]): readonly (readonly [Point, ...Point[]])[] {
  const runs: [Point, ...Point[]][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    const [a, b] = [last === undefined ? null : rangeOf(last[0].fact), rangeOf(point.fact)];
    if (last !== undefined && a?.low === b.low && a.high === b.high) last.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** The points of each origin that counts so far, in time order, where it never falls: later ones bound earlier ones. Two at least in each. */
export function runsOfCount(points: readonly Point[]): readonly (readonly Point[])[] {
  const own = Map.groupBy(
    standing(points).filter(({ fact }) => accumulates(fact) && momentOf(fact) !== null),
    ({ origin }) => origin,
  );
  return [...own.values()].filter((run) => {
    const rising = run.slice(1).every(({ fact }, index) => {
      const before = run[index]?.fact;
      return before !== undefined && isLater(fact, before) && rangeOf(fact).high >= rangeOf(before).low;
    });
    return run.length > 1 && rising;
  });
}

export const cumulativeFalls: SeriesCheck = {
  rule: "cumulative-falls",
  find(points) {
    const own = Map.groupBy(
      standing(points).filter(({ fact }) => accumulates(fact)),
      ({ origin }) => origin,
    );
    return [...own].flatMap(([origin, said]) => {
      const runs = runsOf(totals(said));
      return runs.slice(1).flatMap((run, index): readonly Finding[] => {
        const before = runs[index];
        const [later, earlier] = [run[0], before?.at(-1)];
        if (before === undefined || earlier === undefined || run.some(({ fact }) => fact.cues.revises)) return [];
        if (!isLater(later.fact, earlier.fact) || !disjoint(later.fact, earlier.fact)) return [];
        const [from, to] = [rangeOf(earlier.fact), rangeOf(later.fact)];
        if (to.low > from.high) return [];
        const message = `The count of ${origin} falls from ${saidWords(earlier.fact)} (${momentOf(earlier.fact) ?? ""}) to ${saidWords(later.fact)} (${momentOf(later.fact) ?? ""}), and nothing here says why.`;
        return [{ rule: this.rule, claims: [...before, ...run].map(({ fact }) => fact.id), message }];
      });
    });
  },
};
