/**
 * When two claims tell of the same event. Strong grounds only: the same type on the same day at the same place, by and to the same people;
 * or the same sentence word for word. Everything else stays apart: joining too much hides deaths, joining too little only makes a longer list.
 */
import type { EventFact } from "./facts.ts";
import { compareFacts, isDenial } from "./facts.ts";
import { fold } from "./folding.ts";
import { dayOf } from "./moments.ts";
import { isGeneric } from "./name.ts";
import { joinNames } from "./names.ts";
import { originsOf } from "./origins.ts";
import { scopeOf } from "./scope.ts";
import type { Edge } from "./twins.ts";
import { edgesWhere, joinClusters } from "./twins.ts";

export type Standing = "one-origin" | "several-origins" | "contested" | "only-denied" | "unknown";

interface Known {
  readonly fact: EventFact;
  readonly place: string;
  readonly day: number | null;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
}

/** Claims of one day joined into events, each in document order, events by their first claim. The order of `facts` does not matter. */
export function joinEvents(facts: readonly EventFact[]): readonly (readonly EventFact[])[] {
  const sorted = [...facts].sort(compareFacts);
  const canonical = canonicalNames(sorted);
  const known = sorted.map((fact): Known => {
    const named = (roles: readonly string[]): string[] =>
      fact.who.filter(({ role, name }) => roles.includes(role) && !isGeneric(name)).map(({ name }) => canonical.get(name) ?? fold(name));
    return {
      fact,
      place: scopeOf(fact).place,
      day: dayOf(fact.when),
      agents: named(["agent", "accused"]),
      patients: named(["patient"]),
    };
  });
  const edges: Edge[] = [];
  for (const group of grouped(known, ({ fact, place, day }) => (day === null || place === "" ? null : `${fact.type}|${day}|${place}`))) {
    edges.push(...edgesWhere(group.length, (a, b) => samePeople(known[group[a] ?? 0], known[group[b] ?? 0])).map(mapped(group)));
  }
  for (const group of grouped(known, ({ fact }) => (fact.wording === null ? null : `${fact.type}|${fact.wording}`))) {
    edges.push(...edgesWhere(group.length, (a, b) => copied(known[group[a] ?? 0], known[group[b] ?? 0])).map(mapped(group)));
  }
  const singles = known.map((_, index) => [index]);
  const once = new Map(edges.map(([a, b]) => [`${a},${b}`, [a, b] as Edge]));
  return joinClusters(singles, [...once.values()])
    .map((cluster) => cluster.flatMap((index) => known[index]?.fact ?? []).sort(compareFacts))
    .sort((a, b) => (a[0] && b[0] ? compareFacts(a[0], b[0]) : 0));
}

function mapped(group: readonly number[]): (edge: Edge) => Edge {
  return ([a, b]) => [group[a] ?? 0, group[b] ?? 0];
}

function grouped(known: readonly Known[], keyOf: (known: Known) => string | null): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  known.forEach((each, index) => {
    const key = keyOf(each);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function canonicalNames(facts: readonly EventFact[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { who } of facts) for (const { name } of who) counts.set(name, (counts.get(name) ?? 0) + 1);
  const groups = joinNames([...counts].map(([form, count]) => ({ form, count, hint: null })));
  return new Map(groups.flatMap(({ name, forms }) => forms.map((form) => [form, fold(name)] as const)));
}

/** Those it was done to agree or are unsaid in both; those who did it agree or are unsaid in one: many texts leave out the agent. */
function samePeople(a: Known | undefined, b: Known | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const shared = (x: readonly string[], y: readonly string[]): boolean => x.some((name) => y.includes(name));
  const patients = a.patients.length === 0 && b.patients.length === 0 ? true : shared(a.patients, b.patients);
  const agents = a.agents.length === 0 || b.agents.length === 0 ? true : shared(a.agents, b.agents);
  return patients && agents;
}

/** The same words in two documents. Within one document the same words can tell of two things. */
function copied(a: Known | undefined, b: Known | undefined): boolean {
  return a !== undefined && b !== undefined && a.fact.source !== b.fact.source && a.fact.when === b.fact.when;
}

/**
 * How the record stands to an event. `contested`: some say so and somebody who is not accused in it denies it; `only-denied`: nobody says so;
 * `unknown`: all that is said is that it is not known. Otherwise by the number of origins that say so.
 */
export function standingOf(facts: readonly EventFact[]): Standing {
  const asserted = facts.filter((fact) => !isDenial(fact));
  if (asserted.length === 0) return "only-denied";
  const accused = new Set(facts.flatMap(accusedIn));
  const byAccused = accusedVoices(facts, accused);
  if (facts.some((fact) => isDenial(fact) && !byAccused.has(fact.id))) return "contested";
  if (asserted.every(({ certainty }) => certainty === "unknown")) return "unknown";
  return originsOf(asserted).length > 1 ? "several-origins" : "one-origin";
}

/** Who a claim accuses: those named as accused, and the agents of what the speaker only accuses or suspects them of. */
function accusedIn({ who, voices }: EventFact): readonly string[] {
  const stance = voices.at(-1)?.stance;
  const accusing = stance === "accuses" || stance === "suspects";
  return who.filter(({ role }) => role === "accused" || (accusing && role === "agent")).map(({ name }) => name);
}

function accusedVoices(facts: readonly EventFact[], accused: ReadonlySet<string>): ReadonlySet<string> {
  const speakers = facts.flatMap((fact) => {
    const name = fact.voices.at(-1)?.name ?? null;
    return name === null ? [] : [{ id: fact.id, name }];
  });
  const forms = [...new Set([...accused, ...speakers.map(({ name }) => name)])];
  const groups = joinNames(forms.map((form) => ({ form, count: 1, hint: null })));
  const theirs = new Set(groups.filter(({ forms: all }) => all.some((form) => accused.has(form))).flatMap(({ forms: all }) => all));
  return new Set(speakers.filter(({ name }) => theirs.has(name)).map(({ id }) => id));
}
