/** DSSE pre-authentication encoding: the payload type and the payload with their lengths, so that one signature cannot be read as another's. */
import { payloadType } from "../model/statement.ts";

const encoder = new TextEncoder();

/** The start of every encoding of a type, in bytes: types are few, statements many. */
const starts = new Map<string, Uint8Array>();

function startOf(type: string): Uint8Array {
  let start = starts.get(type);
  if (start === undefined) {
    const length = encoder.encode(type).length;
    start = encoder.encode(`DSSEv1 ${length} ${type} `);
    if (starts.size < 16) starts.set(type, start);
  }
  return start;
}

/**
 * `DSSEv1 SP LEN(type) SP type SP LEN(payload) SP payload`, lengths in bytes as ASCII decimals (DSSE v1.0.2, protocol.md, "Signature Definition").
 * This is the signed encoding of a statement when `payload` is its header's bytes ([S13]).
 */
export function signedEncoding(payload: Uint8Array, type: string = payloadType): Uint8Array {
  const start = startOf(type);
  const length = String(payload.length);
  const out = new Uint8Array(start.length + length.length + 1 + payload.length);
  out.set(start);
  // Digits and a space, which are ASCII.
  for (let at = 0; at < length.length; at += 1) out[start.length + at] = length.charCodeAt(at);
  out[start.length + length.length] = 0x20;
  out.set(payload, start.length + length.length + 1);
  return out;
}
