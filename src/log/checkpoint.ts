/** Writing a checkpoint, and putting a stamp on one. */
import type { Signing } from "./crypto.ts";
import type { Checkpoint } from "./verify/checkpoint.ts";
import { checkpointText, stampName } from "./verify/checkpoint.ts";
import { keyHash, noteBytes, readNote, signatureLine } from "./verify/note.ts";

/** Type of a signature line that is none of the registered ones (C2SP signed-note, "Signature types"). */
const UNREGISTERED = 0xff;

/** The checkpoint as a note signed by this device. Throws TypeError without heads. */
export async function signCheckpoint(checkpoint: Checkpoint, crypto: Signing): Promise<Uint8Array> {
  if (checkpoint.heads.length === 0) throw new TypeError("a checkpoint has at least one head");
  const text = checkpointText(checkpoint);
  const signature = await crypto.sign(new TextEncoder().encode(text));
  return noteBytes({ text, signatures: [await signatureLine(crypto.device, signature, crypto)] });
}

/** The note with an RFC 3161 token (DER) as one more line; a token that it has already is not added. Null when the bytes are no note. */
export async function withStamp(bytes: Uint8Array, token: Uint8Array, crypto: Pick<Signing, "sha256">): Promise<Uint8Array | null> {
  const note = readNote(bytes);
  if (note === null) return null;
  const hash = await keyHash(stampName, UNREGISTERED, new TextEncoder().encode(stampName), crypto);
  const line = new Uint8Array(hash.length + token.length);
  line.set(hash);
  line.set(token, hash.length);
  const has = note.signatures.some(({ name, bytes: other }) => name === stampName && String(other) === String(line));
  return noteBytes({ ...note, signatures: has ? note.signatures : [...note.signatures, { name: stampName, bytes: line }] });
}
