/** Folding the log anew: who counts, then seals, readings and what people say, then one document after the other. */
import type { Checking } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { ReadBody } from "../model/kinds/read.ts";
import type { SealBody } from "../model/kinds/seal.ts";
import { sourceOf } from "../model/kinds/seal.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reading, Writes } from "../store/store.ts";
import { conflicts } from "../views/conflicts.ts";
import { keep } from "../views/keep.ts";
import { mentioned, mentionsOf } from "../views/mentioned.ts";
import { refused, refusedRows } from "../views/refused.ts";
import { filings } from "../views/views.ts";
import { asideRows, markRows, STANDING } from "./aside.ts";
import type { Count } from "./count.ts";
import { count, saidOf } from "./count.ts";
import { contentsOf, foldSource, hear } from "./entries.ts";
import { drawCurtain } from "./curtain.ts";
import { SEEN, seenRows } from "./heads.ts";
import { holdsNames } from "./roster.ts";

/** Counts up when what this file makes of the same log changes. */
const FOLD = 5;

/** What the rows were folded by. Rows of any other version are thrown away and the log is folded again. */
export const projectionVersion = [`fold=${FOLD}`, ...filings.map(({ name, version }) => `${name}=${version}`)].join(" ");

/**
 * Throws every row away and folds the log again. The order of statements does not matter: of several seals of one source the one got first counts
 * (then the smaller id), of several readings by one reader the highest version (then the smaller id). What does not hold is refused with its code;
 * what nobody has let in, or somebody must decide on, is told as a conflict; neither folds into anything else. Drafts that are not there or not what
 * they were fold into nothing, and `verify` names them. `own` is the device of this copy: the heads of the others are kept, for it to countersign.
 * True when fields of statements were destroyed: then the store is to be scrubbed.
 */
export async function foldAgain(
  writes: Writes,
  caseId: Id,
  blobs: Blobs,
  { checking, own }: { readonly checking: Checking; readonly own: DeviceId | null },
): Promise<boolean> {
  return foldCounted(writes, await count(writes, caseId, checking), blobs, own);
}

/** As `foldAgain`, of a log that has been counted. */
export async function foldCounted(
  writes: Writes,
  counted: Count,
  blobs: Blobs,
  own: DeviceId | null,
  onSource?: () => void,
): Promise<boolean> {
  await writes.clearProjections();
  const destroyed = await destroy(writes, counted);
  const early: { readonly statement: Id; readonly body: ReadBody }[] = [];
  for await (const statement of writes.statements()) {
    const { header } = readHeader(statement.bytes);
    const said = header === null ? null : saidOf(statement, header);
    if (said === null) continue;
    await keep(writes.rows(mentioned), mentionsOf(said));
    if (!counted.standing.has(statement.id)) continue;
    await hear(writes, said, false);
    if (said.kind === "seal") await foldSeal(writes, said.id, said.body);
    else if (said.kind === "read" && !(await foldRead(writes, said.id, said.body))) early.push({ statement: said.id, body: said.body });
  }
  // Readings of what another device sealed, whose log comes after theirs.
  for (const { statement, body } of early) await foldRead(writes, statement, body);
  await keep(writes.rows(refused.name), refusedRows("log", counted.refused));
  await keep(writes.rows(conflicts.name), asideRows(counted.admission));
  await keep(writes.rows(STANDING), markRows(counted));
  await keep(writes.rows(SEEN), seenRows(counted.heads, own));
  await drawCurtain(writes, !counted.admission.members.some((member) => member.device === own && holdsNames(member)));
  for await (const entry of writes.sources()) {
    await foldSource(writes, entry, await contentsOf(entry, blobs), blobs);
    onSource?.();
  }
  await writes.setProjection(projectionVersion);
  return destroyed;
}

/** Destroys the fields that tombstones name ([S49]), here as in the copy in which they were signed. True when there was something left to destroy. */
async function destroy(writes: Writes, { standing, tombstones }: Count): Promise<boolean> {
  let any = false;
  for (const { id, statement, fields } of tombstones) {
    const target = standing.has(id) ? await writes.statement(statement) : null;
    if (target?.opened.some(({ name }) => fields.includes(name)) !== true) continue;
    await writes.forgetFields(statement, fields);
    any = true;
  }
  return any;
}

/** Puts a source, unless it was got earlier by another seal. */
export async function foldSeal(writes: Writes, seal: Id, body: SealBody): Promise<void> {
  const source = sourceOf(body);
  const known = await writes.source(source.id);
  if (known !== null && [known.source.provenance.got, known.seal].join(" ") <= [body.got, seal].join(" ")) return;
  const readings = known?.source.text === source.text ? known.readings : [];
  await writes.putSource({ source, seal, readings });
}

/** Puts a reading with its source. False when there is no such source, or it has another text layer: the reading waits in the log. */
export async function foldRead(writes: Writes, statement: Id, body: ReadBody): Promise<boolean> {
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
