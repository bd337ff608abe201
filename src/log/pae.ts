/** DSSE pre-authentication encoding: the payload type and the payload with their lengths, so that one signature cannot be read as another's. */
import { payloadType } from "../model/statement.ts";

const encoder = new TextEncoder();

/**
 * `DSSEv1 SP LEN(type) SP type SP LEN(payload) SP payload`, lengths in bytes as ASCII decimals (DSSE v1.0.2, protocol.md, "Signature Definition").
 * This is the signed encoding of a statement when `payload` is its header's bytes ([S13]).
 */
export function signedEncoding(payload: Uint8Array, type: string = payloadType): Uint8Array {
  const typeBytes = encoder.encode(type);
  const lead = encoder.encode(`DSSEv1 ${typeBytes.length} ${type} ${payload.length} `);
  const out = new Uint8Array(lead.length + payload.length);
  out.set(lead);
  out.set(payload, lead.length);
  return out;
}
