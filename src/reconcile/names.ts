/**
 * Which names are one: the same string, or a clear part of one. Only within a script. A short name that could stand for two people joins
 * neither, and the reason says so.
 */
import { byUnits, fold } from "./folding.ts";
import type { Being, Name } from "./name.ts";
import { isShorterFormOf, nameOf, surnameOf } from "./name.ts";

/** A form as met, how often, and what the context says it names. */
export interface NameUse {
  readonly form: string;
  readonly count: number;
  readonly hint: Being | null;
}

/** The text writes "long (short)". */
export interface Expansion {
  readonly long: string;
  readonly short: string;
}

export interface NameGroup {
  /** The fullest form. */
  readonly name: string;
  /** `nameOf(form, hint).key` of every use in the group, sorted. */
  readonly keys: readonly string[];
  /** Sorted by UTF-16 code units. */
  readonly forms: readonly string[];
  readonly being: Being;
  /** Why these forms are taken for one, or why a likely one is not among them. Plain sentences, sorted. */
  readonly reasons: readonly string[];
}

interface Node {
  readonly key: string;
  readonly uses: NameUse[];
  readonly names: Name[];
  being: Being;
}

class Groups {
  readonly #parent = new Map<string, string>();
  readonly #reasons: { readonly key: string; readonly reason: string }[] = [];

  find(key: string): string {
    let at = key;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up;
    return at;
  }

  join(a: string, b: string, reason: string): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left !== right) this.#parent.set(left < right ? right : left, left < right ? left : right);
    this.note(a, reason);
  }

  note(key: string, reason: string): void {
    this.#reasons.push({ key, reason });
  }

  /** Every reason by the root that it belongs to. */
  reasons(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, Set<string>>();
    for (const { key, reason } of this.#reasons) {
      const root = this.find(key);
      found.set(root, (found.get(root) ?? new Set()).add(reason));
    }
    return new Map([...found].map(([root, set]) => [root, [...set].sort(byUnits)]));
  }
}

const quoted = (text: string): string => `“${text}”`;

/** Joins the forms into groups, sorted by name. The order of the input does not matter. */
export function joinNames(uses: readonly NameUse[], expansions: readonly Expansion[] = []): readonly NameGroup[] {
  const nodes = nodesOf(uses);
  const groups = new Groups();
  joinSpellings(nodes, groups);
  joinAcronyms(nodes, expansions, groups);
  joinFullNames(nodes, groups);
  joinSurnames(nodes, groups);
  return groupsOf(nodes, groups);
}

/** One node for one key; what it is a name of goes by most uses. */
function nodesOf(uses: readonly NameUse[]): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const use of [...uses].sort((a, b) => byUnits(a.form, b.form) || byUnits(a.hint ?? "", b.hint ?? ""))) {
    const name = nameOf(use.form, use.hint);
    if (name.key === "") continue;
    const node = nodes.get(name.key);
    if (node === undefined) nodes.set(name.key, { key: name.key, uses: [use], names: [name], being: name.being });
    else {
      node.uses.push(use);
      node.names.push(name);
    }
  }
  for (const node of nodes.values()) node.being = mostUsed(node);
  return new Map([...nodes].sort(([a], [b]) => byUnits(a, b)));
}

function mostUsed(node: Node): Being {
  const counts = new Map<Being, number>();
  node.names.forEach((name, index) => counts.set(name.being, (counts.get(name.being) ?? 0) + (node.uses[index]?.count ?? 0)));
  return [...counts].sort(([a, x], [b, y]) => y - x || byUnits(b, a))[0]?.[0] ?? "group";
}

function joinSpellings(nodes: ReadonlyMap<string, Node>, groups: Groups): void {
  for (const node of nodes.values()) {
    const forms = [...new Set(node.uses.map((use) => use.form))];
    const [first = "", ...others] = forms;
    for (const other of others)
      groups.note(node.key, `${quoted(first)} and ${quoted(other)} are the same name but for case, article, title or sign.`);
  }
}

/** "National Audit Board (NAB)" and "NAB". An acronym written out in two ways joins neither. */
function joinAcronyms(nodes: ReadonlyMap<string, Node>, expansions: readonly Expansion[], groups: Groups): void {
  const longs = new Map<string, Map<string, string>>();
  const learn = (short: string, key: string, shown: string): void => {
    const known = longs.get(short) ?? new Map<string, string>();
    const before = known.get(key);
    longs.set(short, known.set(key, before === undefined || byUnits(shown, before) < 0 ? shown : before));
  };
  for (const node of nodes.values()) {
    for (const name of node.names) if (name.acronym !== null && name.acronym !== node.key) learn(name.acronym, node.key, name.form);
  }
  for (const { long, short } of expansions) {
    const name = nameOf(long, "organisation");
    if (nodes.has(name.key) && name.key !== fold(short)) learn(fold(short), name.key, `${long} (${short})`);
  }
  for (const [short, known] of longs) {
    const node = nodes.get(short);
    if (node === undefined) continue;
    const form = node.uses[0]?.form ?? short;
    if (known.size > 1) {
      const list = [...known.values()].sort(byUnits).map(quoted).join(" and ");
      groups.note(short, `${quoted(form)} is written out in more than one way, as ${list}: joined with none.`);
      continue;
    }
    for (const [key, shown] of known) groups.join(short, key, `A text writes ${quoted(shown)}, so ${quoted(form)} is that body.`);
  }
}

function people(nodes: ReadonlyMap<string, Node>): readonly { readonly node: Node; readonly name: Name }[] {
  return [...nodes.values()].flatMap((node) => {
    const name = node.being === "person" ? node.names.find(({ being }) => being === "person") : undefined;
    return name === undefined ? [] : [{ node, name }];
  });
}

/** "Dana Orlen" and "Dana K. Orlen" or "D. Orlen"; the same words in another order. */
function joinFullNames(nodes: ReadonlyMap<string, Node>, groups: Groups): void {
  const full = people(nodes).filter(({ name }) => name.words.length > 1);
  const bySurname = new Map<string, { readonly node: Node; readonly name: Name }[]>();
  const byWords = new Map<string, Node>();
  for (const person of full) {
    const surname = surnameOf(person.name) ?? "";
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
    const sorted = [...person.name.words].sort(byUnits).join(" ");
    const other = byWords.get(sorted);
    if (other === undefined) byWords.set(sorted, person.node);
    else groups.join(other.key, person.node.key, `${shown(other)} and ${shown(person.node)} are the same words in another order.`);
  }
  for (const family of bySurname.values()) {
    for (const short of family) {
      const longer = family.filter((long) => isShorterFormOf(short.name, long.name));
      const agree = longer.every((a) => longer.every((b) => a === b || isShorterFormOf(a.name, b.name) || isShorterFormOf(b.name, a.name)));
      if (!agree)
        groups.note(
          short.node.key,
          ambiguous(
            short.node,
            longer.map(({ node }) => node),
          ),
        );
      else
        for (const long of longer)
          groups.join(short.node.key, long.node.key, `${shown(short.node)} is a shorter form of ${shown(long.node)}.`);
    }
  }
}

/** "Orlen" and the only full name that ends in it. */
function joinSurnames(nodes: ReadonlyMap<string, Node>, groups: Groups): void {
  const bearers = new Map<string, Node[]>();
  for (const { node, name } of people(nodes)) {
    const surname = surnameOf(name);
    if (surname !== null) bearers.set(surname, [...(bearers.get(surname) ?? []), node]);
  }
  for (const { node, name } of people(nodes)) {
    if (name.words.length !== 1) continue;
    const candidates = bearers.get(name.key) ?? [];
    const roots = new Set(candidates.map(({ key }) => groups.find(key)));
    if (roots.size > 1) groups.note(node.key, ambiguous(node, candidates));
    const [only] = candidates;
    if (roots.size === 1 && only !== undefined) {
      groups.join(node.key, only.key, `${shown(node)} is the surname of ${shown(only)}, and of nobody else named in full.`);
    }
  }
}

function ambiguous(node: Node, candidates: readonly Node[]): string {
  const list = candidates.map(shown).sort(byUnits).join(" or ");
  return `${shown(node)} could be ${list}: joined with none.`;
}

function shown(node: Node): string {
  return quoted(node.uses[0]?.form ?? node.key);
}

function groupsOf(nodes: ReadonlyMap<string, Node>, groups: Groups): readonly NameGroup[] {
  const byRoot = new Map<string, Node[]>();
  for (const node of nodes.values()) byRoot.set(groups.find(node.key), [...(byRoot.get(groups.find(node.key)) ?? []), node]);
  const reasons = groups.reasons();
  return [...byRoot]
    .map(([root, members]): NameGroup => {
      const names = members.flatMap((node) => node.names.map((name, index) => ({ name, count: node.uses[index]?.count ?? 0 })));
      const fullest = [...names].sort(
        (a, b) =>
          b.name.words.length - a.name.words.length ||
          fullness(b.name) - fullness(a.name) ||
          b.count - a.count ||
          a.name.form.length - b.name.form.length ||
          byUnits(a.name.form, b.name.form),
      )[0];
      const beings = new Set(members.map(({ being }) => being));
      return {
        name: fullest?.name.form ?? root,
        keys: members.map(({ key }) => key).sort(byUnits),
        forms: [...new Set(names.map(({ name }) => name.form))].sort(byUnits),
        being: beings.has("organisation") ? "organisation" : beings.has("person") ? "person" : "group",
        reasons: reasons.get(root) ?? [],
      };
    })
    .sort((a, b) => byUnits(a.name, b.name));
}

/** Letters in the compared words: "Dana Orlen" before "D. Orlen". */
function fullness(name: Name): number {
  return name.key.length;
}
