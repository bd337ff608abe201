/** One input on its way in: looked at, read from the disk, and made ready to be sealed, or refused. Nothing is written here. */
import { readFile, stat } from "node:fs/promises";
import type { Refused, RefusalCode } from "../model/errors.ts";
import { BrokenEvidence, Refusal } from "../model/errors.ts";
import { idOfBytes } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { Reader } from "../reading/reader.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reads, SourceEntry } from "../store/store.ts";
import { sha256 } from "./crypto.ts";
import type { Laid, ReaderResult } from "./document.ts";
import { layOut, readBy, sourceRecord } from "./document.ts";
import { codeOf } from "./folder.ts";
import type { Input } from "./verbs.ts";

/** Bytes above which a file is refused: about twenty thousand pages of text. */
export const maxInputBytes = 50_000_000;

/** What making ready needs. */
export interface Intake {
  readonly store: Reads;
  readonly blobs: Blobs;
  readonly readers: readonly Reader[];
  /** UTC now, to the second. */
  readonly signing: { now(): string };
}

/** An input ready to be committed. */
export type Prepared =
  | { readonly kind: "refused"; readonly what: string; readonly refused: readonly Refused[] }
  /** In the case already, sealed, read by every reader, and undamaged. */
  | { readonly kind: "known"; readonly what: string; readonly entry: SourceEntry }
  | {
      readonly kind: "document";
      readonly what: string;
      readonly source: Source;
      /** What must be on the disk before the log names it: the bytes and the text layer; drafts come with their results. */
      readonly blobs: readonly Uint8Array[];
      readonly results: readonly ReaderResult[];
    };

/** Makes an input ready. Refuses what cannot be taken; throws only when the case itself cannot be read. */
export async function prepare(input: Input, { store, blobs, readers: all, signing }: Intake): Promise<Prepared> {
  const what = input.name.toWellFormed();
  const readers = input.readers ?? all;
  try {
    if (input.bytes instanceof Refusal) throw input.bytes;
    const bytes = input.bytes ?? (await bytesOf(input.path));
    const entry = await store.source(idOfBytes(bytes, sha256));
    if (entry !== null && isRead(entry, readers) && (await isWhole(entry, blobs))) return { kind: "known", what, entry };
    const fresh = layOut(bytes, input.name, input.overrides);
    const laid = entry === null ? fresh : await asSealed(fresh, entry.source, blobs);
    const source = entry === null ? sourceRecord(laid, bytes.length, what, signing.now()) : entry.source;
    return {
      kind: "document",
      what,
      source,
      blobs: laid.textId === laid.source ? [bytes] : [bytes, laid.textBytes],
      results: readers.map((reader) => readBy(reader, laid, what)),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refused", what, refused: [{ what, code: error.code, message: error.message.toWellFormed() }] };
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile())
      throw new Refusal("input-not-a-file", found.isDirectory() ? "This is a folder. Name the files in it." : "This is no file.");
    if (found.size > maxInputBytes) {
      throw new Refusal(
        "input-too-large",
        `The file has ${found.size} bytes; at most ${maxInputBytes} are taken. Split it and add the parts.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const [code, message] = why(error);
    throw new Refusal(code, message, { cause: error });
  }
}

function why(error: unknown): readonly [RefusalCode, string] {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return ["input-missing", "There is no such file. Is the name right?"];
  return ["input-unreadable", `The system would not let it be read (${code ?? String(error)}). Check who may read it.`];
}

/** True when each of its blobs is there and what it was. */
async function isWhole(entry: SourceEntry, blobs: Blobs): Promise<boolean> {
  try {
    for (const blob of [entry.source.id, entry.source.text, ...entry.readings.map(({ drafts }) => drafts)]) await blobs.get(blob);
    return true;
  } catch (error) {
    if (error instanceof BrokenEvidence) return false;
    throw error;
  }
}

/** The document with the text layer and metadata that were sealed, when another program made another layer of it: that one is the source's. */
async function asSealed(fresh: Laid, source: Source, blobs: Blobs): Promise<Laid> {
  if (fresh.textId === source.text) return { ...fresh, meta: source, passages: source.passages };
  try {
    const textBytes = await blobs.get(source.text);
    return { ...fresh, textId: source.text, textBytes, text: new TextDecoder().decode(textBytes), meta: source, passages: source.passages };
  } catch (error) {
    if (!(error instanceof BrokenEvidence)) throw error;
    throw new Refusal("reader-failed", `Its sealed text layer cannot be read: ${error.message} Put a copy of it back.`, { cause: error });
  }
}

/** True when every reader has read it, in whatever version. */
function isRead(entry: SourceEntry, readers: readonly Reader[]): boolean {
  return readers.every(({ name }) => entry.readings.some(({ reader }) => reader === name));
}
