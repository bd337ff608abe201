/** Folding the log into sources, claims and the rows of every view: one document at a time as it comes in, or all of them anew. */
import type { Checking } from "../log/crypto.ts";
import { arranged } from "../model/check.ts";
import type { Claim } from "../model/claim.ts";
import { claimCheck } from "../model/claim.ts";
import { BrokenEvidence } from "../model/errors.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { ReadBody } from "../model/kinds/read.ts";
import type { SealBody } from "../model/kinds/seal.ts";
import { sourceOf } from "../model/kinds/seal.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reading, SourceEntry, Writes } from "../store/store.ts";
import { views } from "../views/views.ts";
import { sha256 } from "./crypto.ts";
import type { Drafts } from "./drafts.ts";
import { readDrafts } from "./drafts.ts";
import { readLog } from "./log.ts";

/** Counts up when what this file makes of the same log changes. */
const FOLD = 1;

/** What the rows were folded by. Rows of any other version are thrown away and the log is folded again. */
export const projectionVersion = [`fold=${FOLD}`, ...views.map(({ name, version }) => `${name}=${version}`)].join(" ");

/** What a drafts blob gives the views. */
export type Content = Pick<Drafts, "reader" | "claims" | "refused">;

/** Puts a source that no row is of yet, with what its readers read, whatever the order of their contents. */
export async function foldSource(writes: Writes, entry: SourceEntry, contents: readonly Content[]): Promise<void> {
  const byReader = [...contents].sort((a, b) => (a.reader.name < b.reader.name ? -1 : 1));
  // Drafts come from a reader or, sorted to be hashed, from a blob: the rows are the same bytes.
  const claims = inOrder(byReader.map((content) => content.claims)).map((claim) => arranged(claimCheck, claim));
  const refused: readonly Refused[] = byReader.flatMap((content) => content.refused);
  await writes.putSource(entry);
  await writes.putClaims(entry.source, claims);
  for (const view of views) await view.apply(writes.rows(view.name), { source: entry.source, claims, refused });
}

/** Several readers' claims as one list in document order. Of a claim that two of them read the first one's stays. */
function inOrder(lists: readonly (readonly Claim[])[]): readonly Claim[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const once = new Map<Id, Claim>();
  for (const claim of lists.flat()) if (!once.has(claim.id)) once.set(claim.id, claim);
  return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Throws every row away and folds the log again. The order of statements does not matter: of several seals of one source the one got first counts
 * (then the smaller id), of several readings by one reader the highest version (then the smaller id). A statement that does not hold, and drafts
 * that are not there or not what they were, fold into nothing: `verify` names them.
 */
export async function foldAgain(writes: Writes, caseId: Id, blobs: Blobs, checking: Checking, onSource?: () => void): Promise<void> {
  await writes.clearProjections();
  const early: { readonly statement: Id; readonly body: ReadBody }[] = [];
  for await (const { statement, verdict } of readLog(writes, caseId, checking)) {
    const { id } = statement;
    if (verdict.body?.kind === "seal") await foldSeal(writes, id, verdict.body.body);
    else if (verdict.body?.kind === "read" && !(await foldRead(writes, id, verdict.body.body))) {
      early.push({ statement: id, body: verdict.body.body });
    }
  }
  // Readings of what another device sealed, whose log comes after theirs.
  for (const { statement, body } of early) await foldRead(writes, statement, body);
  for await (const entry of writes.sources()) {
    const contents: Content[] = [];
    for (const reading of entry.readings) {
      const content = await contentOf(entry, reading, blobs);
      if (content !== null) contents.push(content);
    }
    await foldSource(writes, entry, contents);
    onSource?.();
  }
  await writes.setProjection(projectionVersion);
}

async function foldSeal(writes: Writes, seal: Id, body: SealBody): Promise<void> {
  const source = sourceOf(body);
  const known = await writes.source(source.id);
  if (known !== null && [known.source.provenance.got, known.seal].join(" ") <= [body.got, seal].join(" ")) return;
  const readings = known?.source.text === source.text ? known.readings : [];
  await writes.putSource({ source, seal, readings });
}

/** False when there is no such source, or it has another text layer: the reading waits in the log. */
async function foldRead(writes: Writes, statement: Id, body: ReadBody): Promise<boolean> {
  const entry = await writes.source(body.source);
  if (entry?.source.text !== body.text) return false;
  await writes.putSource({ ...entry, readings: withReading(entry.readings, readingOf(statement, body)) });
  return true;
}

/** The reading that a `read` statement makes. */
export function readingOf(statement: Id, { reader, version, drafts, claims }: ReadBody): Reading {
  return { statement, reader, version, drafts, claims };
}

/** The readings that count, by reader, when `reading` has come in. */
export function withReading(readings: readonly Reading[], reading: Reading): readonly Reading[] {
  const same = readings.find(({ reader }) => reader === reading.reader);
  if (same !== undefined && !isBefore(same, reading)) return readings;
  return [...readings.filter((other) => other !== same), reading].sort((a, b) => (a.reader < b.reader ? -1 : 1));
}

function isBefore(a: Reading, b: Reading): boolean {
  const [versionA, versionB] = [a.version.split(".").map(Number), b.version.split(".").map(Number)];
  for (const [at, part] of versionA.entries()) {
    const other = versionB[at] ?? 0;
    if (part !== other) return part < other;
  }
  return b.statement < a.statement;
}

/** What a reading's drafts blob holds; null when it is damaged. */
async function contentOf({ source }: SourceEntry, reading: Reading, blobs: Blobs): Promise<Content | null> {
  try {
    return readDrafts(await blobs.get(reading.drafts), { source: source.id, text: source.text, ...reading }, sha256);
  } catch (error) {
    if (error instanceof BrokenEvidence) return null;
    throw error;
  }
}
