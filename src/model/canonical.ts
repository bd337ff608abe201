/** RFC 8785 JSON Canonicalization Scheme: one byte sequence for one JSON value, so that it can be hashed and signed. */

/** A JSON value. Readonly all the way down. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function canonicalString(value: string): string {
  // RFC 8785 3.2.2.2 refuses lone surrogates: they have no UTF-8 form, so two different strings would share bytes.
  if (!value.isWellFormed()) throw new TypeError("canonical JSON: a string holds a lone surrogate");
  return JSON.stringify(value);
}

/**
 * The canonical text of `value`: keys sorted by UTF-16 code units, no space, numbers as ECMAScript prints them.
 * Throws TypeError on what JSON cannot hold: NaN, infinities, undefined, functions, lone surrogates.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("canonical JSON: a number is not finite");
    return JSON.stringify(value);
  }
  if (typeof value !== "object") throw new TypeError(`canonical JSON: a value is ${typeof value}`);
  // Appending to one string: lists of parts joined at every level cost a third more, and every claim comes through here.
  let text = "";
  if (Array.isArray(value)) {
    for (const member of value as readonly Json[]) text += `${text === "" ? "" : ","}${canonical(member)}`;
    return `[${text}]`;
  }
  const record = value as Readonly<Record<string, Json>>;
  for (const key of Object.keys(record).sort())
    text += `${text === "" ? "" : ","}${canonicalString(key)}:${canonical(record[key] as Json)}`;
  return `{${text}}`;
}

const encoder = new TextEncoder();

/** The canonical UTF-8 bytes of `value`. Throws as `canonical`. */
export function canonicalBytes(value: Json): Uint8Array {
  return encoder.encode(canonical(value));
}
