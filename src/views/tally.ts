/** Tallies of one population: figures joined into measures, each a ledger with its parts and its arithmetic. */
import type { Id } from "../model/ids.ts";
import { checkSeries, checkWholes, isDivided, remainderOf, wholeOf } from "../reconcile/arithmetic.ts";
import { populationKey } from "../reconcile/counted.ts";
import type { FigureFact } from "../reconcile/facts.ts";
import { compareFacts, figureFact, withBodies } from "../reconcile/facts.ts";
import { byUnits } from "../reconcile/folding.ts";
import type { Measured } from "../reconcile/measures.ts";
import { joinMeasures } from "../reconcile/measures.ts";
import type { Kinship } from "../reconcile/kin/kinship.ts";
import type { Joining } from "../reconcile/links.ts";
import { rejoined } from "../reconcile/links.ts";
import { scopeOf } from "../reconcile/scope.ts";
import { rootsOf } from "../reconcile/origins.ts";
import type { Point } from "../reconcile/series.ts";
import { seriesOf } from "../reconcile/series.ts";
import { amountKey } from "../reconcile/amounts.ts";
import type { Finding, Whole } from "../reconcile/checks/check.ts";
import type { OfficeSet } from "../reconcile/offices/set.ts";
import { aroundOf } from "./around.ts";
import type { Filed } from "./buckets.ts";
import type { Measure, TallyRow } from "../model/rows.ts";
import type { Entry } from "./view.ts";

/** A figure kept for its own tally, or for that of its whole. */
export interface FigureDigest {
  readonly as: "member" | "part";
  readonly fact: FigureFact;
}

/** A row with what it was made of, for the views that ask further. */
export interface Tally {
  readonly row: TallyRow;
  readonly points: readonly Point[];
  /** The figure that the remainder is taken from; null when there is no remainder. */
  readonly divided: FigureFact | null;
  readonly parts: readonly FigureFact[];
  /** The figures of the series with their parts, in time order. */
  readonly wholes: readonly Whole[];
  /** How people and scopes joined them. */
  readonly measured: Measured;
}

/** A document's figures by population; a part is filed once more under the population of its whole. */
export function fileFigures(entry: Entry): readonly Filed<FigureDigest>[] {
  const around = aroundOf(entry);
  const facts = entry.claims.flatMap((claim) => figureFact(claim, around) ?? []);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return facts.flatMap((fact): Filed<FigureDigest>[] => {
    const own: Filed<FigureDigest> = { bucket: populationKey(fact), member: `m${fact.id}`, digest: { as: "member", fact } };
    const whole = fact.partOf === null ? undefined : byId.get(fact.partOf);
    return whole === undefined ? [own] : [own, { bucket: populationKey(whole), member: `p${fact.id}`, digest: { as: "part", fact } }];
  });
}

/** What besides the figures themselves tells how they stand to each other: what people say of them, who speaks for whom, how documents are related. */
export interface Company {
  readonly joining: Joining;
  readonly offices: OfficeSet;
  readonly kinship: Kinship;
}

/** The tallies of one bucket, by their earliest figure. */
export function talliesOf(filed: readonly FigureDigest[], { joining, offices, kinship }: Company): readonly Tally[] {
  const digests = filed.map(({ as, fact }): FigureDigest => ({ as, fact: withBodies(fact, offices) }));
  const parts = Map.groupBy(
    digests.flatMap(({ as, fact }) => (as === "part" ? [fact] : [])),
    ({ partOf }) => partOf,
  );
  const own = joinMeasures(digests.flatMap(({ as, fact }) => (as === "member" ? [fact] : [])));
  return linkedMeasures(own, joining).map((measured) => tallyOf(measured, parts, kinship));
}

function linkedMeasures(measures: readonly Measured[], joining: Joining): readonly Measured[] {
  if (joining.together.length === 0 && joining.apart.length === 0) return measures;
  const clusters = rejoined(
    measures.map(({ facts }) => facts),
    ({ id }) => id,
    joining,
  );
  return clusters
    .map((facts) => [...facts].sort(compareFacts))
    .map((facts): Measured => ({ facts, scopes: facts.map(scopeOf) }))
    .sort((a, b) => (a.facts[0] && b.facts[0] ? compareFacts(a.facts[0], b.facts[0]) : 0));
}

function tallyOf(measured: Measured, partsOf: ReadonlyMap<Id | null, readonly FigureFact[]>, kinship: Kinship): Tally {
  const { facts } = measured;
  const points = seriesOf(facts, rootsOf(facts, kinship));
  const parts = facts.flatMap(({ id }) => partsOf.get(id) ?? []).sort(compareFacts);
  const wholes = wholesOf(points, partsOf);
  const divided = wholes.findLast(isDivided) ?? null;
  const remainder = divided === null ? null : remainderOf(divided);
  const row: TallyRow = {
    id: (facts[0] ?? measured.facts[0])?.id ?? "sha256:",
    measure: measureOf(measured),
    series: points.map(({ fact, origin, status }) => {
      const { id: claim, said, asOf, min, max, best } = fact;
      return { claim, origin, said, asOf, min, max, best, status };
    }),
    parts: parts.map(({ id: claim, of, partKind, min, max, best }) => ({ claim, of, partKind: partKind ?? "unclear", min, max, best })),
    checks: inOrder([...checkWholes(wholes), ...checkSeries(points)]),
    remainder,
  };
  return { row, points, divided: remainder === null ? null : (divided?.whole ?? null), parts, wholes, measured };
}

/** Findings in the order in which rows print them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => byUnits(a.rule, b.rule) || byUnits(a.message, b.message));
}

/**
 * The wholes of a series with their parts, in time order. What documents tell of one number of one origin is one whole: one tells of the wounded in it,
 * the other of the dead.
 */
function wholesOf(points: readonly Point[], partsOf: ReadonlyMap<Id | null, readonly FigureFact[]>): readonly Whole[] {
  const same = Map.groupBy(points, ({ fact, origin }) => `${origin}\t${amountKey(fact)}`);
  return points.map(({ fact, origin }) => {
    const tellings = same.get(`${origin}\t${amountKey(fact)}`) ?? [];
    return wholeOf(
      fact,
      tellings.flatMap((telling) => partsOf.get(telling.fact.id) ?? []),
    );
  });
}

/** The widest scope said: joined scopes lie inside it or leave it out. */
function measureOf({ facts, scopes }: Measured): Measure {
  const [first] = facts;
  const places = scopes.filter(({ placeName }) => placeName !== null);
  const place = places.find(({ spot }) => !spot) ?? places[0];
  const length = (at: (typeof scopes)[number]): number => (at.stretch === null ? -1 : at.stretch.to - at.stretch.from);
  const times = scopes.filter(({ when }) => when !== null).sort((a, b) => length(b) - length(a));
  return {
    unit: first?.unit ?? "other",
    of: first?.of ?? [],
    where: place?.placeName ?? null,
    when: times[0]?.when ?? null,
    accrual: facts.find(({ accrual }) => accrual !== null)?.accrual ?? null,
  };
}
