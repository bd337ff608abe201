/** One document, from bytes to what goes into the case: its source, its text layer, and what each reader read. */
import { readFileSync } from "node:fs";
import type { Json } from "../model/canonical.ts";
import { faultsOf } from "../model/check.ts";
import type { Refused } from "../model/errors.ts";
import { Refusal } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { idOfBytes } from "../model/ids.ts";
import type { DocumentMeta, LanguageSpan, Source } from "../model/source.ts";
import { sealBody, sealType } from "../model/kinds/seal.ts";
import { identifyLanguages } from "../language/identify.ts";
import type { Reader } from "../reading/reader.ts";
import { readSource } from "../sources/read.ts";
import { sha256 } from "./crypto.ts";
import type { Drafts } from "./drafts.ts";
import { finish } from "./drafts.ts";
import type { LooseReading, Overrides } from "./verbs.ts";

/** What took a source in, as its provenance names it. */
export const programName = `onrecord ${programVersion()}`;

/** package.json lies two folders above this file, from source and compiled alike. */
function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string };
  return version;
}

/** A document read as far as its text layer. */
export interface Laid {
  readonly source: Id;
  readonly textId: Id;
  readonly format: string;
  readonly encoding: string;
  readonly meta: DocumentMeta;
  readonly passages: readonly LanguageSpan[];
  readonly text: string;
  /** The text layer's UTF-8 bytes, as they are sealed. */
  readonly textBytes: Uint8Array;
}

/** The text layer of these bytes and what the document says of itself. Throws Refusal. */
export function layOut(bytes: Uint8Array, name: string | null, overrides: Overrides): Laid {
  const said = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== null));
  const read = readSource(bytes, name, said, identifyLanguages);
  // Half a surrogate pair has no UTF-8 form: what is sealed would not be what the offsets count in.
  const { text, meta } = wellFormed({ text: read.text, meta: read.meta as unknown as Json }) as unknown as Pick<Laid, "text" | "meta">;
  const textBytes = new TextEncoder().encode(text);
  return {
    source: idOfBytes(bytes, sha256),
    textId: idOfBytes(textBytes, sha256),
    format: read.format,
    encoding: read.encoding,
    meta,
    passages: read.passages,
    text,
    textBytes,
  };
}

/** The source's record. Throws Refusal `metadata-bad` when what the document says of itself cannot be a record. */
export function sourceRecord(laid: Laid, bytes: number, from: string, got: string): Source {
  const source: Source = {
    id: laid.source,
    text: laid.textId,
    bytes,
    format: laid.format,
    encoding: laid.encoding,
    ...laid.meta,
    passages: laid.passages,
    provenance: { from, got, by: programName },
  };
  const [fault] = faultsOf(sealType.check, sealBody(source));
  if (fault !== undefined)
    throw new Refusal("metadata-bad", `${fault.path} is expected ${fault.expected}. Correct a copy of the file and add that.`);
  return source;
}

/** What one reader made of a text; `drafts` is null when it stopped on it, and then `refused` says so. */
export interface ReaderResult {
  readonly reader: Reader;
  readonly drafts: Drafts | null;
  readonly refused: readonly Refused[];
}

/** Lets a reader loose on a document. Never throws. */
export function readBy(reader: Reader, laid: Laid, what: string): ReaderResult {
  try {
    const drafts = reader.read(laid.text, { published: laid.meta.published, passages: laid.passages });
    const layer = { what, source: laid.source, textId: laid.textId, text: laid.text };
    const { claims, refused } = finish(drafts, layer, reader, sha256);
    const { name, version } = reader;
    return { reader, drafts: { v: 1, reader: { name, version }, source: laid.source, text: laid.textId, claims, refused }, refused };
  } catch (error) {
    const why = error instanceof Error ? error.message.toWellFormed() : "it gave no reason";
    const message = `The reader ${reader.name} ${reader.version} stopped on this text (${why}). It is sealed and not read; add it again with a newer version.`;
    return { reader, drafts: null, refused: [{ what, code: "reader-failed", message }] };
  }
}

/** One file read without a case: every reader's claims. Throws Refusal when it cannot be read. */
export function readWithoutCase(bytes: Uint8Array, name: string | null, overrides: Overrides, readers: readonly Reader[]): LooseReading {
  const laid = layOut(bytes, name, overrides);
  const results = readers.map((reader) => readBy(reader, laid, name ?? "-"));
  return {
    source: laid.source,
    textId: laid.textId,
    format: laid.format,
    encoding: laid.encoding,
    meta: laid.meta,
    text: laid.text,
    claims: results.flatMap(({ drafts }) => drafts?.claims ?? []),
    refused: results.flatMap(({ refused }) => refused),
  };
}

/** The value with every lone surrogate, in keys too, made U+FFFD. Lengths stay. */
function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return (value as readonly Json[]).map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]));
}
