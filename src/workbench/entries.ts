/** One document at a time: its sources, claims and the rows of every view, from its drafts and from what people have said of them. */
import { arranged } from "../model/check.ts";
import type { Claim } from "../model/claim.ts";
import { claimCheck, quoteHolds } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import { BrokenEvidence } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reading, SourceEntry, Writes } from "../store/store.ts";
import type { Judgement } from "../views/judged.ts";
import { judgedClaims } from "../views/judged.ts";
import { judgementOf, judgements, judgementsOf } from "../views/judgements.ts";
import { keep } from "../views/keep.ts";
import type { Said } from "../views/said.ts";
import type { Entry } from "../views/view.ts";
import { filings } from "../views/views.ts";
import { sha256 } from "./crypto.ts";
import { codeOf, diskFailed } from "./folder.ts";
import { behindCurtain, hiddenHere } from "./curtain.ts";
import type { Drafts } from "./drafts.ts";
import { readDrafts } from "./drafts.ts";

/** What a drafts blob gives the views. */
export type Content = Pick<Drafts, "reader" | "claims" | "refused">;

/** Puts a source that no row is of yet, with what its readers read, whatever the order of their contents. */
export async function foldSource(writes: Writes, entry: SourceEntry, contents: readonly Content[], blobs: Blobs): Promise<void> {
  const judged = await judgementsOf(writes.rows(judgements.name), entry.source.id);
  const hidden = await hiddenHere(writes, entry.source);
  await putEntry(writes, entry, behindCurtain(await entryOf(entry, contents, judged, blobs), hidden), null);
}

/** What the views are given of a source as it stands in the store. */
export async function entryNow(writes: Writes, entry: SourceEntry, blobs: Blobs): Promise<Entry> {
  const judged = await judgementsOf(writes.rows(judgements.name), entry.source.id);
  return behindCurtain(await entryOf(entry, await contentsOf(entry, blobs), judged, blobs), await hiddenHere(writes, entry.source));
}

/** Folds one more statement of a person that counts, or folds it out again when its author has taken it back. */
export async function foldSaid(writes: Writes, said: Said, blobs: Blobs, takenBack = false): Promise<void> {
  const about = judgementOf(said)?.claim.source ?? null;
  const source = about === null ? null : await writes.source(about);
  if (source === null) {
    await hear(writes, said, takenBack);
    return;
  }
  const rows = writes.rows(judgements.name);
  const contents = await contentsOf(source, blobs);
  const hidden = await hiddenHere(writes, source.source);
  const now = async (): Promise<Entry> =>
    behindCurtain(await entryOf(source, contents, await judgementsOf(rows, source.source.id), blobs), hidden);
  const was = await now();
  await hear(writes, said, takenBack);
  await putEntry(writes, source, await now(), was);
}

/** Puts the rows that a statement gives by itself, or takes them away. */
export async function hear(writes: Writes, said: Said, takenBack: boolean): Promise<void> {
  for (const filing of filings) {
    const kept = [...(filing.hear?.(said) ?? [])];
    await keep(writes.rows(filing.name), takenBack ? [] : kept, takenBack ? kept : []);
  }
}

/** What the readings of a source hold, as far as their drafts are there and what they were. */
export async function contentsOf(entry: SourceEntry, blobs: Blobs): Promise<readonly Content[]> {
  const contents: Content[] = [];
  for (const reading of entry.readings) {
    const content = await contentOf(entry, reading, blobs);
    if (content !== null) contents.push(content);
  }
  return contents;
}

/** A source with its claims as people have judged them. */
async function entryOf({ source }: SourceEntry, contents: readonly Content[], judged: readonly Judgement[], blobs: Blobs): Promise<Entry> {
  const byReader = [...contents].sort((a, b) => (a.reader.name < b.reader.name ? -1 : 1));
  // Drafts come from a reader or, sorted to be hashed, from a blob: the rows are the same bytes.
  const drafts = inOrder(byReader.map((content) => content.claims)).map((claim) => arranged(claimCheck, claim));
  const refused = byReader.flatMap((content) => content.refused);
  const text = await textOf(source, blobs);
  if (judged.length === 0) return { source, text, claims: drafts, refused, moved: [] };
  const misquotes = misquoting(source, drafts, text);
  const { claims, moved } = judgedClaims(
    drafts,
    judged.filter((judgement) => !misquotes(judgement)),
  );
  const misquoted = judged.filter(misquotes).map(({ id }): Refused => {
    return { what: id, code: "passage-mismatch", message: `Its quote is not the text at its place in ${source.id}.` };
  });
  return { source, text, claims: claims.map((claim) => arranged(claimCheck, claim)), refused: [...refused, ...misquoted], moved };
}

/** Whether a judgement speaks of words that are not in the text. A draft was held against the text when it was read. */
function misquoting(source: Source, drafts: readonly Claim[], text: string | null): (judgement: Judgement) => boolean {
  const own = new Set(drafts.map(({ id }) => id));
  return ({ claim, corrected }) =>
    [claim, corrected].some(
      (each) => each !== null && !own.has(each.id) && (each.text !== source.text || text === null || !quoteHolds(each, text)),
    );
}

/** Puts a source, its claims and its rows in every view, in place of those that it gave before. */
export async function putEntry(writes: Writes, entry: SourceEntry, now: Entry, was: Entry | null): Promise<void> {
  await writes.putSource(entry);
  await writes.putClaims(entry.source, now.claims);
  for (const filing of filings) await keep(writes.rows(filing.name), filing.file(now), was === null ? [] : filing.file(was));
}

/** The text layer; null when it is damaged or not there. Throws NotSaved `disk-failed`. */
async function textOf({ text }: Source, blobs: Blobs): Promise<string | null> {
  try {
    return new TextDecoder().decode(await blobs.get(text));
  } catch (error) {
    if (isDamage(error)) return null;
    throw diskFailed(error instanceof BrokenEvidence ? error.cause : error);
  }
}

/**
 * True when what is there is not what was sealed, or nothing is. A disk that does not give what it has is another thing: rows folded without it would
 * be wrong for as long as nobody looks.
 */
function isDamage(error: unknown): boolean {
  return error instanceof BrokenEvidence && codeOf(error.cause) === null;
}

/** Several readers' claims as one list in document order. Of a claim that two of them read the first one's stays. */
function inOrder(lists: readonly (readonly Claim[])[]): readonly Claim[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const once = new Map<Id, Claim>();
  for (const claim of lists.flat()) if (!once.has(claim.id)) once.set(claim.id, claim);
  return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What a reading's drafts blob holds; null when it is damaged. */
async function contentOf({ source }: SourceEntry, reading: Reading, blobs: Blobs): Promise<Content | null> {
  try {
    return readDrafts(await blobs.get(reading.drafts), { source: source.id, text: source.text, ...reading }, sha256);
  } catch (error) {
    if (isDamage(error)) return null;
    throw diskFailed(error instanceof BrokenEvidence ? error.cause : error);
  }
}
