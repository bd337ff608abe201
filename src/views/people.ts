/** Persons, organisations and groups: one a row, by number of claims, then by name. */
import type { Id } from "../model/ids.ts";
import { roles } from "../model/words.ts";
import { byUnits } from "../reconcile/folding.ts";
import { nameOf } from "../reconcile/name.ts";
import type { Expansion, NameGroup, NameUse } from "../reconcile/names.ts";
import { joinNames } from "../reconcile/names.ts";
import { bucketsIn, under } from "./buckets.ts";
import { derivedId } from "./derived.ts";
import type { Naming } from "./mentions.ts";
import { fileExpansions, fileNamings } from "./mentions.ts";
import type { NameForm, PersonRow } from "../model/rows.ts";
import { joiningOf, mentionKey } from "./heard.ts";
import type { Joining } from "../reconcile/links.ts";
import { rejoined } from "../reconcile/links.ts";
import type { Rows, View } from "./view.ts";

const NAMES = "n\t";
const EXPANSIONS = "x\t";
const printOrder: readonly string[] = ["voice", ...roles, "relation"];

function compareNamings(a: Naming, b: Naming): number {
  return (
    byUnits(a.published ?? "\uffff", b.published ?? "\uffff") ||
    byUnits(a.source, b.source) ||
    a.start - b.start ||
    a.end - b.end ||
    byUnits(a.claim, b.claim) ||
    byUnits(a.role, b.role)
  );
}

/** What the first pass keeps of every name: its forms, and how many claims have it. */
interface Counted {
  readonly uses: readonly NameUse[];
  readonly claims: number;
}

async function countNames(rows: Rows, met: (naming: Naming, key: string) => void): Promise<ReadonlyMap<string, Counted>> {
  const counted = new Map<string, Counted>();
  for await (const [key, namings] of bucketsIn<Naming>(rows, NAMES)) {
    const uses = new Map<string, NameUse>();
    for (const naming of namings) {
      met(naming, key);
      const { form, hint } = naming;
      const use = `${form}\t${hint ?? ""}`;
      uses.set(use, { form, hint, count: (uses.get(use)?.count ?? 0) + 1 });
    }
    counted.set(key, { uses: [...uses.values()], claims: new Set(namings.map(({ claim }) => claim)).size });
  }
  return counted;
}

async function collect<T>(rows: Rows, prefix: string): Promise<T[]> {
  const all: T[] = [];
  for await (const [, digests] of bucketsIn<T>(rows, prefix)) all.push(...digests);
  return all;
}

function rowOf(group: NameGroup, namings: readonly Naming[]): PersonRow {
  const sorted = [...namings].sort(compareNamings);
  const [first] = sorted;
  const forms = new Map<string, NameForm>();
  const relations = new Map<string, PersonRow["relations"][number]>();
  for (const { form, hint, source, start, end, relation, claim } of sorted) {
    if (!forms.has(form)) forms.set(form, { form, script: nameOf(form, hint).script, source, start, end });
    if (relation !== null) relations.set(`${relation.type}\t${relation.to}\t${claim}`, { ...relation, claim });
  }
  const claims: Id[] = [...new Set(sorted.map(({ claim }) => claim))];
  const said = new Set(sorted.map(({ role }) => role));
  return {
    id: derivedId(first?.claim ?? "sha256:0", `${String(first?.start)} ${group.keys.join(" ")}`),
    name: group.name,
    names: [...forms.values()],
    kind: group.being,
    roles: printOrder.filter((role) => said.has(role)),
    relations: [...relations].sort(([a], [b]) => byUnits(a, b)).map(([, relation]) => relation),
    claims,
    reasons: group.reasons,
  };
}

async function namingsOfGroup(rows: Rows, group: NameGroup): Promise<readonly Naming[]> {
  const namings: Naming[] = [];
  for (const key of group.keys) namings.push(...(await collect<Naming>(rows, `${NAMES}${key}\t`)));
  return namings;
}

function byClaims(a: PersonRow, b: PersonRow): number {
  return b.claims.length - a.claims.length || byUnits(a.name, b.name) || byUnits(a.id, b.id);
}

/** The groups as people link and unlink their names. Two who bear one name in one spelling stay one row: the name tells them apart nowhere. */
function linkedGroups(
  groups: readonly NameGroup[],
  joining: Joining,
  keys: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, Counted>,
): readonly NameGroup[] {
  const named = (pairs: Joining["together"]): Joining["together"] =>
    pairs.flatMap(([a, b]) => {
      const [left, right] = [keys.get(a), keys.get(b)];
      return left === undefined || right === undefined || left === right ? [] : [[left, right] as const];
    });
  const said: Joining = { together: named(joining.together), apart: named(joining.apart) };
  if (said.together.length === 0 && said.apart.length === 0) return groups;
  const of = new Map(groups.flatMap((group) => group.keys.map((key) => [key, group] as const)));
  return rejoined(
    groups.map((group) => group.keys),
    (key) => key,
    said,
  ).flatMap((own) => {
    const before = [...new Set(own.flatMap((key) => of.get(key) ?? []))];
    const [first] = before;
    if (first === undefined) return [];
    if (before.length === 1 && first.keys.length === own.length) return [first];
    const forms = [...new Set(own.flatMap((key) => (counted.get(key)?.uses ?? []).map(({ form }) => form)))].sort(byUnits);
    const name =
      before.map((group) => group.name).find((each) => forms.includes(each)) ?? [...forms].sort((a, b) => b.length - a.length)[0];
    const reason = before.length > 1 ? "People say that these names are one." : "People say that another of these names is somebody else.";
    return [{ ...first, name: name ?? first.name, keys: [...own].sort(byUnits), forms, reasons: [reason] }];
  });
}

export const people: View<PersonRow> = {
  name: "people",
  version: 2,
  *file(entry) {
    yield* under(NAMES, fileNamings(entry));
    yield* under(EXPANSIONS, fileExpansions(entry));
  },
  async *list(rows, of) {
    const joining = await joiningOf(of, "same-person");
    const linked = new Set([...joining.together, ...joining.apart].flat());
    const keys = new Map<string, string>();
    const counted = await countNames(rows, ({ source, start, end }, key) => {
      const at = mentionKey(source, start, end);
      if (linked.has(at)) keys.set(at, key);
    });
    const groups = linkedGroups(
      joinNames(
        [...counted.values()].flatMap(({ uses }) => uses),
        await collect<Expansion>(rows, EXPANSIONS),
      ),
      joining,
      keys,
      counted,
    );
    const most = (group: NameGroup): number => group.keys.reduce((total, key) => total + (counted.get(key)?.claims ?? 0), 0);
    const ranked = groups.map((group) => ({ group, most: most(group) })).sort((a, b) => b.most - a.most);
    // One claim can hold two forms of a name, so `most` only bounds the count: a row waits until no later one can come before it.
    let waiting: PersonRow[] = [];
    let level = Infinity;
    for (const { group, most: bound } of ranked) {
      if (bound < level) {
        level = bound;
        yield* waiting.filter((row) => row.claims.length > bound).sort(byClaims);
        waiting = waiting.filter((row) => row.claims.length <= bound);
      }
      waiting.push(rowOf(group, await namingsOfGroup(rows, group)));
    }
    yield* waiting.sort(byClaims);
  },
};
