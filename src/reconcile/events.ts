/**
 * When two claims tell of the same event. Strong grounds only: the same type on the same day at the same place, by and to the same people;
 * or the same words with the same time and people: a long sentence, or a shorter one of one speaker. Everything else stays apart: joining too much hides deaths, joining too little only makes a longer list.
 */
import type { EventFact } from "./facts.ts";
import { compareFacts, isDenial } from "./facts.ts";
import { byUnits, fold } from "./folding.ts";
import { dayOf } from "./moments.ts";
import { isGeneric, nameOf } from "./name.ts";
import { joinNames } from "./names.ts";
import type { Kinship } from "./kin/kinship.ts";
import { originsOf, strangers } from "./origins.ts";
import { scopeOf } from "./scope.ts";
import type { Edge } from "./twins.ts";
import { edgesWhere, joinClusters } from "./twins.ts";

export type Standing = "one-origin" | "several-origins" | "contested" | "only-denied" | "unknown";

/** Claims that are alike in everything compared here, so that copies of one text cost as much as one of them. */
interface Cell {
  readonly facts: readonly EventFact[];
  /** Type, day and place; null when the day or the place is not precise enough to go by. */
  readonly spot: string | null;
  /** Type, time and wording; with the speaker when the words are few; null when they are too few even so. */
  readonly words: string | null;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
}

/** Claims of one day joined into events, each in document order, events by their first claim. The order of `facts` does not matter. */
export function joinEvents(facts: readonly EventFact[]): readonly (readonly EventFact[])[] {
  const cells = cellsOf([...facts].sort(compareFacts));
  const same = (a: number, b: number): boolean => samePeople(cells[a], cells[b]);
  const edges: Edge[] = [];
  let clusters: readonly (readonly number[])[] = cells.map((_, index) => [index]);
  const keys: readonly ((cell: Cell) => string | null)[] = [({ words }) => words, ({ spot }) => spot];
  for (const keyOf of keys) {
    edges.push(...edgesWithin(cells, keyOf, same));
    clusters = joinClusters(clusters, distinct(edges));
  }
  return clusters
    .map((cluster) => cluster.flatMap((index) => cells[index]?.facts ?? []).sort(compareFacts))
    .sort((a, b) => (a[0] && b[0] ? compareFacts(a[0], b[0]) : 0));
}

function cellsOf(facts: readonly EventFact[]): readonly Cell[] {
  const canonical = canonicalNames(facts);
  const cells = Map.groupBy(
    facts.map((fact) => {
      const named = (roles: readonly string[]): readonly string[] => {
        const met = fact.who.filter(({ role, name }) => roles.includes(role) && !isGeneric(name));
        return [...new Set(met.map(({ name }) => canonical.get(name) ?? fold(name)))].sort(byUnits);
      };
      const [day, { place }] = [dayOf(fact.when), scopeOf(fact)];
      const spot = day === null || place === "" ? null : JSON.stringify([fact.type, day, place]);
      const words = wordsOf(fact);
      return { fact, spot, words, agents: named(["agent", "accused"]), patients: named(["patient"]) };
    }),
    // With no ground to go by, a claim is not even the same as one that looks alike.
    ({ fact, ...rest }) => JSON.stringify([rest, rest.spot === null && rest.words === null ? fact.id : null]),
  );
  return [...cells.values()].flatMap((alike): Cell[] => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, facts: alike.map(({ fact }) => fact) }];
  });
}

/** Long wordings speak for themselves; shorter ones only as the words of one named speaker. */
function wordsOf({ type, when, wording, phrase, voices }: EventFact): string | null {
  if (wording !== null) return JSON.stringify([type, when, wording]);
  const speaker = voices.at(-1);
  if (phrase === null || speaker?.name == null || speaker.anonymous) return null;
  return JSON.stringify([type, when, phrase, nameOf(speaker.name).key]);
}

function edgesWithin(cells: readonly Cell[], keyOf: (cell: Cell) => string | null, same: (a: number, b: number) => boolean): Edge[] {
  const keys = cells.map(keyOf);
  return [...Map.groupBy(keys.keys(), (index) => keys[index] ?? null)].flatMap(([key, group]) => {
    if (key === null) return [];
    const at = (index: number): number => group[index] ?? 0;
    return edgesWhere(group.length, (a, b) => same(at(a), at(b))).map(([a, b]): Edge => [at(a), at(b)]);
  });
}

function distinct(edges: readonly Edge[]): readonly Edge[] {
  return [...new Map(edges.map((edge) => [edge.join(), edge])).values()];
}

function canonicalNames(facts: readonly EventFact[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { who } of facts) for (const { name } of who) counts.set(name, (counts.get(name) ?? 0) + 1);
  const groups = joinNames([...counts].map(([form, count]) => ({ form, count, hint: null })));
  return new Map(groups.flatMap(({ name, forms }) => forms.map((form) => [form, fold(name)] as const)));
}

/** Those it was done to agree or are unsaid in both; those who did it agree or are unsaid in one: many texts leave out the agent. */
function samePeople(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const shared = (x: readonly string[], y: readonly string[]): boolean => x.some((name) => y.includes(name));
  const patients = a.patients.length === 0 && b.patients.length === 0 ? true : shared(a.patients, b.patients);
  const agents = a.agents.length === 0 || b.agents.length === 0 ? true : shared(a.agents, b.agents);
  return patients && agents;
}

/**
 * How the record stands to an event. `contested`: some say so and somebody who is not accused in it denies it; `only-denied`: nobody says so;
 * `unknown`: all that is said is that it is not known. Otherwise by the number of origins that say so; `origins` are those of all the facts.
 */
export function standingOf(facts: readonly EventFact[], kinship: Kinship = strangers, origins = originsOf(facts, kinship)): Standing {
  const asserted = facts.filter((fact) => !isDenial(fact));
  if (asserted.length === 0) return "only-denied";
  const accused = new Set(facts.flatMap(accusedIn));
  const byAccused = accusedVoices(facts, accused);
  if (facts.some((fact) => isDenial(fact) && !byAccused.has(fact.id))) return "contested";
  if (asserted.every(({ certainty }) => certainty === "unknown")) return "unknown";
  // Nearly always nobody denies it, and the origins are known already.
  const among = asserted.length === facts.length ? origins : originsOf(asserted, kinship);
  return among.length > 1 ? "several-origins" : "one-origin";
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
