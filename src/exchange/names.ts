/** What a bundle carries of the Names box ([B26] to [B29] of spec/bundle.md): the closed fields of `protect` statements, in one file for who may know. */
import { canonicalBytes } from "../model/canonical.ts";
import type { Json } from "../model/canonical.ts";
import type { Check } from "../model/check.ts";
import { faultsOf, list, matching, object } from "../model/check.ts";
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import type { Opened } from "../model/statement.ts";
import { saltCheck } from "../model/statement.ts";
import { paddedSize } from "./padding.ts";

/** The field that the record keeps closed. */
export const namesField = "names";

/** A closed field of a statement: it gives one of the digests that the statement was signed with, or it is none of it. */
export interface NamesEntry {
  readonly statement: Id;
  readonly field: Opened;
}

const anything: Check<Json> = (value): value is Json => value !== undefined;
const entriesCheck = list(
  object<NamesEntry>({
    statement: idCheck,
    field: object<Opened>({ name: matching(/^names$/, namesField), salt: saltCheck, value: anything }),
  }),
);
const one: Check<1> = (value, path, faults): value is 1 => value === 1 || (faults.push({ path, expected: "1" }), false);
const check = object<{ readonly v: 1; readonly entries: readonly NamesEntry[] }>({ v: one, entries: entriesCheck });

const keyOf = (entry: NamesEntry): string => new TextDecoder().decode(canonicalBytes(entry as unknown as Json));

/** The union of two boxes, each entry once, in one order: joining boxes is commutative, associative and idempotent. */
export function joinedNames(a: readonly NamesEntry[], b: readonly NamesEntry[]): readonly NamesEntry[] {
  const entries = new Map([...a, ...b].map((entry) => [keyOf(entry), entry]));
  return [...entries].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, entry]) => entry);
}

/** The bytes that are sealed: RFC 8785 JSON, then spaces up to a size of its class. */
export function namesBytes(entries: readonly NamesEntry[]): Uint8Array {
  const json = canonicalBytes({ v: 1, entries: joinedNames(entries, []) as unknown as Json });
  const bytes = new Uint8Array(paddedSize(json.length)).fill(0x20);
  bytes.set(json);
  return bytes;
}

/** What such bytes hold; null when they are none. */
export function namesIn(bytes: Uint8Array): readonly NamesEntry[] | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return faultsOf(check, value).length === 0 ? (value as { readonly entries: readonly NamesEntry[] }).entries : null;
  } catch {
    return null;
  }
}
