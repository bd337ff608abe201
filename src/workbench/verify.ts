/**
 * Whether a case holds: the database, every statement, every sealed byte, every text layer, every quote, and that the rows are what the log gives.
 * Nothing is changed. All faults are collected.
 *
 * Blobs that no statement names are left over from an interrupted `add`: they are hashed too, and listed with the files that are none of the case's.
 */
import type { Checking } from "../log/crypto.ts";
import { isDeepStrictEqual } from "node:util";
import { readHeader } from "../log/header.ts";
import { quoteHolds } from "../model/claim.ts";
import type { Claim } from "../model/claim.ts";
import { BrokenEvidence } from "../model/errors.ts";
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { CaseBody } from "../model/kinds/case.ts";
import type { ReadBody } from "../model/kinds/read.ts";
import type { SealBody } from "../model/kinds/seal.ts";
import type { Blobs } from "../store/blobs.ts";
import { scratchSqlite } from "../store/sqlite.ts";
import type { Reads, SourceEntry, Store } from "../store/store.ts";
import { sha256 } from "./crypto.ts";
import { readDrafts } from "./drafts.ts";
import { foldCounted, projectionVersion } from "./fold.ts";
import { misplaced } from "./log.ts";
import type { Count } from "./count.ts";
import { countOf, examine } from "./count.ts";
import type { DeviceId } from "../model/statement.ts";
import { straysIn } from "./strays.ts";
import type { Progress, VerifyFault, VerifyReport } from "./verbs.ts";

type Tell = (id: string, code: EvidenceCode, message: string) => void;

/** What is verified. */
export interface Subject {
  readonly caseId: Id;
  /** Where the case lies. */
  readonly folder: string;
  readonly store: Store;
  readonly blobs: Blobs;
  readonly checking: Checking;
  /** What onrecord.json says of the case, and what its founding statement says; null when that does not hold or is kept back. */
  readonly marker: CaseBody;
  readonly founding: CaseBody | null;
  /** The device of this copy; null when nobody knows. */
  readonly own: DeviceId | null;
}

/** See `Workbench.verify`. */
export async function verifyCase(subject: Subject, onProgress: (progress: Progress) => void): Promise<VerifyReport> {
  const { caseId, store, blobs, checking, marker, founding } = subject;
  const refused: VerifyFault[] = [];
  const tell: Tell = (id, code, message) => refused.push({ id, code, message });

  onProgress({ phase: "store", done: 0, total: 1 });
  for (const damage of await store.integrity()) tell("record.db", "store-damaged", damage);

  const same = founding === null || (["name", "zone", "languages"] as const).every((key) => isDeepStrictEqual(marker[key], founding[key]));
  if (!same) tell("onrecord.json", "projection-stale", "It does not say what the founding statement says, which is meant.");

  const strays: string[] = [];
  const checked = { statements: 0, sources: 0, passages: 0 };
  try {
    const total = await store.countStatements();
    if ((await store.statement(caseId)) === null) tell(caseId, "statement-case", "The founding statement of the case is not in its log.");
    const sealed = new Map<Id, SealBody>();
    const read = new Map<Id, ReadBody>();
    const examined = await examine(store, caseId, checking, (statement, { body, faults }) => {
      checked.statements++;
      for (const { code, message } of faults) tell(statement.id, code, message);
      if (body?.kind === "seal") sealed.set(statement.id, body.body);
      else if (body?.kind === "read") read.set(statement.id, body.body);
      onProgress({ phase: "statements", done: checked.statements, total });
    });
    const counted = await countOf(examined, caseId, checking);
    for (const { id, code, message } of misplaced(examined.held, new Set(counted.admission.members.map(({ device }) => device)))) {
      tell(id, code, message);
      sealed.delete(id);
      read.delete(id);
    }
    const [seals, reads] = [[...sealed.values()], [...read.values()]];
    const unnamed = await checkBlobs(seals, reads, blobs, tell, onProgress);
    strays.push(...unnamed, ...(await straysIn(subject.folder, async (id) => (await store.statement(id)) !== null)));
    checked.sources = new Set(seals.map(({ id }) => id)).size;
    checked.passages = await checkPassages(reads, blobs, tell, onProgress);
    await checkProjections(subject, counted, tell, onProgress);
  } catch (error) {
    // Damage that stops the reading of a table is damage found.
    if (!(error instanceof BrokenEvidence)) throw error;
    tell("record.db", error.code, error.message);
  }
  return { ok: refused.length === 0, checked, refused: once(refused), strays };
}

/** Every blob that the log names is there and is what it was; so is every other. Gives the ids of those that no statement names. */
async function checkBlobs(
  seals: readonly SealBody[],
  reads: readonly ReadBody[],
  blobs: Blobs,
  tell: Tell,
  onProgress: (progress: Progress) => void,
): Promise<readonly Id[]> {
  const texts = new Set(seals.filter(({ id, text }) => id !== text).map(({ text }) => text));
  const drafts = new Set(reads.map((read) => read.drafts));
  const named = new Set([...seals.map(({ id }) => id), ...texts, ...drafts]);
  const ids = [...new Set([...named, ...(await blobs.list(named))])].sort();
  for (const [at, id] of ids.entries()) {
    try {
      await blobs.get(id);
    } catch (error) {
      if (!(error instanceof BrokenEvidence)) throw error;
      const altered = texts.has(id) ? "text-altered" : drafts.has(id) ? "drafts-altered" : "blob-altered";
      tell(id, error.code === "blob-altered" ? altered : error.code, error.message);
    }
    onProgress({ phase: "blobs", done: at + 1, total: ids.length });
  }
  return ids.filter((id) => !named.has(id));
}

/** Every claim of every drafts blob quotes its text layer exactly. Blobs that are damaged have been told. Gives the number of claims. */
async function checkPassages(
  reads: readonly ReadBody[],
  blobs: Blobs,
  tell: Tell,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  const total = reads.reduce((sum, { claims }) => sum + claims, 0);
  let done = 0;
  for (const read of reads) {
    const bytes = await bytesOrNull(blobs, read.drafts);
    const layer = await bytesOrNull(blobs, read.text);
    if (bytes !== null) {
      try {
        const { claims } = readDrafts(bytes, read, sha256);
        const text = layer === null ? null : new TextDecoder().decode(layer);
        for (const claim of claims) if (text !== null) checkQuote(claim, text, tell);
      } catch (error) {
        if (!(error instanceof BrokenEvidence)) throw error;
        tell(read.drafts, error.code, error.message);
      }
    }
    done += read.claims;
    onProgress({ phase: "passages", done, total });
  }
  return done;
}

function checkQuote(claim: Claim, text: string, tell: Tell): void {
  if (quoteHolds(claim, text)) return;
  tell(claim.id, "passage-mismatch", `The quote is not the text at ${claim.start}-${claim.end} of ${claim.source}.`);
}

async function bytesOrNull(blobs: Blobs, id: Id): Promise<Uint8Array | null> {
  try {
    return await blobs.get(id);
  } catch (error) {
    if (error instanceof BrokenEvidence) return null;
    throw error;
  }
}

/** Folds the log again in memory and holds every row against it. Rows of another version are not wrong: they are folded again at the next use. */
async function checkProjections(
  { caseId, store, blobs, own }: Subject,
  counted: Count,
  tell: Tell,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  if ((await store.projection()) !== projectionVersion) return;
  const scratch = scratchSqlite(caseId);
  try {
    // The statements are copied as they are: they were held against the rules a moment ago.
    await scratch.write(async (writes) => {
      for await (const statement of store.statements()) {
        const { header } = readHeader(statement.bytes);
        if (header !== null) await writes.append(statement, header);
      }
      let done = 0;
      const onSource = (): void => {
        onProgress({ phase: "projections", done: ++done, total: done });
      };
      await foldCounted(writes, counted, blobs, own, onSource);
    });
    await compare("sources", rowsOf(store.sources(), sourceKey), rowsOf(scratch.sources(), sourceKey), tell);
    await compare("claims", rowsOf(store.claims({}), claimKey), rowsOf(scratch.claims({}), claimKey), tell);
    for (const view of new Set([...(await store.viewNames()), ...(await scratch.viewNames())])) {
      await compare(`view ${view}`, viewRows(store, view), viewRows(scratch, view), tell);
    }
  } finally {
    await scratch.close();
  }
}

type Row = readonly [key: string, value: unknown];

const sourceKey = ({ source }: SourceEntry): string => source.id;
const claimKey = ({ id }: Claim): string => id;

async function* rowsOf<T>(values: AsyncIterable<T>, key: (value: T) => string): AsyncGenerator<Row> {
  for await (const value of values) yield [key(value), value];
}

function viewRows(store: Reads, view: string): AsyncIterable<Row> {
  return store.rows(view).range("");
}

/** Tells the first row in which the two differ: what comes after a missing one is out of step. */
async function compare(what: string, rows: AsyncIterable<Row>, wanted: AsyncIterable<Row>, tell: Tell): Promise<void> {
  const [a, b] = [rows[Symbol.asyncIterator](), wanted[Symbol.asyncIterator]()];
  for (;;) {
    const [have, want] = [await a.next(), await b.next()];
    if (have.done === true && want.done === true) return;
    if (have.done === true || want.done === true || !isDeepStrictEqual(have.value, want.value)) {
      const key = want.done === true ? (have.value as Row)[0] : want.value[0];
      tell(what, "projection-stale", `The row ${JSON.stringify(key)} is not what the log gives.`);
      return;
    }
  }
}

/** The same fault of the same thing once, in the order found. */
function once(faults: readonly VerifyFault[]): readonly VerifyFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
