/** One origin, one day, two numbers that cannot both hold, from reports that are equally near to it. */
import { disjoint } from "../amounts.ts";
import { isBefore, momentOf, stretchOf } from "../moments.ts";
import type { Point } from "../series.ts";
import type { SeriesCheck } from "./check.ts";
import { byDay, hopsOf, inVoices, standing } from "./days.ts";

/** True when the two cannot be a count and its update: neither revises, and no hour sets them apart. */
function contradict(a: Point, b: Point): boolean {
  if (a.origin !== b.origin || hopsOf(a.fact, a.origin) !== hopsOf(b.fact, b.origin) || !disjoint(a.fact, b.fact)) return false;
  if (a.fact.cues.revises || b.fact.cues.revises) return false;
  // In one document the parts may be of different wholes, and a paper that gives two numbers as its own does not mean one thing by them.
  if (a.fact.source === b.fact.source && (a.fact.whole !== null || b.fact.whole !== null || a.fact.voices.length === 0)) return false;
  const [x, y] = [stretchOf(momentOf(a.fact)), stretchOf(momentOf(b.fact))];
  return x !== null && y !== null && !isBefore(x, y) && !isBefore(y, x);
}

export const originContradictsItself: SeriesCheck = {
  rule: "origin-contradicts-itself",
  find(points) {
    return byDay(standing(points)).flatMap(([day, said]) =>
      [...Map.groupBy(said, ({ origin }) => origin)].flatMap(([origin, own]) => {
        const against = own.filter((a) => own.some((b) => contradict(a, b)));
        if (against.length === 0) return [];
        const message = `${origin} is given with ${inVoices(against)} of ${day}: it contradicts itself, or a report is wrong.`;
        return [{ rule: this.rule, claims: against.map(({ fact }) => fact.id), message }];
      }),
    );
  },
};
