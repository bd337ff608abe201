/** Everything that was said of an id, and what an id or the beginning of one stands for. */
import { readHeader } from "../log/header.ts";
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Reads } from "../store/store.ts";
import { mentioned } from "../views/mentioned.ts";
import { redirects } from "../views/redirects.ts";
import { markOf } from "./aside.ts";
import type { HistoryRow } from "./verbs.ts";

/** Fewer digits than this name too much of a large case. */
const FEWEST_DIGITS = 8;

/**
 * The id that was meant: given whole, or as the beginning of a claim's, source's or statement's, with or without `sha256:`. A whole id need not be in
 * the case. Throws WrongUsage when it is no such thing, or begins none or several.
 */
export async function idMeant(store: Reads, given: string): Promise<Id> {
  const digits = given
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, "");
  if (/^[0-9a-f]{64}$/.test(digits)) return `sha256:${digits}`;
  if (!/^[0-9a-f]+$/.test(digits) || digits.length < FEWEST_DIGITS || digits.length > 64) {
    throw new WrongUsage(`"${given}" is no id. Give at least ${FEWEST_DIGITS} of its hex digits, as claims --json prints them.`);
  }
  const beginning = `sha256:${digits}`;
  const found = new Set(await store.idsBeginning(beginning));
  for await (const [from] of store.rows(redirects.name).range(beginning)) found.add(from as Id);
  const [only] = found;
  if (only === undefined) throw new WrongUsage(`Nothing in this case has an id that begins with ${digits}.`);
  if (found.size > 1) throw new WrongUsage(`Several ids begin with ${digits}. Give more of it.`);
  return only;
}

/** The statements that speak of an id or of the claims that stand in its place or stood there before, by claimed time, then as their devices made them. */
export async function historyOf(store: Reads, id: Id): Promise<readonly HistoryRow[]> {
  const statements = new Set<Id>([id]);
  for (const about of await alsoKnownAs(store, id)) {
    for await (const [key] of store.rows(mentioned).range(`${about}\t`)) statements.add(key.slice(key.indexOf("\t") + 1) as Id);
    const source = await store.source(about);
    if (source !== null) for (const each of [source.seal, ...source.readings.map(({ statement }) => statement)]) statements.add(each);
  }
  const rows: (HistoryRow & { readonly place: string })[] = [];
  for (const each of statements) {
    const statement = await store.statement(each);
    const header = statement === null ? null : readHeader(statement.bytes).header;
    if (statement === null || header === null) continue;
    // Whoever signed has the keys as they were typed, whoever merged has them sorted: told alike.
    const says = sorted(Object.fromEntries(statement.opened.map(({ name, value }) => [name, value])));
    // One device's statements of one second are told as it made them.
    const place = [header.time, header.device, String(header.seq).padStart(16, "0"), each].join(" ");
    const state = (await markOf(store, each)) ?? "counts";
    rows.push({ id: each, kind: header.kind, by: header.device, time: header.time, state, says, place });
  }
  return rows.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ place: _place, ...row }) => row);
}

/** The same value with the keys of every object in one order. */
function sorted<T extends Json | Readonly<Record<string, Json>>>(value: T): T {
  return JSON.parse(new TextDecoder().decode(canonicalBytes(value))) as T;
}

/** The id and those that redirects lead to or from. */
async function alsoKnownAs(store: Reads, id: Id): Promise<ReadonlySet<Id>> {
  const rows = store.rows(redirects.name);
  const now = await rows.get(id);
  const names = new Set<Id>([id, ...(typeof now === "string" ? [now as Id] : [])]);
  for await (const [from, to] of rows.range("")) if (names.has(to as Id)) names.add(from as Id);
  return names;
}
