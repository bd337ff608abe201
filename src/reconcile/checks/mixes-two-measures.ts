/** A number that is the sum of the usual number of its own measure and of one of another measure: it probably counts both. */
import type { Id } from "../../model/ids.ts";
import { digits, disjoint, rangeOf, saidWords } from "../amounts.ts";
import { populationKey } from "../counted.ts";
import { exactOf } from "../exact.ts";
import type { FigureFact } from "../facts.ts";
import { fold } from "../folding.ts";
import { comparable, isElsewhere } from "../measure-difference.ts";
import { isBefore, momentOf, stretchOf } from "../moments.ts";
import type { Point } from "../series.ts";
import { isTelling } from "../telling.ts";
import type { Finding } from "./check.ts";
import { countedIn } from "./same-number.ts";

const RULE = "mixes-two-measures";

/** Two exact numbers of different measures that one voice gives in one document. Plain JSON. */
export interface Pair {
  readonly a: FigureFact;
  readonly b: FigureFact;
  readonly sum: number;
}

// Smaller sums meet by chance.
const LEAST = 100;

// Among more numbers than these some pair comes to anything.
const MOST_VALUES = 40;

// Two numbers farther apart in the text are not said together.
const NEAR = 2000;

/** The pairs of one document's figures. A whole and its part are none; nor is a number below three. */
export function pairsOf(facts: readonly FigureFact[]): readonly Pair[] {
  const exact = facts.flatMap((fact) => {
    const value = exactOf(fact);
    return value === null || value < 3 || fact.per !== null
      ? []
      : [{ fact, value, population: populationKey(fact), speaker: speakerKey(fact) }];
  });
  return exact.flatMap((x, index) =>
    exact.slice(index + 1).flatMap((y): Pair[] => {
      const related = x.fact.partOf === y.fact.id || y.fact.partOf === x.fact.id;
      const together = x.speaker === y.speaker && Math.abs(x.fact.start - y.fact.start) <= NEAR;
      if (related || !together || x.population === y.population || !comparable(x.fact, y.fact) || isElsewhere(x.fact, y.fact)) return [];
      return [{ a: x.fact, b: y.fact, sum: x.value + y.value }];
    }),
  );
}

function speakerKey(fact: FigureFact): string {
  const name = fact.voices.at(-1)?.name;
  return name == null ? "" : fold(name);
}

/** What the numbers of a tally are compared with: pairs of one document by sum, by sum cut down, and figures by number. */
export interface Others {
  sums(value: number): Promise<readonly Pair[]>;
  rounded(value: number): Promise<readonly Pair[]>;
  facts(value: number): Promise<readonly FigureFact[]>;
}

/** The bound of "more than 4,500"; null when there is none, or another bound too. */
function boundOf({ min, max, approx }: FigureFact): number | null {
  return min !== null && max === null && !approx && min >= 1000 ? min : null;
}

/** Findings on the points of one tally. */
export async function mixesIn(points: readonly Point[], others: Others): Promise<readonly Finding[]> {
  const population = points[0] === undefined ? "" : populationKey(points[0].fact);
  const values = new Map<number, Point[]>();
  for (const point of points) {
    const value = exactOf(point.fact);
    if (value !== null) values.set(value, [...(values.get(value) ?? []), point]);
  }
  const findings: Finding[] = [];
  for (const point of points) {
    const { fact } = point;
    const value = exactOf(fact);
    const bound = value === null ? boundOf(fact) : null;
    if (value === null ? bound === null : value < LEAST) continue;
    const pairs =
      value === null ? await others.rounded(bound ?? 0) : [...(await others.sums(value)), ...(await apart(fact, value, values, others))];
    const found = pairs.flatMap((pair) => mixed(fact, pair, population, values));
    if (found.length > 0) findings.push(told(point, found));
  }
  return findings;
}

/** The pair with the member of this tally's population first, when its number is one that the tally knows and the other is of a like scope. */
function mixed(
  fact: FigureFact,
  { a, b }: Pair,
  population: string,
  values: ReadonlyMap<number, readonly Point[]>,
): readonly [FigureFact, FigureFact][] {
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const value = exactOf(own);
    if (populationKey(own) !== population || value === null || !values.has(value) || own.id === fact.id) continue;
    if (
      !disjoint(own, fact) ||
      isEarlier(fact, own) ||
      isElsewhere(own, fact) ||
      isElsewhere(other, fact) ||
      other.partOf === fact.id ||
      own.partOf === fact.id
    )
      continue;
    return [[own, other]];
  }
  return [];
}

/** True when the number was out before the others were. */
function isEarlier(fact: FigureFact, other: FigureFact): boolean {
  const [a, b] = [stretchOf(momentOf(fact)), stretchOf(momentOf(other))];
  return a !== null && b !== null && isBefore(a, b);
}

/** Pairs across documents: the usual number of this tally and, from the same origin, a telling number that makes up the rest. */
async function apart(
  fact: FigureFact,
  value: number,
  values: ReadonlyMap<number, readonly Point[]>,
  others: Others,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  if (values.size > MOST_VALUES) return pairs;
  for (const [usual, points] of values) {
    const rest = value - usual;
    if (rest <= 0 || !isTelling(rest)) continue;
    for (const other of await others.facts(rest)) {
      const own = points.find((point) => speakerName(point.fact) === speakerName(other) && point.fact.source !== other.source);
      if (own === undefined || populationKey(other) === populationKey(fact) || !comparable(own.fact, other)) continue;
      pairs.push({ a: own.fact, b: other, sum: value });
    }
  }
  return pairs;
}

function speakerName(fact: FigureFact): string {
  const speaker = fact.voices.at(-1);
  return fold(speaker?.body?.name ?? speaker?.name ?? fact.homeBody?.name ?? fact.home);
}

function told({ fact, origin }: Point, pairs: readonly (readonly [FigureFact, FigureFact])[]): Finding {
  const [own, other] = pairs[0] ?? [fact, fact];
  const claims: readonly Id[] = [fact.id, ...new Set(pairs.flatMap(([x, y]) => [x.id, y.id]))];
  const [x, y] = [rangeOf(own), rangeOf(other)];
  const message = `${saidWords(fact)} (${origin}) is what ${saidWords(own)} ${countedIn([{ fact: own, origin }])} and ${saidWords(other)} ${countedIn([{ fact: other, origin }])} come to (${digits(x.low + y.low)}): it probably counts both.`;
  return { rule: RULE, claims, message };
}
