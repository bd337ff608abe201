/**
 * Folding in only what came: the log is counted with it and without it, and the rows of those statements are put, or taken away, whose standing is
 * another now. It gives the same rows as folding the whole log again, which is what it leaves to do where that is not plain.
 */
import type { Checking } from "../log/crypto.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { SourceEntry, Writes } from "../store/store.ts";
import { conflicts } from "../views/conflicts.ts";
import { judgementOf } from "../views/judgements.ts";
import { keep } from "../views/keep.ts";
import { mentioned, mentionsOf } from "../views/mentioned.ts";
import { refused, refusedRows } from "../views/refused.ts";
import type { Said } from "../views/said.ts";
import type { Entry } from "../views/view.ts";
import { asideRows, markRows, STANDING } from "./aside.ts";
import type { Count } from "./count.ts";
import { countOf, examineKept } from "./count.ts";
import { isDrawn } from "./curtain.ts";
import { entryNow, hear, putEntry } from "./entries.ts";
import { foldRead, foldSeal, projectionVersion } from "./fold.ts";
import { SEEN, seenRows } from "./heads.ts";
import { holdsNames } from "./roster.ts";
import { statementSaid } from "./say.ts";

/** One statement whose standing is another now. */
interface Turn {
  readonly said: Said;
  readonly stands: boolean;
}

/** What these statements do to more rows than their own: then the whole log is folded. */
const FAR: readonly string[] = ["tombstone", "protect", "cover"];

/**
 * Folds in the statements `fresh`, which lie in the store already. False: the log has to be folded again, and what was put so far does not matter.
 */
export async function foldIn(
  writes: Writes,
  caseId: Id,
  blobs: Blobs,
  { checking, own }: { readonly checking: Checking; readonly own: DeviceId | null },
  fresh: ReadonlySet<Id>,
): Promise<boolean> {
  if ((await writes.projection()) !== projectionVersion) return false;
  const examined = await examineKept(writes, caseId, checking);
  const now = await countOf(examined, caseId, checking);
  const without = { held: examined.held.filter(({ id }) => !fresh.has(id)), refused: examined.refused.filter(({ what }) => !fresh.has(what as Id)) }; // prettier-ignore
  const before = await countOf(without, caseId, checking);
  const hides = !now.admission.members.some((member) => member.device === own && holdsNames(member));
  if ((await isDrawn(writes)) !== hides) return false;

  const turned = [...now.standing].filter((id) => !before.standing.has(id)).map((id) => [id, true] as const);
  const fallen = [...before.standing].filter((id) => !now.standing.has(id)).map((id) => [id, false] as const);
  const turns: Turn[] = [];
  for (const [id, stands] of [...turned, ...fallen]) {
    const said = await statementSaid(writes, id);
    if (said === null) continue;
    if (FAR.includes(said.kind) || (!stands && (said.kind === "seal" || said.kind === "read"))) return false;
    turns.push({ said, stands });
  }
  for (const id of fresh) {
    const said = await statementSaid(writes, id);
    if (said !== null) await keep(writes.rows(mentioned), mentionsOf(said));
  }
  const early = turns.some(({ said }) => said.kind === "seal") ? await earlyReads(writes, now, before) : [];
  const bySource = Map.groupBy([...turns, ...early], ({ said }) => sourceOf(said));
  for (const [source, about] of bySource) if (!(await foldSource(writes, source, about, blobs))) return false;

  await keep(writes.rows(refused.name), refusedRows("log", now.refused), refusedRows("log", before.refused));
  await keep(writes.rows(conflicts.name), asideRows(now.admission), asideRows(before.admission));
  await keep(writes.rows(STANDING), markRows(now), markRows(before));
  await keep(writes.rows(SEEN), seenRows(now.heads, own), seenRows(before.heads, own));
  return true;
}

/** The source whose rows a statement changes; null when it changes none but its own. */
function sourceOf(said: Said): Id | null {
  if (said.kind === "seal") return said.body.id;
  if (said.kind === "read") return said.body.source;
  return judgementOf(said)?.claim.source ?? null;
}

/** Readings that stood before and wait for a seal that came now. */
async function earlyReads(writes: Writes, now: Count, before: Count): Promise<readonly Turn[]> {
  const early: Turn[] = [];
  for (const id of before.reads) {
    if (!now.standing.has(id) || !before.standing.has(id)) continue;
    const said = await statementSaid(writes, id);
    if (said?.kind === "read" && (await writes.source(said.body.source)) === null) early.push({ said, stands: true });
  }
  return early;
}

/** Folds what is about one source. False when another text layer of it counts now: then readings that waited come in. */
async function foldSource(writes: Writes, source: Id | null, turns: readonly Turn[], blobs: Blobs): Promise<boolean> {
  const known = source === null ? null : await writes.source(source);
  const was: Entry | null = known === null ? null : await entryNow(writes, known, blobs);
  for (const { said, stands } of turns) await hear(writes, said, !stands);
  for (const { said } of turns) if (said.kind === "seal") await foldSeal(writes, said.id, said.body);
  for (const { said } of turns) if (said.kind === "read") await foldRead(writes, said.id, said.body);
  const entry: SourceEntry | null = source === null ? null : await writes.source(source);
  if (entry === null) return true;
  if (known !== null && known.source.text !== entry.source.text) return false;
  await putEntry(writes, entry, await entryNow(writes, entry, blobs), was);
  return true;
}
