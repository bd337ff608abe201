/** Fields of a body: each becomes a salted digest in the header, and opens again with its salt (the idea of SD-JWT, RFC 9901). */
import { hexOf } from "../model/bytes.ts";
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Check, Fault } from "../model/check.ts";
import { faultsOf } from "../model/check.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import { typeOf } from "../model/kinds.ts";
import type { Opened } from "../model/statement.ts";
import { fieldNameCheck, saltCheck } from "../model/statement.ts";
import type { Checking, Signing } from "./crypto.ts";

/** 128 bits: a value is not found by trying names against its digest. */
const SALT_BYTES = 16;

/** The digest of a field: SHA-256 of the RFC 8785 array [salt, name, value] ([S11]). Throws TypeError on what JSON cannot hold. */
export async function fieldDigest(field: Opened, crypto: Pick<Checking, "sha256">): Promise<Id> {
  return `sha256:${await crypto.sha256(canonicalBytes([field.salt, field.name, field.value]))}`;
}

/** Every field of a body with a fresh salt, by name, null ones too. */
export function saltBody(body: object, crypto: Pick<Signing, "random">): readonly Opened[] {
  return Object.entries(body as Readonly<Record<string, Json>>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, salt: hexOf(crypto.random(SALT_BYTES)), value }));
}

/** One sentence for each opened field that is not one of `digests`, is opened twice, or is no field at all ([S12]). */
export async function openingFaults(
  opened: readonly Opened[],
  digests: readonly Id[],
  crypto: Pick<Checking, "sha256">,
): Promise<readonly string[]> {
  const known = new Set(digests);
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const field of opened) {
    if (faultsOf(fieldNameCheck, field.name).length > 0) faults.push(`${JSON.stringify(field.name)} is no field name`);
    else if (faultsOf(saltCheck, field.salt).length > 0) faults.push(`the salt of ${field.name} is not 32 hex digits`);
    else if (seen.has(field.name)) faults.push(`${field.name} is opened twice`);
    else if (!known.has(await digestOrNone(field, crypto))) faults.push(`${field.name} is not what was signed`);
    seen.add(field.name);
  }
  return faults;
}

async function digestOrNone(field: Opened, crypto: Pick<Checking, "sha256">): Promise<Id> {
  try {
    return await fieldDigest(field, crypto);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return "sha256:";
    throw error;
  }
}

/** What the opened fields of a statement say. */
export interface Said<Kind extends StatementKind> {
  /** Null when fields of the kind are kept back. */
  readonly body: Bodies[Kind] | null;
  /** The fields of the kind that are opened, each as it must be by itself. */
  readonly shown: Partial<Bodies[Kind]>;
}

/** What is said, or why the opened fields are none of this kind ([S18]), one sentence each. */
export async function bodyOf<Kind extends StatementKind>(
  kind: Kind,
  opened: readonly Opened[],
  digests: readonly Id[],
  crypto: Pick<Checking, "sha256">,
): Promise<{ readonly said: Said<Kind> | null; readonly why: readonly string[] }> {
  const type = typeOf(kind);
  const values = new Map(opened.map(({ name, value }) => [name, value]));
  const missing = type.fields.filter((name) => !values.has(name));
  // Each name that is not shown needs a closed digest that can be it.
  if (missing.length > digests.length - opened.length)
    return { said: null, why: [`no field ${missing.join(", ")} in a statement of kind ${kind}`] };
  const shown = Object.fromEntries(type.fields.flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])));
  const faults: Fault[] = [];
  if (missing.length === 0) type.check(shown, "", faults);
  else checkAlone(type, values, faults);
  if (faults.length > 0) return { said: null, why: faults.map(({ path, expected }) => `${path} is expected ${expected}`) };
  if (missing.length > 0) return { said: { body: null, shown: shown as Partial<Bodies[Kind]> }, why: [] };
  const body = shown as unknown as Bodies[Kind];
  const why: string[] = [];
  for (const { field, id, content } of type.bound(body)) {
    if (id !== `sha256:${await crypto.sha256(canonicalBytes(content))}`) why.push(`${field} is not the hash of what it stands for`);
  }
  return why.length > 0 ? { said: null, why } : { said: { body, shown: body }, why };
}

function checkAlone(
  { fields, checks }: { readonly fields: readonly string[]; readonly checks: object },
  values: ReadonlyMap<string, Json>,
  faults: Fault[],
): void {
  const byName = checks as Readonly<Record<string, Check<unknown>>>;
  for (const name of fields) if (values.has(name)) byName[name]?.(values.get(name), name, faults);
}
