/** What the checks of a series share: which points speak of one day, how far a voice is from the page, how points are named in a sentence. */
import { rangeOf, saidWords } from "../amounts.ts";
import type { FigureFact } from "../facts.ts";
import { isDenial } from "../facts.ts";
import { fold } from "../folding.ts";
import { dayOf, momentOf } from "../moments.ts";
import type { Point } from "../series.ts";

/** Points that count for something: said, not taken back, not replaced by their own document, not recalled from before, not an old number told again. */
export function standing(points: readonly Point[]): readonly Point[] {
  const replaced = ({ marks }: FigureFact): boolean => marks.includes("supersedes") || marks.includes("corrects");
  return points.filter(
    ({ fact, status, stale }) =>
      !isDenial(fact) && !stale && !fact.cues.recalled && !replaced(fact) && (status === "current" || status === "superseded"),
  );
}

/** The points of each day, days in order; a point whose moment is not one day is in none. */
export function byDay(points: readonly Point[]): readonly (readonly [day: string, points: readonly Point[]])[] {
  const days = new Map<string, Point[]>();
  for (const point of points) {
    const moment = momentOf(point.fact);
    if (dayOf(moment) === null || moment === null) continue;
    const day = moment.slice(0, "2022-01-05".length);
    days.set(day, [...(days.get(day) ?? []), point]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** How many mouths lie between the origin and the reader: 0 in the origin's own publication. */
export function hopsOf(fact: FigureFact, origin: string): number {
  const atHome = fold(fact.homeBody?.name ?? fact.home) === fold(origin);
  return Math.max(0, fact.voices.length - 1) + (atHome ? 0 : 1);
}

/** "230 (Audit Office)" of each number and origin once, joined by "and". */
export function inVoices(points: readonly Pick<Point, "fact" | "origin">[]): string {
  const said = [...new Set(points.map(({ fact, origin }) => `${saidWords(fact)} (${origin})`))];
  return said.length < 3 ? said.join(" and ") : `${said.slice(0, -1).join(", ")} and ${said.at(-1) ?? ""}`;
}

/** One of the points for each origin and range: what is to be compared of a day on which a thousand papers carry one number. */
export function distinct(points: readonly Point[]): readonly Point[] {
  const key = ({ fact, origin }: Point): string => {
    const { low, high } = rangeOf(fact);
    return `${origin}\t${low}\t${high}\t${hopsOf(fact, origin)}`;
  };
  return [...new Map(points.map((point) => [key(point), point])).values()];
}
