/**
 * Which documents go back to one another, and for which of their claims. Four grounds, each with its reason in words: people say so; one house or one
 * writer; the same text; the same report told again. No ground is ever taken for proof that two documents are independent.
 */
import type { Id } from "../../model/ids.ts";
import type { Joining } from "../links.ts";
import { nothingSaid } from "../links.ts";
import { byUnits } from "../folding.ts";
import { outletKey, outletNamed } from "./outlets.ts";
import type { Retelling } from "./retold.ts";
import { retellingOf } from "./retold.ts";
import type { Sketch } from "./sketch.ts";

/** A claim as far as its document goes. */
export interface Placed {
  readonly id: Id;
  readonly source: Id;
  /** UTF-16 code units into the text layer. */
  readonly start: number;
}

/** Why two claims of two documents go back to one, in a sentence. */
export interface Tie<Fact extends Placed> {
  readonly a: Fact;
  readonly b: Fact;
  /** `words`: these very words stand in both documents; `report`: the report around them does; `word`: a person says so. */
  readonly ground: "words" | "report" | "house" | "word";
  readonly reason: string;
}

export interface Kinship {
  /** The outlet whose report a claim without a named speaker is, when the document credits one; else null. */
  creditOf(fact: Placed): { readonly outlet: string; readonly reason: string } | null;
  /** Every two claims that go back to one. `facts` in document order; what comes later derives from what comes earlier. */
  ties<Fact extends Placed>(facts: readonly Fact[]): readonly Tie<Fact>[];
  /** True when people say of these two documents that neither derives from the other. */
  apart(a: Id, b: Id): boolean;
  /** True of a name that a document of the case is published under, or that the list of outlets has. */
  isOutlet(name: string): boolean;
}

/** How far from a claim the words around it count as its own, UTF-16 code units. */
const NEAR = { before: 60, after: 130, retold: 160, cited: 170, copied: 45 };
/** Candidates are found by what they have in common; of a mark that very many documents share only the first holders are looked at. */
const MOST = { holders: 64, candidates: 32 };
const COPY = { marks: 2, share: 0.5 };

/** What was found out of two documents before, so that it is not found out again. */
export type Memory = Map<string, Related>;

/** `sketches` of the documents at hand; `derives` is what people say of who derives from whom, by source or by claim. */
export function kinshipOf(sketches: ReadonlyMap<Id, Sketch>, derives: Joining = nothingSaid, memory: Memory = new Map()): Kinship {
  const [together, apart] = [pairs(derives.together), pairs(derives.apart)];
  const publishers = new Set([...sketches.values()].flatMap(({ name }) => (name === null ? [] : [outletKey(name)])));
  const isOutlet = (name: string): boolean => outletNamed(name) !== null || publishers.has(outletKey(name));
  return {
    isOutlet,
    apart: (a, b) => apart.has(pairKey(a, b)),
    creditOf: (fact) => creditOf(fact, sketches.get(fact.source), isOutlet),
    ties: (facts) => [...tiesOf(facts, { sketches, together, apart, memory })].sort((x, y) => byUnits(x.reason, y.reason)),
  };
}

function pairs(list: Joining["together"]): ReadonlySet<string> {
  return new Set(list.map(([a, b]) => pairKey(a, b)));
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const nameOf = (sketch: Sketch | undefined, id: Id): string => sketch?.name ?? id;

function creditOf(fact: Placed, sketch: Sketch | undefined, isOutlet: Kinship["isOutlet"]): ReturnType<Kinship["creditOf"]> {
  if (sketch === undefined) return null;
  const own = sketch.name === null ? null : outletKey(sketch.name);
  const near = sketch.cited.filter(
    ({ outlet, start, end }) =>
      start < fact.start + NEAR.after && end > fact.start - NEAR.cited && isOutlet(outlet) && outletKey(outlet) !== own,
  );
  const distance = ({ start }: { readonly start: number }): number => Math.abs(start - fact.start);
  const [cited] = near.sort((a, b) => distance(a) - distance(b));
  const outlet = cited?.outlet ?? sketch.credit;
  if (outlet === null || outletKey(outlet) === own) return null;
  return { outlet, reason: `${nameOf(sketch, fact.source)} tells it on the word of ${outlet}.` };
}

interface Known {
  readonly sketches: ReadonlyMap<Id, Sketch>;
  readonly together: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  readonly memory: Memory;
}

function* tiesOf<Fact extends Placed>(facts: readonly Fact[], known: Known): Iterable<Tie<Fact>> {
  const bySource = Map.groupBy(facts, ({ source }) => source);
  const order = [...bySource.keys()];
  for (const [later, earlier] of candidates(order, known)) {
    if (known.apart.has(pairKey(later, earlier))) continue;
    const [theirs, ours] = [bySource.get(earlier) ?? [], bySource.get(later) ?? []];
    const tie = tieOf(earlier, later, known);
    for (const a of theirs) {
      for (const b of ours) {
        const ground = tie(a, b);
        if (ground !== null) yield { a, b, ...ground };
      }
    }
  }
  if (known.together.size > 0) yield* saidOfClaims(facts, known);
}

/** What people say of two claims, not of their documents. */
function* saidOfClaims<Fact extends Placed>(facts: readonly Fact[], { together }: Known): Iterable<Tie<Fact>> {
  const byId = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]));
  for (const pair of together) {
    const [a, b] = pair.split(" ").map((id) => byId.get(id));
    if (a !== undefined && b !== undefined)
      yield { a, b, ground: "word", reason: "A member of the team says that one derives from the other." };
  }
}

/** Pairs of documents that may have to do with each other: a later and an earlier one. */
function* candidates(order: readonly Id[], { sketches, together }: Known): Iterable<readonly [later: Id, earlier: Id]> {
  const place = new Map(order.map((id, at) => [id, at]));
  const linked = linkedTo(together);
  const holders = new Map<string, Id[]>();
  for (const later of order) {
    const shared = new Map<Id, number>();
    const own = traitsOf(sketches.get(later));
    for (const trait of own) for (const earlier of holders.get(trait) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
    const found = [...shared].sort(([a, x], [b, y]) => y - x || byUnits(a, b)).slice(0, MOST.candidates);
    const likely = new Set(found.map(([earlier]) => earlier));
    for (const other of linked.get(later) ?? []) if ((place.get(other) ?? Infinity) < (place.get(later) ?? 0)) likely.add(other);
    for (const earlier of likely) yield [later, earlier];
    for (const trait of own) {
      const list = holders.get(trait);
      if (list === undefined) holders.set(trait, [later]);
      else if (list.length < MOST.holders) list.push(later);
    }
  }
}

/** Of each id those that people link it with. */
function linkedTo(together: ReadonlySet<string>): ReadonlyMap<string, readonly Id[]> {
  const ends = [...together].map((pair) => pair.split(" ") as [Id, Id]);
  const both = ends.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]) as readonly (readonly [Id, Id])[];
  return new Map([...Map.groupBy(both, ([from]) => from)].map(([from, list]) => [from, list.map(([, to]) => to)]));
}

const traits = new WeakMap<Sketch, readonly string[]>();

/** What a document is found by. Worked out once a sketch: it is asked for in every tally and event that the document tells of. */
function traitsOf(sketch: Sketch | undefined): readonly string[] {
  if (sketch === undefined) return [];
  const known = traits.get(sketch);
  if (known !== undefined) return known;
  const own = [
    ...(sketch.house === null ? [] : [`h${sketch.house}`]),
    ...(sketch.author === null ? [] : [`w${sketch.author}`]),
    ...sketch.marks.map(({ hash }) => `m${hash}`),
    ...sketch.anchors.map(({ key }) => `a${key}`),
  ];
  const distinct = [...new Set(own)];
  traits.set(sketch, distinct);
  return distinct;
}

type Ground = Pick<Tie<Placed>, "ground" | "reason"> | null;

/** Why a claim of one document and one of another go back to one; null when nothing says so. */
type Related = (a: Placed, b: Placed) => Ground;

function tieOf(earlier: Id, later: Id, { sketches, together, memory }: Known): Related {
  const [from, to] = [sketches.get(earlier), sketches.get(later)];
  if (together.has(pairKey(earlier, later))) {
    const reason = `A member of the team says that ${nameOf(to, later)} derives from ${nameOf(from, earlier)}, or the other way round.`;
    return () => ({ ground: "word", reason });
  }
  if (from === undefined || to === undefined) return () => null;
  const key = `${earlier} ${later}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const related = relatedBy(from, to, nameOf(from, earlier), nameOf(to, later));
  memory.set(key, related);
  return related;
}

function relatedBy(from: Sketch, to: Sketch, fromName: string, toName: string): Related {
  const alike = sameHouse(from, to, fromName, toName);
  const shared = sharedMarks(from, to);
  const copy = copyOf(from, to, shared);
  const retold = retellingOf(besides(from, shared), besides(to, shared));
  return (a, b) => {
    if (copy?.(a, b) === true) return { ground: "words", reason: `${toName} has the words of ${fromName} around it.` };
    if (retold !== null && within(retold, a, b)) return { ground: "report", reason: toldAgain(retold, fromName, toName) };
    return alike;
  };
}

function sameHouse(from: Sketch, to: Sketch, fromName: string, toName: string): Ground {
  if (from.author !== null && from.author === to.author)
    return { ground: "house", reason: `${fromName} and ${toName} have it from one writer.` };
  if (from.house === null || from.house !== to.house || fromName === toName) return null;
  return { ground: "house", reason: `${fromName} and ${toName} are of one house.` };
}

function sharedMarks(from: Sketch, to: Sketch): ReadonlySet<number> {
  const there = new Set(from.marks.map(({ hash }) => hash));
  return new Set(to.marks.flatMap(({ hash }) => (there.has(hash) ? [hash] : [])));
}

/** The anchors outside of what the two have word for word: an article of a law that both quote is no report. */
function besides({ marks, anchors }: Sketch, shared: ReadonlySet<number>): Sketch["anchors"] {
  const copied = marks.filter(({ hash }) => shared.has(hash));
  return anchors.filter((anchor) => !copied.some(({ at }) => Math.abs(at - anchor.at) <= NEAR.copied));
}

/** Whether the words around two claims are the same words; null when the documents share too few. */
function copyOf(from: Sketch, to: Sketch, shared: ReadonlySet<number>): ((a: Placed, b: Placed) => boolean) | null {
  if (shared.size < COPY.marks) return null;
  const around = ({ marks }: Sketch, { start }: Placed): readonly number[] =>
    marks.filter(({ at }) => at >= start - NEAR.before && at <= start + NEAR.after).map(({ hash }) => hash);
  return (a, b) => {
    const [left, right] = [around(from, a), around(to, b)];
    const both = new Set(left.filter((hash) => right.includes(hash))).size;
    return both >= COPY.marks && both >= COPY.share * Math.min(left.length, right.length);
  };
}

function within({ a, b }: Retelling, first: Placed, second: Placed): boolean {
  const inside = (at: number, { start, end }: Retelling["a"]): boolean => at >= start - NEAR.retold && at <= end + NEAR.retold;
  return inside(first.start, a) && inside(second.start, b);
}

const MOST_NAMED = 5;

function toldAgain({ keys }: Retelling, fromName: string, toName: string): string {
  const numbers = keys.filter((key) => key.startsWith("#")).map((key) => key.slice(1));
  const names = keys.length - numbers.length;
  const listed = numbers.slice(0, MOST_NAMED).join(", ");
  return `${toName} tells what ${fromName} tells, in one order: ${listed}${numbers.length > MOST_NAMED ? " and more" : ""}${names === 0 ? "" : ` and ${names} of the same names`}.`;
}
