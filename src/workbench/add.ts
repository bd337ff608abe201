/**
 * Adding: inputs are made ready one by one and committed in batches. First every blob of the batch is on the disk, then one transaction holds its
 * statements and rows, then it is reported. So whatever moment this is stopped at, what was reported is there, what was not can be added again,
 * and nothing is there by half; at most blobs that nobody names are left over.
 */
import type { Signing } from "../log/crypto.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import { countsAtOnce } from "./aside.ts";
import { sealBody } from "../model/kinds/seal.ts";
import type { Reader } from "../reading/reader.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reading, SourceEntry, Store, Writes } from "../store/store.ts";
import { sha256 } from "./crypto.ts";
import { draftsBytes } from "./drafts.ts";
import type { ReaderResult } from "./document.ts";
import { foldSource } from "./entries.ts";
import { readingOf, withReading } from "./fold.ts";
import type { Prepared } from "./intake.ts";
import { prepare } from "./intake.ts";
import type { Pen } from "./pen.ts";
import { penFor } from "./pen.ts";
import type { AddOptions, AddReport, AddSummary, Input } from "./verbs.ts";

/**
 * A batch is committed when it is as old as `ms` and none is being committed, or, at the latest, when it has as many inputs or bytes to write:
 * a commit costs syncs, a crash costs the batch. On a slow disk batches grow by themselves.
 */
const BATCH = { ms: 500, inputs: 128, bytes: 16_000_000 };

/** What adding works on. */
export interface Desk {
  readonly caseId: Id;
  readonly store: Store;
  readonly blobs: Blobs;
  readonly signing: Signing;
  readonly readers: readonly Reader[];
  /** Milliseconds that only go up. */
  readonly ticks: () => number;
  /** Folds the whole log again, inside of the transaction. */
  readonly foldAgain: (writes: Writes) => Promise<void>;
  readonly founder: DeviceId | null;
}

type PreparedDocument = Extract<Prepared, { readonly kind: "document" }>;

/** See `Workbench.add`. */
export async function add(
  desk: Desk,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  { signal }: AddOptions,
  onReport: (report: AddReport) => void,
): Promise<AddSummary> {
  const summary = { added: 0, known: 0, refused: 0, claims: 0, refusals: 0 };
  let batch: Prepared[] = [];
  let bytes = 0;
  let since = 0;
  // While one batch waits for the disk the next is being read. A batch is begun only when the one before is committed and reported.
  const disk = { busy: false, done: Promise.resolve() };
  const commitAndReport = async (full: readonly Prepared[]): Promise<void> => {
    disk.busy = true;
    const reports = await commit(desk, full);
    disk.busy = false;
    for (const report of reports) {
      summary[report.outcome]++;
      if (report.outcome === "added") summary.claims += report.claims;
      summary.refusals += report.refused.length;
      onReport(report);
    }
  };
  const flush = async (): Promise<void> => {
    await disk.done;
    disk.done = commitAndReport(batch);
    // It is awaited later; until then a failure must not pass for one that nobody handles.
    disk.done.catch(() => undefined);
    batch = [];
    bytes = 0;
  };
  try {
    for await (const input of inputs) {
      if (signal?.aborted === true) break;
      if (batch.length === 0) since = desk.ticks();
      const prepared = await prepare(input, desk);
      batch.push(prepared);
      if (prepared.kind === "document") bytes += prepared.blobs.reduce((sum, blob) => sum + blob.length, 0);
      const full = batch.length >= BATCH.inputs || bytes >= BATCH.bytes;
      if (full || (!disk.busy && desk.ticks() - since >= BATCH.ms)) await flush();
    }
    await flush();
  } finally {
    await disk.done;
  }
  return summary;
}

/** Makes a batch durable; only then are its reports handed out. */
async function commit(desk: Desk, batch: readonly Prepared[]): Promise<readonly AddReport[]> {
  if (batch.length === 0) return [];
  const drafts = new Map<ReaderResult, Uint8Array>();
  for (const each of batch) {
    if (each.kind !== "document") continue;
    for (const result of each.results) if (result.drafts !== null) drafts.set(result, draftsBytes(result.drafts));
  }
  await desk.blobs.put([...batch.flatMap((each) => (each.kind === "document" ? each.blobs : [])), ...drafts.values()]);
  return desk.store.write(async (writes) => {
    const pen = await penFor(desk, writes);
    const reports: AddReport[] = [];
    let again = false;
    for (const each of batch) {
      if (each.kind === "refused") {
        await writes.putRefused(each.refused);
        reports.push({ what: each.what, outcome: "refused", source: null, claims: 0, refused: each.refused });
        continue;
      }
      await writes.forgetRefused(each.what);
      if (each.kind === "known") {
        reports.push({ what: each.what, outcome: "known", source: each.entry.source.id, claims: claimsOf(each.entry), refused: [] });
        continue;
      }
      const { report, changed } = await record(each, drafts, { pen, writes, blobs: desk.blobs });
      again ||= changed;
      reports.push(report);
    }
    // What a device signs that nobody has added waits: its documents are in the log, and in no view.
    const waits = batch.some(({ kind }) => kind === "document") && !(await countsAtOnce(writes, desk.signing.device, desk.founder));
    if (again || waits) await desk.foldAgain(writes);
    return reports;
  });
}

/** Seals a document and its readings, as far as that is not done. `changed`: rows of a source that had some are to be folded again. */
async function record(
  document: PreparedDocument,
  drafts: ReadonlyMap<ReaderResult, Uint8Array>,
  { pen, writes, blobs }: { readonly pen: Pen; readonly writes: Writes; readonly blobs: Blobs },
): Promise<{ readonly report: AddReport; readonly changed: boolean }> {
  const { what, source, results } = document;
  const known = await writes.source(source.id);
  const seal = known?.seal ?? (await pen("seal", sealBody(source)));
  const text = known?.source.text ?? source.text;
  let readings: readonly Reading[] = known?.readings ?? [];
  const failed: Refused[] = [];
  for (const result of results) {
    const { name: reader, version } = result.reader;
    if (readings.some((reading) => reading.reader === reader)) continue;
    const bytes = drafts.get(result);
    // Another process may have sealed another text layer since this one was read.
    if (result.drafts === null || bytes === undefined || text !== source.text) {
      const message = "It was sealed by another program meanwhile. Add it again.";
      failed.push(...(result.drafts === null ? result.refused : [{ what, code: "reader-failed" as const, message }]));
      continue;
    }
    const body = {
      source: source.id,
      text,
      reader,
      version,
      drafts: `sha256:${sha256(bytes)}`,
      claims: result.drafts.claims.length,
    } as const;
    readings = withReading(readings, readingOf(await pen("read", body), body));
  }
  const entry: SourceEntry = { source: known?.source ?? source, seal, readings };
  // Refusals of drafts are in the drafts blob, and so in the log; that a reader stopped is known only here.
  await writes.putRefused(failed);
  const refused = known === null ? results.flatMap((result) => result.refused) : failed;
  const report: AddReport = { what, outcome: known === null ? "added" : "known", source: source.id, claims: claimsOf(entry), refused };
  if (known !== null) return { report, changed: readings !== known.readings };
  await foldSource(
    writes,
    entry,
    results.flatMap((result) => (result.drafts === null ? [] : [result.drafts])),
    blobs,
  );
  return { report, changed: false };
}

function claimsOf({ readings }: SourceEntry): number {
  return readings.reduce((sum, reading) => sum + reading.claims, 0);
}
