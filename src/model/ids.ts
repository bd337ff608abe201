/** Identifiers: `sha256:` and 64 lower-case hex digits. The hash function is handed in, so that this room touches nothing. */
import type { Json } from "./canonical.ts";
import { canonicalBytes } from "./canonical.ts";
import type { Check } from "./check.ts";
import { matching } from "./check.ts";

/** `sha256:` followed by 64 lower-case hexadecimal digits. */
export type Id = `sha256:${string}`;

/** SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string;

const ID = /^sha256:[0-9a-f]{64}$/;

/** True of a text that is an id. */
export function isId(text: string): text is Id {
  return ID.test(text);
}

const anId = matching(ID, "sha256: and 64 hex digits") as unknown as Check<Id>;
let last = "";

/** Passes an `Id`. All claims of a document name the same source: the last good one is not matched again. */
export const idCheck: Check<Id> = (value, path, faults): value is Id => {
  if (value === last) return true;
  const good = anId(value, path, faults);
  if (good) last = value;
  return good;
};

/** The id of these bytes. */
export function idOfBytes(bytes: Uint8Array, sha256: Sha256): Id {
  return `sha256:${sha256(bytes)}`;
}

/** The id of a JSON value: the hash of its RFC 8785 bytes. */
export function idOfJson(value: Json, sha256: Sha256): Id {
  return idOfBytes(canonicalBytes(value), sha256);
}

const encoder = new TextEncoder();

/** The id of a text: the hash of its UTF-8 bytes. */
export function idOfText(value: string, sha256: Sha256): Id {
  return idOfBytes(encoder.encode(value), sha256);
}
