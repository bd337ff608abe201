/**
 * Whose word a claim is in the end: the innermost named voice, else the outlet that the document credits, else its publisher. Claims of one speaker
 * are one origin; so are claims in the same words, and claims of documents that go back to one another (kin/kinship.ts). Nothing here shows that two
 * origins are independent: that only people say.
 */
import type { Id } from "../model/ids.ts";
import type { Fact } from "./facts.ts";
import { compareFacts } from "./facts.ts";
import { byUnits, fold } from "./folding.ts";
import type { Kinship, Tie } from "./kin/kinship.ts";
import { kinshipOf } from "./kin/kinship.ts";
import { isStaff, outletKey } from "./kin/outlets.ts";
import { mayBeOne } from "./kin/skeleton.ts";
import { nameOf } from "./name.ts";
import { joinNames } from "./names.ts";

export interface Origin {
  readonly root: string;
  /** In document order. */
  readonly claims: readonly Id[];
  /**
   * `dependent`: several claims fell together into this origin. `established`: one claim, and people say of its document and of that of every
   * other origin that neither derives from the other.
   */
  readonly independence: "established" | "not-shown" | "dependent";
  readonly reasons: readonly string[];
}

/** Where nothing is known of documents but their claims. */
export const strangers = kinshipOf(new Map());

/** A claim with whose word it is. */
interface Rooted {
  readonly fact: Fact;
  /** As shown. */
  readonly root: string;
  /** Equal for claims of one speaker. */
  readonly key: string;
  /** A speaker with a name: not to be taken for another one because their documents are alike. */
  readonly named: boolean;
  /** Why it is their word, where that is not plain. */
  readonly reason: string | null;
}

/** The origins of these claims, in the order of their first claims. The order of `facts` does not matter. */
export function originsOf(facts: readonly Fact[], kinship: Kinship = strangers): readonly Origin[] {
  const sorted = [...facts].sort(compareFacts);
  const display = displayNames(sorted);
  const rooted = sorted.map((fact) => rootedOf(fact, display, kinship));
  const ties = kinship.ties(sorted);
  const groups = joined(rooted, ties);
  const sources = groups.map((group) => group.members.map(({ fact }) => fact.source));
  return groups.map(({ members, reasons }, at) => ({
    root: members[0]?.root ?? "",
    claims: members.map(({ fact }) => fact.id),
    independence: members.length > 1 ? "dependent" : isApart(sources, at, kinship) ? "established" : "not-shown",
    reasons: [...new Set([...reasons, ...carried(members, ties)])].sort(byUnits),
  }));
}

/** Root of every claim. */
export function rootsOf(facts: readonly Fact[], kinship: Kinship = strangers): ReadonlyMap<Id, string> {
  return new Map(originsOf(facts, kinship).flatMap(({ root, claims }) => claims.map((id) => [id, root] as const)));
}

/** An unnamed witness is told apart by whoever heard them: an outlet that the document names, else its publisher. */
function rootedOf(fact: Fact, display: ReadonlyMap<string, string>, kinship: Kinship): Rooted {
  const voices = fact.voices.flatMap(({ name, anonymous, party, body }) =>
    name === null || isStaff(name) ? [] : [{ name, anonymous, party, body }],
  );
  const voice = voices.at(-1);
  const credit = kinship.creditOf(fact);
  if (voice !== undefined && voice.body !== null) {
    const { name: root, reason } = voice.body;
    return { fact, root, key: nameOf(root).key, named: true, reason: fold(root) === fold(voice.name) ? null : reason };
  }
  if (voice !== undefined && !voice.anonymous) {
    const root = display.get(voice.name) ?? voice.name;
    // "Ford" where the text has "The Ford Echo reported".
    const whole = credit !== null && ` ${fold(credit.outlet)} `.includes(` ${fold(root)} `) ? credit.outlet : root;
    return { fact, root: whole, key: kinship.isOutlet(whole) ? outletKey(whole) : nameOf(whole).key, named: true, reason: null };
  }
  const heard = voices.slice(0, -1).findLast(({ party }) => party === "media")?.name;
  const home = heard ?? credit?.outlet ?? fact.home;
  const reason = heard === undefined ? (credit?.reason ?? null) : null;
  if (voice === undefined && home === fact.home && fact.homeBody !== null) {
    const { name: root } = fact.homeBody;
    return { fact, root, key: nameOf(root).key, named: true, reason: fact.homeBody.reason };
  }
  if (voice === undefined) return { fact, root: home, key: outletKey(home), named: false, reason };
  const root = `${voice.name} (${home})`;
  return { fact, root, key: fold(root), named: false, reason };
}

function displayNames(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { voices } of facts) {
    const voice = voices.findLast(({ name }) => name !== null);
    if (voice?.name != null && !voice.anonymous) counts.set(voice.name, (counts.get(voice.name) ?? 0) + 1);
  }
  const groups = joinNames([...counts].map(([form, count]) => ({ form, count, hint: null })));
  return new Map(groups.flatMap((group) => group.forms.map((form) => [form, group.name] as const)));
}

interface Group {
  readonly members: readonly Rooted[];
  readonly reasons: readonly string[];
}

/** Claims of one speaker together; then those groups of which two claims are in the same words, or of documents that go back to one another. */
function joined(rooted: readonly Rooted[], ties: readonly Tie<Fact>[]): readonly Group[] {
  const place = new Map(rooted.map(({ fact }, at) => [fact.id, at]));
  const parent = rooted.map((_, at) => at);
  const reasons: { readonly at: number; readonly reason: string }[] = [];
  const find = (from: number): number => {
    let at = from;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    parent[from] = at;
    return at;
  };
  const join = (a: number, b: number, reason: string | null): void => {
    const [left, right] = [find(a), find(b)];
    parent[Math.max(left, right)] = Math.min(left, right);
    if (reason !== null) reasons.push({ at: a, reason });
  };
  const first = new Map<string, number>();
  rooted.forEach(({ key, reason }, at) => {
    join(at, first.get(key) ?? at, reason);
    if (!first.has(key)) first.set(key, at);
  });
  for (const [a, b, reason] of sameWords(rooted)) join(a, b, reason);
  for (const tie of closest(ties, (fact) => rooted[place.get(fact.id) ?? -1])) {
    join(place.get(tie.a.id) ?? 0, place.get(tie.b.id) ?? 0, tie.reason);
  }
  const members = Map.groupBy(rooted.keys(), find);
  const why = Map.groupBy(reasons, ({ at }) => find(at));
  return [...members].map(([root, list]) => ({
    members: list.map((at) => rooted[at]).filter((each) => each !== undefined),
    reasons: (why.get(root) ?? []).map(({ reason }) => reason),
  }));
}

/** Claims of different documents in the same eight words or more, each with the first that has them. */
function* sameWords(rooted: readonly Rooted[]): Iterable<readonly [number, number, string]> {
  const first = new Map<string, number>();
  for (const [at, { fact }] of rooted.entries()) {
    if (fact.wording === null) continue;
    const before = first.get(fact.wording);
    const earlier = before === undefined ? undefined : rooted[before]?.fact;
    if (before === undefined || earlier === undefined) first.set(fact.wording, at);
    else if (earlier.source !== fact.source) {
      const homes = [...new Set([earlier.home, fact.home])].sort(byUnits);
      const where = homes.length === 1 ? `Two documents of ${homes[0] ?? ""} have` : `${homes.join(" and ")} have`;
      yield [before, at, `${where} the same sentence word for word.`];
    }
  }
}

/**
 * The ties that join whose word it is. Two named speakers stay two, whatever their documents share, unless the very words are the same. Where a claim
 * without a name fits several of one document that are of several speakers, it is the word of none of them.
 */
function* closest(ties: readonly Tie<Fact>[], rootOf: (fact: Fact) => Rooted | undefined): Iterable<Tie<Fact>> {
  const loose = new Map<string, Tie<Fact>[]>();
  for (const tie of ties) {
    const [a, b] = [rootOf(tie.a), rootOf(tie.b)];
    if (a === undefined || b === undefined) continue;
    const sameSpeaker = a.key === b.key || (tie.ground !== "house" && mayBeOne(a.root, b.root));
    const sameSaying = tie.a.phrase !== null && tie.a.phrase === tie.b.phrase;
    if (sameSpeaker || sameSaying || (tie.ground === "word" && !(a.named && b.named)) || (!a.named && !b.named)) yield tie;
    else if (!(a.named && b.named)) {
      const [unnamed, other] = a.named ? [tie.b, tie.a] : [tie.a, tie.b];
      const key = `${unnamed.id} ${other.source}`;
      loose.set(key, [...(loose.get(key) ?? []), tie]);
    }
  }
  for (const list of loose.values()) {
    const speakers = new Set(list.map((tie) => (rootOf(tie.a)?.named === true ? rootOf(tie.a)?.key : rootOf(tie.b)?.key)));
    if (speakers.size === 1) yield* list;
  }
}

/** How many tell of the word of one speaker: the documents, and how many of those are not shown to go back to one another. */
function carried(members: readonly Rooted[], ties: readonly Tie<Fact>[]): readonly string[] {
  const [first] = members;
  if (first === undefined || members.length < 2) return [];
  const sources = [...new Set(members.map(({ fact }) => fact.source))];
  if (sources.length === 1) return [`One document gives the word of ${first.root} more than once.`];
  const speakers = members.filter(({ key }) => key === first.key);
  const telling = new Set(speakers.map(({ fact }) => fact.source));
  if (telling.size < 2) return [];
  const lines = [`${telling.size} documents carry the word of ${first.root}.`];
  const apart = groupsOf([...telling], ties);
  if (first.named && apart > 1)
    lines.push(`That ${first.root} says so is told by ${apart} of them that are not shown to go back to one another.`);
  return lines;
}

function groupsOf(sources: readonly Id[], ties: readonly Tie<Fact>[]): number {
  const parent = new Map(sources.map((id) => [id, id]));
  const find = (from: Id): Id => {
    let at = from;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    return at;
  };
  for (const { a, b } of ties) if (parent.has(a.source) && parent.has(b.source)) parent.set(find(b.source), find(a.source));
  return new Set(sources.map(find)).size;
}

function isApart(sources: readonly (readonly Id[])[], at: number, kinship: Kinship): boolean {
  const own = sources[at] ?? [];
  const others = sources.filter((_, other) => other !== at).flat();
  return others.length > 0 && own.every((a) => others.every((b) => kinship.apart(a, b)));
}
