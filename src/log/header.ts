/** Headers as bytes: there is one byte sequence for a header, and bytes that are not it are no header. */
import type { Json } from "../model/canonical.ts";
import { canonicalBytes } from "../model/canonical.ts";
import { faultsOf } from "../model/check.ts";
import type { Header } from "../model/statement.ts";
import { headerCheck, maxHeaderBytes } from "../model/statement.ts";

/** The bytes that are signed. Throws TypeError on a header that breaks [S1] to [S10]: nobody signs what nobody can verify. */
export function headerBytes(header: Header): Uint8Array {
  const faults = faultsOf(headerCheck, header);
  if (faults.length > 0) throw new TypeError(faults.map(({ path, expected }) => `header: ${path} is expected ${expected}`).join("; "));
  const bytes = canonicalBytes(header as unknown as Json);
  if (bytes.length > maxHeaderBytes) throw new TypeError(`header: ${bytes.length} bytes, of at most ${maxHeaderBytes}`);
  return bytes;
}

/** The header that these bytes are, or, one sentence each, why they are none. */
export function readHeader(bytes: Uint8Array): { readonly header: Header } | { readonly header: null; readonly why: readonly string[] } {
  if (bytes.length > maxHeaderBytes) return no(`${bytes.length} bytes, of at most ${maxHeaderBytes}`);
  const value = parsed(bytes);
  if (value === undefined) return no("not JSON in UTF-8");
  const faults = faultsOf(headerCheck, value);
  if (faults.length > 0) return no(...faults.map(({ path, expected }) => `${path} is expected ${expected}`));
  // Compared as bytes: spaces, another order of keys, doubled keys, 1.0 for 1 and escapes that need not be all show here.
  if (!same(bytes, canonicalBytes(value as Json))) return no("not in canonical form (RFC 8785)");
  return { header: value as Header };
}

function no(...why: readonly string[]): { readonly header: null; readonly why: readonly string[] } {
  return { header: null, why };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    // A byte order mark that the decoder took off would make two byte sequences one header.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
