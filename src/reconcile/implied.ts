/**
 * Bounds that follow from what else is said: no part is larger than its whole, a whole holds its parts, a count so far does not fall. Bounds are passed
 * on until nothing moves (interval constraint propagation, Davis 1987), and each narrower one keeps the reason for which it is narrower.
 */
import type { Id } from "../model/ids.ts";
import type { Range } from "./amounts.ts";
import { inWords, rangeOf } from "./amounts.ts";
import type { Cut, Whole } from "./checks/check.ts";
import { runsOfCount } from "./checks/cumulative-falls.ts";
import { totalOf } from "./divisions.ts";
import type { FigureFact } from "./facts.ts";
import type { Point } from "./series.ts";

/** One step of the chain: the bound of a figure moved to `range` because of other figures. */
export interface Step {
  readonly on: Id;
  readonly range: Range;
  /** One plain sentence. */
  readonly because: string;
  readonly claims: readonly Id[];
}

export interface Implied {
  /** Figures whose bounds are narrower than they were said. */
  readonly bounds: readonly { readonly fact: FigureFact; readonly range: Range }[];
  /** In the order in which they follow from each other. */
  readonly steps: readonly Step[];
  /** A figure for which no value is left, which ends the chain; null when all can be true at once. */
  readonly impossible: Id | null;
}

class Bounds {
  readonly facts = new Map<Id, FigureFact>();
  readonly ranges = new Map<Id, Range>();
  readonly steps: Step[] = [];
  impossible: Id | null = null;

  of(fact: FigureFact): Range {
    const known = this.ranges.get(fact.id);
    if (known !== undefined) return known;
    const said = rangeOf(fact);
    this.facts.set(fact.id, fact);
    this.ranges.set(fact.id, said);
    return said;
  }

  /** Narrows a bound; true when it moved. */
  narrow(fact: FigureFact, limit: Partial<Range>, because: (range: Range) => string, claims: readonly Id[]): boolean {
    const before = this.of(fact);
    const range = { low: Math.max(before.low, limit.low ?? 0), high: Math.min(before.high, limit.high ?? Infinity) };
    if (range.low === before.low && range.high === before.high) return false;
    if (range.low > range.high) {
      this.impossible ??= fact.id;
      return false;
    }
    this.ranges.set(fact.id, range);
    this.steps.push({ on: fact.id, range, because: because(range), claims });
    return true;
  }
}

/** What the parts of a cut come to at least, by the bounds that hold so far. */
function atLeast({ parts, division }: Cut, bounds: Bounds): number {
  const now = parts.map((part): FigureFact => {
    const { low, high } = bounds.of(part);
    return { ...part, min: low, max: high === Infinity ? null : high, minExclusive: false, maxExclusive: false };
  });
  return totalOf(now, division).low;
}

function passWhole({ whole, cuts }: Whole, bounds: Bounds): boolean {
  let moved = false;
  for (const cut of cuts) {
    const ids = cut.parts.map(({ id }) => id);
    const low = atLeast(cut, bounds);
    moved =
      bounds.narrow(whole, { low }, ({ low: least }) => `Its parts come to at least ${inWords({ low: least, high: least })}.`, ids) ||
      moved;
    for (const part of cut.parts) {
      const others = { ...cut, parts: cut.parts.filter((other) => other !== part) };
      const taken = cut.parts.every(({ partKind }) => partKind === "breakdown") ? atLeast(others, bounds) : 0;
      const { high } = bounds.of(whole);
      const because = ({ high: most }: Range): string =>
        taken === 0
          ? `It is part of ${inWords(bounds.of(whole))}, so it is at most ${inWords({ low: most, high: most })}.`
          : `The other parts take at least ${inWords({ low: taken, high: taken })} of ${inWords(bounds.of(whole))}, so it is at most ${inWords({ low: most, high: most })}.`;
      const claims = [whole.id, ...(taken === 0 ? [] : others.parts.map(({ id }) => id))];
      if (high - taken >= 0) moved = bounds.narrow(part, { high: high - taken }, because, claims) || moved;
    }
  }
  return moved;
}

function passSeries(run: readonly Point[], bounds: Bounds): boolean {
  let moved = false;
  run.slice(1).forEach(({ fact: later }, index) => {
    const earlier = run[index]?.fact;
    if (earlier === undefined) return;
    const [from, to] = [bounds.of(earlier), bounds.of(later)];
    const up = (): string => `The same origin counted ${inWords(from)} before, and a count so far does not fall.`;
    const down = (): string => `The same origin counted ${inWords(to)} later, and a count so far does not fall.`;
    moved = bounds.narrow(later, { low: from.low }, up, [earlier.id]) || moved;
    moved = bounds.narrow(earlier, { high: to.high }, down, [later.id]) || moved;
  });
  return moved;
}

const MOST_ROUNDS = 50;

/** Bounds over one tally: its wholes with their parts, and each origin's count where it never falls as said. */
export function impliedOf(wholes: readonly Whole[], points: readonly Point[]): Implied {
  const bounds = new Bounds();
  const runs = runsOfCount(points);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = [...wholes.map((whole) => passWhole(whole, bounds)), ...runs.map((run) => passSeries(run, bounds))];
    if (bounds.impossible !== null || !moved.includes(true)) break;
  }
  const narrowed = new Set(bounds.steps.map(({ on }) => on));
  return {
    bounds: [...bounds.facts.values()].filter(({ id }) => narrowed.has(id)).map((fact) => ({ fact, range: bounds.of(fact) })),
    steps: bounds.steps,
    impossible: bounds.impossible,
  };
}
