/** RFC 8785 JSON Canonicalization Scheme: one byte sequence for one JSON value, so that it can be hashed and signed. */

/** A JSON value. Readonly all the way down. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** True when nothing in the string is escaped and no surrogate stands in it, so that it is written as it is. */
function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}

function canonicalString(value: string): string {
  if (isPlain(value)) return `"${value}"`;
  // RFC 8785 3.2.2.2 refuses lone surrogates: they have no UTF-8 form, so two different strings would share bytes.
  if (!value.isWellFormed()) throw new TypeError("canonical JSON: a string holds a lone surrogate");
  return JSON.stringify(value);
}

interface KeyOrder {
  readonly keys: readonly string[];
  readonly sorted: readonly string[];
  /** `"key":` of each sorted key. */
  readonly heads: readonly string[];
}

/** Key orders met before, by number of keys: values come in few shapes, and looking a shape up costs less than sorting it anew. */
const met: KeyOrder[][] = [];
const MOST_SHAPES = 16;
const MOST_KEYS = 64;

function same(a: readonly string[], b: readonly string[]): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function orderOf(record: Readonly<Record<string, Json>>): KeyOrder {
  const keys = Object.keys(record);
  const shapes = keys.length < MOST_KEYS ? (met[keys.length] ??= []) : [];
  for (const shape of shapes) if (same(shape.keys, keys)) return shape;
  const sorted = [...keys].sort();
  const order: KeyOrder = { keys, sorted, heads: sorted.map((key) => `${canonicalString(key)}:`) };
  shapes.unshift(order);
  if (shapes.length > MOST_SHAPES) shapes.pop();
  return order;
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
  const { sorted, heads } = orderOf(record);
  for (let at = 0; at < sorted.length; at += 1) {
    text += (at === 0 ? "" : ",") + (heads[at] as string) + canonical(record[sorted[at] as string] as Json);
  }
  return `{${text}}`;
}

const encoder = new TextEncoder();

/** The canonical UTF-8 bytes of `value`. Throws as `canonical`. */
export function canonicalBytes(value: Json): Uint8Array {
  return encoder.encode(canonical(value));
}
