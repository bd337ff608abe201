/** The figures of one measure in time order, and which of them still stand. */
import type { Id } from "../model/ids.ts";
import { amountKey } from "./amounts.ts";
import type { FigureFact } from "./facts.ts";
import { compareFacts, isDenial, speakerOf } from "./facts.ts";
import { fold } from "./folding.ts";
import type { Stretch } from "./moments.ts";
import { isBefore, momentOf, stretchOf } from "./moments.ts";

export type Status = "current" | "superseded" | "withdrawn" | "disowned" | "disputed";

export interface Point {
  readonly fact: FigureFact;
  readonly origin: string;
  readonly status: Status;
  /** True for a number that its origin gave before and has since replaced, in a document that does not say when it was said again. */
  readonly stale: boolean;
}

interface Dated {
  readonly fact: FigureFact;
  readonly origin: string;
  readonly moment: Stretch | null;
  readonly published: Stretch | null;
}

/** Points in time order, undated last; figures of one moment in document order. `roots` is the origin of each claim. */
export function seriesOf(facts: readonly FigureFact[], roots: ReadonlyMap<Id, string>): readonly Point[] {
  const dated = facts.map((fact): Dated => {
    return { fact, origin: roots.get(fact.id) ?? fact.home, moment: stretchOf(momentOf(fact)), published: stretchOf(fact.published) };
  });
  const disputes = disputesOf(dated);
  const standing = dated.filter(({ fact }) => !isDenial(fact) && !fact.cues.error && markOf(fact) === null && !disputes.has(fact.id));
  const stale = staleOf(standing);
  const superseded = supersededOf(standing, stale);
  return dated
    .map(({ fact, origin, moment, published }) => {
      const status = markOf(fact) ?? disputes.get(fact.id) ?? (isDenial(fact) ? "disputed" : unmarked(fact, superseded));
      return { point: { fact, origin, status, stale: stale.has(fact.id) }, moment, published };
    })
    .sort((a, b) => inTime(a.moment, b.moment) || inTime(a.published, b.published) || compareFacts(a.point.fact, b.point.fact))
    .map(({ point }) => point);
}

function inTime(a: Stretch | null, b: Stretch | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return a.from === b.from ? compare(a.to, b.to) : compare(a.from, b.from);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the document itself says became of a figure; the gravest when it says several things. */
function markOf(fact: FigureFact): Status | null {
  if (fact.marks.includes("withdraws")) return "withdrawn";
  if (fact.marks.includes("disowns")) return "disowned";
  if (fact.marks.includes("denies")) return "disputed";
  if (fact.marks.includes("supersedes") || fact.marks.includes("corrects")) return "superseded";
  return null;
}

/** A number called an error is taken back, whoever took it for true; a denial by its supposed origin says more and goes before. */
function unmarked(fact: FigureFact, superseded: ReadonlySet<Id>): Status {
  if (fact.cues.error) return "withdrawn";
  return superseded.has(fact.id) ? "superseded" : "current";
}

/**
 * Figures that somebody denies, and the denials. A number denied by one of those whose word it is said to be is disowned (withdrawn when they
 * take it back); denied by anybody else it is disputed. A denial says nothing about the same number said again later.
 */
function disputesOf(dated: readonly Dated[]): ReadonlyMap<Id, Status> {
  const found = new Map<Id, Status>();
  const numbers = Map.groupBy(dated, ({ fact }) => amountKey(fact));
  const grave: readonly Status[] = ["disputed", "disowned", "withdrawn"];
  const put = (id: Id, status: Status): void => {
    const before = found.get(id);
    if (before === undefined || grave.indexOf(status) > grave.indexOf(before)) found.set(id, status);
  };
  for (const same of numbers.values()) {
    const denials = same.filter(({ fact }) => isDenial(fact));
    const asserted = same.filter(({ fact }) => !isDenial(fact));
    for (const denial of denials) {
      put(denial.fact.id, "disputed");
      for (const target of asserted) {
        if (denial.moment !== null && target.moment !== null && isBefore(denial.moment, target.moment)) continue;
        const status = statusAfter(denial, target);
        put(target.fact.id, status);
        put(denial.fact.id, status);
      }
    }
  }
  return found;
}

function statusAfter(denial: Dated, target: Dated): Status {
  const speaker = speakerOf(denial.fact);
  const names = target.fact.voices.flatMap(({ name, body }) =>
    [name, body?.name ?? null].flatMap((each) => (each === null ? [] : [fold(each)])),
  );
  const said = [speaker?.name ?? null, speaker?.body?.name ?? null].flatMap((each) => (each === null ? [] : [fold(each)]));
  const own = denial.origin === target.origin || said.some((name) => names.includes(name));
  return !own ? "disputed" : speaker?.stance === "withdraws" ? "withdrawn" : "disowned";
}

/**
 * Old numbers told again: said to be from before, or, with no day of their own, equal to what their origin gave before another number of its own.
 * The document that tells them is later; they are not.
 */
function staleOf(dated: readonly Dated[]): ReadonlySet<Id> {
  const stale = new Set<Id>();
  for (const all of Map.groupBy(dated, ({ origin }) => origin).values()) {
    // Copies that say the same number at the same moment tell one thing.
    const key = ({ fact, moment }: Dated): string => `${amountKey(fact)} ${moment?.from ?? ""} ${moment?.to ?? ""} ${fact.cues.recalled}`;
    const said = [...new Map(all.map((each) => [key(each), each])).values()];
    for (const point of all) {
      const { fact } = point;
      if (fact.asOf !== null || fact.said !== null || point.published === null) continue;
      const others = said.filter((each) => amountKey(each.fact) !== amountKey(fact) && !each.fact.cues.recalled);
      const known = others.filter((each) => each.moment !== null && each.moment.from <= (point.published?.from ?? 0));
      if (fact.cues.recalled ? known.length > 0 : replacedBefore(point, said, known)) stale.add(fact.id);
    }
  }
  return stale;
}

/** True when the origin gave this number, then one of `others`, both before the document of `point`. */
function replacedBefore(point: Dated, said: readonly Dated[], others: readonly Dated[]): boolean {
  const before = said.filter((each) => amountKey(each.fact) === amountKey(point.fact) && comesAfter(point, each));
  return before.some((first) => others.some((other) => comesAfter(other, first) && comesAfter(point, other)));
}

/** Figures that their own origin later replaced by another number. Two numbers of one moment replace each other only where one says that it does. */
function supersededOf(dated: readonly Dated[], stale: ReadonlySet<Id>): ReadonlySet<Id> {
  const superseded = new Set<Id>(stale);
  for (const said of Map.groupBy(
    dated.filter(({ fact }) => !stale.has(fact.id)),
    ({ origin }) => origin,
  ).values()) {
    // Copies that say the same number at the same moment stand or fall together.
    const distinct = [
      ...Map.groupBy(said, ({ fact }) =>
        [amountKey(fact), momentOf(fact) ?? "", fact.published ?? "", fact.cues.revises].join("|"),
      ).values(),
    ];
    for (const earlier of distinct) {
      const [a] = earlier;
      if (a !== undefined && distinct.some(([b]) => b !== undefined && amountKey(a.fact) !== amountKey(b.fact) && replaces(b, a))) {
        for (const { fact } of earlier) superseded.add(fact.id);
      }
    }
  }
  return superseded;
}

function replaces(later: Dated, earlier: Dated): boolean {
  if (comesAfter(later, earlier)) return true;
  if (!later.fact.cues.revises || earlier.fact.cues.revises || later.moment === null || earlier.moment === null) return false;
  return !isBefore(later.moment, earlier.moment);
}

function comesAfter(later: Dated, earlier: Dated): boolean {
  if (later.moment === null || earlier.moment === null) return false;
  if (isBefore(earlier.moment, later.moment)) return true;
  const together = later.moment.from === earlier.moment.from && later.moment.to === earlier.moment.to;
  return together && later.published !== null && earlier.published !== null && isBefore(earlier.published, later.published);
}
