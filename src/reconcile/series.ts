/** The figures of one measure in time order, and which of them still stand. */
import type { Id } from "../model/ids.ts";
import { amountKey } from "./amounts.ts";
import type { FigureFact } from "./facts.ts";
import { compareFacts, isDenial, speakerOf } from "./facts.ts";
import { fold } from "./folding.ts";
import type { Stretch } from "./moments.ts";
import { isBefore, stretchOf } from "./moments.ts";

export type Status = "current" | "superseded" | "withdrawn" | "disowned" | "disputed";

export interface Point {
  readonly fact: FigureFact;
  readonly origin: string;
  readonly status: Status;
}

/** The moment that places a figure in its series: as of, else said, else published. EDTF or null. */
export function momentOf(fact: FigureFact): string | null {
  return fact.asOf ?? fact.said ?? fact.published;
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
  const standing = dated.filter(({ fact }) => !isDenial(fact) && markOf(fact) === null && !disputes.has(fact.id));
  const superseded = supersededOf(standing);
  return dated
    .map(({ fact, origin, moment, published }) => {
      const status =
        markOf(fact) ?? disputes.get(fact.id) ?? (isDenial(fact) ? "disputed" : superseded.has(fact.id) ? "superseded" : "current");
      return { point: { fact, origin, status }, moment, published };
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
  const names = target.fact.voices.flatMap(({ name }) => (name === null ? [] : [fold(name)]));
  const own = denial.origin === target.origin || (speaker?.name != null && names.includes(fold(speaker.name)));
  return !own ? "disputed" : speaker?.stance === "withdraws" ? "withdrawn" : "disowned";
}

/** Figures that their own origin later replaced by another number. Two numbers of one moment replace each other never. */
function supersededOf(dated: readonly Dated[]): ReadonlySet<Id> {
  const superseded = new Set<Id>();
  for (const said of Map.groupBy(dated, ({ origin }) => origin).values()) {
    // Copies that say the same number at the same moment stand or fall together.
    const distinct = [...Map.groupBy(said, ({ fact }) => [amountKey(fact), momentOf(fact) ?? "", fact.published ?? ""].join("|")).values()];
    for (const earlier of distinct) {
      const [a] = earlier;
      if (a !== undefined && distinct.some(([b]) => b !== undefined && amountKey(a.fact) !== amountKey(b.fact) && comesAfter(b, a))) {
        for (const { fact } of earlier) superseded.add(fact.id);
      }
    }
  }
  return superseded;
}

function comesAfter(later: Dated, earlier: Dated): boolean {
  if (later.moment === null || earlier.moment === null) return false;
  if (isBefore(earlier.moment, later.moment)) return true;
  const together = later.moment.from === earlier.moment.from && later.moment.to === earlier.moment.to;
  return together && later.published !== null && earlier.published !== null && isBefore(earlier.published, later.published);
}
