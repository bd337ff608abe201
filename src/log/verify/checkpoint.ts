/** A checkpoint: the state of a whole case as a signed note over the heads of its devices, sorted (spec/checkpoint.md). */
import { faultsOf } from "../../model/check.ts";
import type { EvidenceCode } from "../../model/errors.ts";
import type { Id } from "../../model/ids.ts";
import { idCheck } from "../../model/ids.ts";
import type { DeviceId, Seen } from "../../model/statement.ts";
import { deviceCheck } from "../../model/statement.ts";
import type { Checking } from "../crypto.ts";
import type { NoteSignature } from "./note.ts";
import { lineHolds, readNote } from "./note.ts";

/** First line of the text: no statement and no other note begins like it ([C2]). */
const TITLE = "onrecord checkpoint v1";

/** Name of the line that carries an RFC 3161 token over the text ([C7]). */
export const stampName = "rfc3161";

/** Where every device's log of a case ends. */
export interface Checkpoint {
  readonly case: Id;
  /** Sorted by device, each once; at least one. */
  readonly heads: readonly Seen[];
}

export interface CheckpointVerdict {
  /** Null when the bytes are no checkpoint. */
  readonly checkpoint: Checkpoint | null;
  /** Devices whose signature over it holds, in the order of the lines. */
  readonly signers: readonly DeviceId[];
  /** RFC 3161 tokens (DER) that it carries; whether they hold is asked elsewhere, none is needed. */
  readonly stamps: readonly Uint8Array[];
  readonly faults: readonly { readonly code: EvidenceCode; readonly message: string }[];
}

/** The text that is signed ([C2] to [C4]). */
export function checkpointText({ case: caseId, heads }: Checkpoint): string {
  const lines = heads.map(({ device, seq, root }) => `head ${device} ${seq} ${root}`);
  return `${[TITLE, `case ${caseId}`, ...lines].join("\n")}\n`;
}

/** Checks a checkpoint by itself: its form, and every signature of a device. Never throws. */
export async function verifyCheckpoint(bytes: Uint8Array, crypto: Checking): Promise<CheckpointVerdict> {
  const note = readNote(bytes);
  const checkpoint = note === null ? null : readText(note.text);
  if (note === null || checkpoint === null) return malformed("it is no signed note over the sorted heads of a case");
  const signers: DeviceId[] = [];
  const stamps: Uint8Array[] = [];
  const faults: CheckpointVerdict["faults"][number][] = [];
  for (const line of note.signatures) {
    const device = deviceOf(line);
    if (line.name === stampName) stamps.push(line.bytes.slice(4));
    // Lines of other names are of keys that this version does not know ([C6]).
    if (device === null) continue;
    if (signers.includes(device)) faults.push({ code: "checkpoint-malformed", message: `${device} signed twice` });
    else if (await lineHolds(line, note.text, device, crypto)) signers.push(device);
    else faults.push({ code: "checkpoint-signature", message: `the signature is not that of ${device}` });
  }
  if (signers.length === 0 && faults.length === 0) faults.push({ code: "checkpoint-signature", message: "no device signed it" });
  return { checkpoint, signers, stamps, faults };
}

function malformed(message: string): CheckpointVerdict {
  return { checkpoint: null, signers: [], stamps: [], faults: [{ code: "checkpoint-malformed", message }] };
}

function deviceOf({ name }: NoteSignature): DeviceId | null {
  return faultsOf(deviceCheck, name).length === 0 ? (name as DeviceId) : null;
}

/** The checkpoint of a text; null when the text is not the one that `checkpointText` writes for it. */
function readText(text: string): Checkpoint | null {
  const [title, named, ...lines] = text.slice(0, -1).split("\n");
  const caseId = named?.replace(/^case /, "");
  if (title !== TITLE || faultsOf(idCheck, caseId).length > 0 || lines.length === 0) return null;
  const heads: Seen[] = [];
  for (const line of lines) {
    const [, device, seq, root] = /^head (\S+) (\d{1,16}) (\S+)$/.exec(line) ?? [];
    const last = heads.at(-1);
    if (faultsOf(deviceCheck, device).length > 0 || faultsOf(idCheck, root).length > 0 || !Number.isSafeInteger(Number(seq))) return null;
    const head = { device, seq: Number(seq), root } as Seen;
    if (last !== undefined && last.device >= head.device) return null;
    heads.push(head);
  }
  const checkpoint = { case: caseId as Id, heads };
  return checkpointText(checkpoint) === text ? checkpoint : null;
}
