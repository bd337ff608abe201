/** Events of one day, joined and described. */
import type { EventFact } from "../reconcile/facts.ts";
import { compareFacts, eventFact } from "../reconcile/facts.ts";
import { joinEvents, standingOf } from "../reconcile/events.ts";
import { byUnits, fold } from "../reconcile/folding.ts";
import { dayKey, earliestOf, stretchOf } from "../reconcile/moments.ts";
import type { Joining } from "../reconcile/links.ts";
import { rejoined } from "../reconcile/links.ts";
import type { Kinship } from "../reconcile/kin/kinship.ts";
import { originsOf } from "../reconcile/origins.ts";
import { scopeOf } from "../reconcile/scope.ts";
import { aroundOf } from "./around.ts";
import type { Filed } from "./buckets.ts";
import type { TimelineRow } from "../model/rows.ts";
import type { Entry } from "./view.ts";

const UNDATED_DAY = dayKey(null);
/** How the buckets of dated and of undated events start. */
export const DATED = "0";
export const UNDATED = "9";

/** A document's events by the day on which they start. Undated ones share a bucket only with the same words. */
export function fileEvents(entry: Entry): readonly Filed<EventFact>[] {
  const around = aroundOf(entry);
  return entry.claims.flatMap((claim): Filed<EventFact>[] => {
    const fact = eventFact(claim, around);
    if (fact === null) return [];
    const day = dayKey(fact.when);
    return [{ bucket: `${day}\t${day === UNDATED_DAY ? (fact.phrase ?? fact.id) : ""}`, member: fact.id, digest: fact }];
  });
}

/** The events of one bucket, by when they start, then by their earliest claim; `joining` is what people say of them, `kinship` how their documents are related. */
export function occurrencesOf(
  facts: readonly EventFact[],
  joining: Joining,
  kinship: Kinship,
): readonly { readonly row: TimelineRow; readonly facts: readonly EventFact[] }[] {
  return rejoined(joinEvents(facts), ({ id }) => id, joining)
    .map((members) => [...members].sort(compareFacts))
    .map((members) => ({ row: rowOf(members, kinship), facts: members }))
    .sort((a, b) => (earliestOf(a.row.when) ?? Infinity) - (earliestOf(b.row.when) ?? Infinity) || 0);
}

function rowOf(facts: readonly EventFact[], kinship: Kinship): TimelineRow {
  const [first] = facts;
  const width = (when: string): number => {
    const stretch = stretchOf(when);
    return stretch === null ? Infinity : stretch.to - stretch.from;
  };
  const whens = facts.flatMap(({ when }) => when ?? []).sort((a, b) => (width(a) === width(b) ? 0 : width(a) - width(b)));
  const who = new Map(
    facts.flatMap((fact) => fact.who.map(({ role, name }) => [`${role} ${fold(name)}`, { role, name }] as const)).reverse(),
  );
  const origins = originsOf(facts, kinship);
  return {
    id: first?.id ?? "sha256:",
    type: first?.type ?? "other",
    when: whens[0] ?? null,
    where: facts.map((fact) => scopeOf(fact).placeName).find((name) => name !== null) ?? null,
    who: [...who].sort(([a], [b]) => byUnits(a, b)).map(([, each]) => each),
    claims: facts.map(({ id }) => id),
    origins,
    standing: standingOf(facts, kinship, origins),
  };
}
