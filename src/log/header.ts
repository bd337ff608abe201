/** Headers as bytes: there is one byte sequence for a header, and bytes that are not it are no header. */
import type { Json } from "../model/canonical.ts";
import { canonical, canonicalBytes } from "../model/canonical.ts";
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
  const text = decoded(bytes);
  const value = text === null ? undefined : parsed(text);
  if (text === null || value === undefined) return no("not JSON in UTF-8");
  const faults = faultsOf(headerCheck, value);
  if (faults.length > 0) return no(...faults.map(({ path, expected }) => `${path} is expected ${expected}`));
  // Spaces, another order of keys, doubled keys, 1.0 for 1 and escapes that need not be all show here. Compared as text: of UTF-8 that decodes
  // without a fault, no two byte sequences are one text.
  if (text !== canonical(value as Json)) return no("not in canonical form (RFC 8785)");
  return { header: value as Header };
}

function no(...why: readonly string[]): { readonly header: null; readonly why: readonly string[] } {
  return { header: null, why };
}

// A byte order mark that the decoder took off would make two byte sequences one header.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
