/** Signed notes of C2SP (signed-note v1.0.0): a text, an empty line, and a line for each signature over the text. */
import { base64Of, bytesOfBase64, bytesOfHex } from "../../model/bytes.ts";
import type { DeviceId } from "../../model/statement.ts";
import type { Checking } from "../crypto.ts";
import { holds } from "./ed25519.ts";

const encoder = new TextEncoder();

/** One line under a note. */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell keys of one name apart, then the signature. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** Ends with a line end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Most bytes of a note that are looked at. */
const MAX_BYTES = 1_048_576;
const LINE = /^\u2014 ([^ +\s]+) ([A-Za-z0-9+/=]+)$/;
/** What may not stand in a note: all below U+0020 but the line end. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** The note that these bytes are; null when they are none. */
export function readNote(bytes: Uint8Array): Note | null {
  if (bytes.length > MAX_BYTES) return null;
  let whole: string;
  try {
    whole = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const gap = whole.lastIndexOf("\n\n");
  if (gap <= 0 || !whole.endsWith("\n") || CONTROL.test(whole)) return null;
  const signatures: NoteSignature[] = [];
  for (const line of whole.slice(gap + 2, -1).split("\n")) {
    const [, name, encoded] = LINE.exec(line) ?? [];
    const signature = bytesOfBase64(encoded ?? "");
    if (name === undefined || signature === null || signature.length < 5) return null;
    signatures.push({ name, bytes: signature });
  }
  return { text: whole.slice(0, gap + 1), signatures };
}

/** The bytes of a note. */
export function noteBytes({ text, signatures }: Note): Uint8Array {
  return encoder.encode(`${text}\n${signatures.map(({ name, bytes }) => `\u2014 ${name} ${base64Of(bytes)}\n`).join("")}`);
}

/** The four bytes before a signature: the start of SHA-256 over the name, a line end, the type of the signature and its key. */
export async function keyHash(name: string, type: number, key: Uint8Array, crypto: Pick<Checking, "sha256">): Promise<Uint8Array> {
  const lead = encoder.encode(`${name}\n`);
  const bytes = new Uint8Array(lead.length + 1 + key.length);
  bytes.set(lead);
  bytes[lead.length] = type;
  bytes.set(key, lead.length + 1);
  return bytesOfHex((await crypto.sha256(bytes)).slice(0, 8));
}

/** Type of a signature that is Ed25519 over the text. */
const ED25519 = 0x01;

/** The line of a device's signature over the text; the device's name is the key's name. */
export async function signatureLine(device: DeviceId, signature: Uint8Array, crypto: Pick<Checking, "sha256">): Promise<NoteSignature> {
  const bytes = new Uint8Array(4 + signature.length);
  bytes.set(await keyHash(device, ED25519, keyOf(device), crypto));
  bytes.set(signature, 4);
  return { name: device, bytes };
}

/** True when this is the device's Ed25519 signature over the text. */
export async function lineHolds(line: NoteSignature, text: string, device: DeviceId, crypto: Checking): Promise<boolean> {
  if (line.name !== device || line.bytes.length !== 68) return false;
  const hash = await keyHash(device, ED25519, keyOf(device), crypto);
  if (!hash.every((byte, at) => byte === line.bytes[at])) return false;
  return holds(device, encoder.encode(text), line.bytes.slice(4), crypto);
}

function keyOf(device: DeviceId): Uint8Array {
  return bytesOfHex(device.slice("ed25519:".length));
}
