/**
 * Whose word a claim is in the end. First depth: the innermost named voice, else the document's publisher. Claims of one speaker are one
 * origin, and so are claims in the same words. Nothing here shows that two origins are independent: that is never more than not shown.
 */
import type { Id } from "../model/ids.ts";
import type { Fact } from "./facts.ts";
import { compareFacts } from "./facts.ts";
import { byUnits, fold } from "./folding.ts";
import { nameOf } from "./name.ts";
import { joinNames } from "./names.ts";

export interface Origin {
  readonly root: string;
  /** In document order. */
  readonly claims: readonly Id[];
  /** `dependent`: several claims fell together into this origin. */
  readonly independence: "established" | "not-shown" | "dependent";
  readonly reasons: readonly string[];
}

interface Heap {
  readonly root: string;
  readonly facts: Fact[];
  readonly reasons: Set<string>;
}

/** Who said it, as named: the innermost voice with a name; an unnamed witness is told apart by the document that heard them. */
function rootName(fact: Fact): { readonly name: string; readonly joins: boolean } {
  const voice = [...fact.voices].reverse().find(({ name }) => name !== null);
  if (voice?.name === undefined || voice.name === null) return { name: fact.home, joins: false };
  return voice.anonymous ? { name: `${voice.name} (${fact.home})`, joins: false } : { name: voice.name, joins: true };
}

/** The origins of these claims, in the order of their first claims. The order of `facts` does not matter. */
export function originsOf(facts: readonly Fact[]): readonly Origin[] {
  const sorted = [...facts].sort(compareFacts);
  const display = displayNames(sorted);
  const heaps = new Map<string, Heap>();
  for (const fact of sorted) {
    const { name, joins } = rootName(fact);
    const root = (joins ? display.get(name) : undefined) ?? name;
    const key = joins ? nameOf(root).key : fold(root);
    const heap = heaps.get(key);
    if (heap === undefined) heaps.set(key, { root, facts: [fact], reasons: new Set() });
    else heap.facts.push(fact);
  }
  for (const heap of heaps.values()) {
    if (heap.facts.length < 2) continue;
    const documents = new Set(heap.facts.map(({ source }) => source)).size;
    heap.reasons.add(
      documents > 1
        ? `${documents} documents carry the word of ${heap.root}.`
        : `One document gives the word of ${heap.root} more than once.`,
    );
  }
  return joinWordings([...heaps.values()]).map(({ root, facts: members, reasons }) => ({
    root,
    claims: members.map(({ id }) => id),
    independence: members.length > 1 ? "dependent" : "not-shown",
    reasons: [...reasons].sort(byUnits),
  }));
}

/** Root of every claim. */
export function rootsOf(facts: readonly Fact[]): ReadonlyMap<Id, string> {
  return new Map(originsOf(facts).flatMap(({ root, claims }) => claims.map((id) => [id, root] as const)));
}

function displayNames(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const { name, joins } = rootName(fact);
    if (joins) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const groups = joinNames([...counts].map(([form, count]) => ({ form, count, hint: null })));
  return new Map(groups.flatMap((group) => group.forms.map((form) => [form, group.name] as const)));
}

/** Heaps that share a wording across documents become one; the earliest publication gives it its name. */
function joinWordings(heaps: readonly Heap[]): readonly Heap[] {
  const parent = heaps.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    return at;
  };
  const first = new Map<string, { readonly heap: number; readonly fact: Fact }>();
  const reasons: { readonly heap: number; readonly reason: string }[] = [];
  heaps.forEach((heap, index) => {
    for (const fact of heap.facts) {
      if (fact.wording === null) continue;
      const earlier = first.get(fact.wording);
      if (earlier === undefined) first.set(fact.wording, { heap: index, fact });
      else if (earlier.fact.source !== fact.source) {
        const [a, b] = [find(earlier.heap), find(index)];
        parent[Math.max(a, b)] = Math.min(a, b);
        const homes = [...new Set([earlier.fact.home, fact.home])].sort(byUnits);
        const where = homes.length === 1 ? `Two documents of ${homes[0] ?? ""} have` : `${homes.join(" and ")} have`;
        reasons.push({ heap: index, reason: `${where} the same sentence word for word.` });
      }
    }
  });
  const joined = new Map<number, Heap>();
  heaps.forEach((heap, index) => {
    const root = find(index);
    const into = joined.get(root);
    if (into === undefined) joined.set(root, { root: heap.root, facts: [...heap.facts], reasons: new Set(heap.reasons) });
    else {
      into.facts.push(...heap.facts);
      for (const reason of heap.reasons) into.reasons.add(reason);
    }
  });
  for (const { heap, reason } of reasons) joined.get(find(heap))?.reasons.add(reason);
  const all = [...joined.values()];
  for (const heap of all) heap.facts.sort(compareFacts);
  return all.sort((a, b) => (a.facts[0] && b.facts[0] ? compareFacts(a.facts[0], b.facts[0]) : 0));
}
