/**
 * When two figures measure the same thing. Unit and population are equal (`populationKey`); then the scopes are joined, strongest fit first:
 * equal; one time inside the other; a street or site inside the other place; no time on one side; no place on one side, a country before
 * anything smaller. A weaker fit is tried only for what no stronger one has joined, and never when it could go two ways (see twins.ts).
 * What is never joined, whatever the scopes: a part and its whole; two different parts of one whole; two numbers that cannot both hold, given by
 * one speaker in one document as of one moment, when one has a place or a day and the other has not; such a number and one less than half of it;
 * parts of two wholes of one day that cannot be one number, when one part has a place or a day and the other has not.
 */
import type { Id } from "../model/ids.ts";
import { amountKey, disjoint, sameAmount } from "./amounts.ts";
import { isUnnamedPart } from "./division.ts";
import type { FigureFact } from "./facts.ts";
import { compareFacts, speakerOf } from "./facts.ts";
import type { Scope } from "./scope.ts";
import { dayOf, momentOf } from "./moments.ts";
import { placeFit, scopeOf, timeFit } from "./scope.ts";
import type { Edge } from "./twins.ts";
import { joinClusters } from "./twins.ts";

/** Figures of one measure, in document order, with the scopes they were said with. */
export interface Measured {
  readonly facts: readonly FigureFact[];
  readonly scopes: readonly Scope[];
}

interface Cell {
  readonly scope: Scope;
  readonly accrual: string;
  /** True for parts that nothing but their whole tells apart: they fit nothing else. */
  readonly alone: boolean;
  readonly facts: FigureFact[];
}

/** Weakest fit of place and of time that each round allows (see `placeFit`, `timeFit`). */
const rounds: readonly (readonly [place: number, time: number])[] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 2],
  [1, 2],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 2],
];

/** The figures of one population, joined into measures; measures by their earliest figure. The order of `facts` does not matter. */
export function joinMeasures(facts: readonly FigureFact[]): readonly Measured[] {
  const cells = cellsOf([...facts].sort(compareFacts));
  const barred = barredPairs(cells);
  const byRound = rounds.map((): Edge[] => []);
  for (let a = 0; a < cells.length; a++) {
    for (let b = a + 1; b < cells.length; b++) {
      const round = roundOf(cells[a], cells[b]);
      if (round !== -1 && !barred.has(pair(a, b))) byRound[round]?.push([a, b]);
    }
  }
  let clusters: readonly (readonly number[])[] = cells.map((_, index) => [index]);
  const edges: Edge[] = [];
  for (const more of byRound) {
    if (more.length === 0) continue;
    edges.push(...more);
    clusters = joinClusters(clusters, edges);
  }
  return clusters
    .map((cluster): Measured => {
      const members = cluster.flatMap((index) => cells[index] ?? []);
      return { facts: members.flatMap((cell) => cell.facts).sort(compareFacts), scopes: members.map((cell) => cell.scope) };
    })
    .sort((a, b) => (a.facts[0] && b.facts[0] ? compareFacts(a.facts[0], b.facts[0]) : 0));
}

/** The first round that lets the two join; -1 when none does. */
function roundOf(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.accrual !== b?.accrual || a === undefined || b === undefined || a.alone || b.alone) return -1;
  const place = placeFit(a.scope, b.scope);
  if (place === null) return -1;
  const time = timeFit(a.scope, b.scope);
  return time === null ? -1 : rounds.findIndex(([mostPlace, mostTime]) => place <= mostPlace && time <= mostTime);
}

/**
 * Figures with equal scopes. A part of the same population as its whole, with no place or time of its own, stands alone with those of its
 * number, and so do parts of one whole with equal scopes: nothing says what sets them off.
 */
function cellsOf(facts: readonly FigureFact[]): readonly Cell[] {
  const placed = facts.map((fact) => {
    const scope = scopeOf(fact);
    const accrual = fact.accrual ?? "cumulative";
    return { fact, scope, accrual, key: JSON.stringify([scope.place, scope.when, accrual, scope.around]) };
  });
  const unnamed = unnamedParts(placed);
  const siblings = Map.groupBy(placed, ({ fact, key }) => (fact.partOf === null ? null : `${fact.partOf} ${key}`));
  const cells = new Map<string, Cell>();
  for (const { fact, scope, accrual, key } of placed) {
    const others = fact.partOf === null ? [] : (siblings.get(`${fact.partOf} ${key}`) ?? []);
    const alone = isUnnamedPart(fact) || unnamed.has(fact.id) || others.some((other) => !sameAmount(other.fact, fact));
    const own = alone ? `${key} ${amountKey(fact)}` : key;
    const cell = cells.get(own);
    if (cell === undefined) cells.set(own, { scope, accrual, alone, facts: [fact] });
    else cell.facts.push(fact);
  }
  return [...cells.values()];
}

/**
 * Numbers that one speaker gives in one document beside a total of a like scope more than twice as large: nobody gives two such totals in one breath, so
 * the smaller one counts some of them, and the words that say which were not read.
 */
function unnamedParts(placed: readonly { readonly fact: FigureFact; readonly scope: Scope; readonly accrual: string }[]): ReadonlySet<Id> {
  const found = new Set<Id>();
  const breaths = Map.groupBy(placed, ({ fact, accrual }) => JSON.stringify([fact.source, speakerKey(fact), fact.asOf, accrual]));
  for (const said of breaths.values()) {
    for (const { fact, scope } of said) {
      const small = nominal(fact) * 2;
      if (fact.cues.recalled || fact.cues.revises) continue;
      const isTotal = (other: (typeof said)[number]): boolean =>
        nominal(other.fact) > small &&
        (other.fact.said === fact.said || other.fact.said === null || fact.said === null) &&
        placeFit(other.scope, scope) !== null &&
        timeFit(other.scope, scope) !== null;
      if (said.some(isTotal)) found.add(fact.id);
    }
  }
  return found;
}

function speakerKey(fact: FigureFact): string | null {
  const speaker = speakerOf(fact);
  return speaker?.body?.name ?? speaker?.name ?? null;
}

/** The number that was named, whatever its bound. */
function nominal({ best, min, max }: FigureFact): number {
  return best ?? min ?? max ?? 0;
}

/** True for parts of wholes that cannot be the same number. */
function isOfOtherWhole(a: FigureFact, b: FigureFact): boolean {
  return a.whole !== null && b.whole !== null && disjoint(a.whole.amount, b.whole.amount) && sameDay(a, b);
}

function sameDay(a: FigureFact, b: FigureFact): boolean {
  const day = dayOf(momentOf(a));
  return day !== null && day === dayOf(momentOf(b));
}

function pair(a: number, b: number): string {
  return a < b ? `${a},${b}` : `${b},${a}`;
}

/** True when one scope is no more than a piece of what the other may cover: a place beside none or around a spot, a day beside anything longer. */
function isNarrower(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const isDay = ({ scope }: Cell): boolean => dayOf(scope.when) !== null;
  const place = placeFit(a.scope, b.scope);
  return place === 1 || place === 3 || isDay(a) !== isDay(b);
}

interface Homed {
  readonly cell: number;
  readonly fact: FigureFact;
}

/** Pairs of cells that no fit may join: see the head of this file. */
function barredPairs(cells: readonly Cell[]): ReadonlySet<string> {
  const barred = new Set<string>();
  const home = new Map<Id, number>();
  cells.forEach((cell, index) => {
    for (const fact of cell.facts) home.set(fact.id, index);
  });
  const siblings = new Map<Id, Homed[]>();
  const breaths = new Map<string, Homed[]>();
  cells.forEach((cell, index) => {
    for (const fact of cell.facts) {
      if (fact.partOf !== null) {
        const whole = home.get(fact.partOf);
        if (whole !== undefined && whole !== index) barred.add(pair(whole, index));
        siblings.set(fact.partOf, [...(siblings.get(fact.partOf) ?? []), { cell: index, fact }]);
      }
      const breath = JSON.stringify([fact.source, speakerOf(fact)?.name ?? null, fact.asOf, fact.said]);
      const list = breaths.get(breath);
      if (list === undefined) breaths.set(breath, [{ cell: index, fact }]);
      else list.push({ cell: index, fact });
    }
  });
  for (const list of siblings.values()) {
    for (const a of list) for (const b of list) if (a.cell < b.cell && !sameAmount(a.fact, b.fact)) barred.add(pair(a.cell, b.cell));
  }
  const parts = cells.flatMap((cell, index) => (cell.facts.some(({ whole }) => whole !== null) ? [index] : []));
  for (const [at, left] of parts.entries()) {
    for (const right of parts.slice(at + 1)) {
      const [a, b] = [cells[left], cells[right]];
      if (isNarrower(a, b) && a?.facts.some((x) => b?.facts.some((y) => isOfOtherWhole(x, y))) === true) barred.add(pair(left, right));
    }
  }
  for (const list of breaths.values()) {
    for (const a of list)
      for (const b of list)
        if (a.cell < b.cell && disjoint(a.fact, b.fact) && isNarrower(cells[a.cell], cells[b.cell])) barred.add(pair(a.cell, b.cell));
  }
  return barred;
}
