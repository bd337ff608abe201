/** Fields of a body: each becomes a salted digest in the header, and opens again with its salt (the idea of SD-JWT, RFC 9901). */
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import { faultsOf } from "../model/check.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, Opened, StatementKind } from "../model/statement.ts";
import { bodyChecks, bodyFields, fieldNameCheck, saltCheck } from "../model/statement.ts";
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
    .map(([name, value]) => ({ name, salt: hex(crypto.random(SALT_BYTES)), value }));
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

/** The body, when every field of its kind is opened; null when some are kept back; else why the fields are no body of this kind ([S18]). */
export function bodyOf<Kind extends StatementKind>(
  kind: Kind,
  opened: readonly Opened[],
  digests: readonly Id[],
): { readonly body: Bodies[Kind] | null; readonly why: readonly string[] } {
  const values = new Map(opened.map(({ name, value }) => [name, value]));
  const names: readonly string[] = bodyFields[kind];
  const missing = names.filter((name) => !values.has(name));
  const closed = digests.length - opened.length;
  // Each name that is not shown needs a closed digest that can be it.
  if (missing.length > closed) return { body: null, why: [`no field ${missing.join(", ")} in a statement of kind ${kind}`] };
  if (missing.length > 0) return { body: null, why: [] };
  const body = Object.fromEntries(names.map((name) => [name, values.get(name)]));
  const faults = faultsOf(bodyChecks[kind], body);
  if (faults.length > 0) return { body: null, why: faults.map(({ path, expected }) => `${path} is expected ${expected}`) };
  return { body: body as unknown as Bodies[Kind], why: [] };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
