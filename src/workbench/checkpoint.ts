/** Checkpoints of a case: made, stamped, and held against the log. */
import { signCheckpoint, withStamp } from "../log/checkpoint.ts";
import type { Checking, Signing } from "../log/crypto.ts";
import { signedEncoding } from "../log/pae.ts";
import { emptyFrontier, leafHash, rootOf, withLeaf } from "../log/tree.ts";
import { checkpointText, verifyCheckpoint } from "../log/verify/checkpoint.ts";
import type { Checkpoint } from "../log/verify/checkpoint.ts";
import { Refusal, WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Statement } from "../model/statement.ts";
import { headsOf, linksOf } from "./heads.ts";
import type { Stamp } from "./stamp.ts";
import { checkStamp, tokenOf } from "./stamp.ts";
import type { CheckpointReport, VerifyFault } from "./verbs.ts";

/** The checkpoint of the case as it is now, signed by this device. */
export async function makeCheckpoint(caseId: Id, statements: AsyncIterable<Statement>, signing: Signing): Promise<Uint8Array> {
  return signCheckpoint({ case: caseId, heads: await headsOf(linksOf(statements, signing), signing) }, signing);
}

/** The checkpoint with a stamp (an RFC 3161 reply or token). Throws WrongUsage on bytes that are none, Refusal when the stamp is not over it. */
export async function stampCheckpoint(note: Uint8Array, reply: Uint8Array, checking: Checking): Promise<Uint8Array> {
  const { checkpoint } = await verifyCheckpoint(note, checking);
  const token = tokenOf(reply);
  if (checkpoint === null) throw new WrongUsage("That is no checkpoint. Name a file that onrecord checkpoint wrote.");
  if (token === null) throw new WrongUsage("That is no time stamp. Name a reply or a token of RFC 3161, in DER.");
  const stamp = checkStamp(token, new TextEncoder().encode(checkpointText(checkpoint)));
  if ("why" in stamp) throw new Refusal("metadata-bad", `The stamp does not hold: ${stamp.why}. Have the checkpoint's own text stamped.`);
  const stamped = await withStamp(note, token, checking);
  if (stamped === null) throw new TypeError("a checkpoint that is no note");
  return stamped;
}

/** Checks a checkpoint, its stamps, and that each of its heads is one of the log's; without `log` the last is not asked. */
export async function checkCheckpoint(
  note: Uint8Array,
  log: { readonly caseId: Id; statements(): AsyncIterable<Statement> } | null,
  checking: Checking,
): Promise<CheckpointReport> {
  const { checkpoint, signers, stamps, faults } = await verifyCheckpoint(note, checking);
  const refused: VerifyFault[] = faults.map((fault) => ({ id: "checkpoint", ...fault }));
  const good: Stamp[] = [];
  for (const token of checkpoint === null ? [] : stamps) {
    const stamp = checkStamp(token, new TextEncoder().encode(checkpointText(checkpoint as Checkpoint)));
    if ("why" in stamp) refused.push({ id: "checkpoint", code: "stamp-bad", message: `a stamp does not hold: ${stamp.why}` });
    else good.push(stamp);
  }
  const compared = checkpoint !== null && log?.caseId === checkpoint.case;
  if (compared) refused.push(...(await againstLog(checkpoint, log.statements(), checking)));
  return {
    ok: refused.length === 0,
    case: checkpoint?.case ?? null,
    heads: checkpoint?.heads.length ?? 0,
    signers,
    stamps: good,
    compared,
    refused,
  };
}

/** [C8]: each head is the root of that device's statements so far. */
async function againstLog(
  checkpoint: Checkpoint,
  statements: AsyncIterable<Statement>,
  checking: Checking,
): Promise<readonly VerifyFault[]> {
  const wanted = new Map(checkpoint.heads.map((head) => [head.device as string, head]));
  let frontier = emptyFrontier;
  let device: string | null = null;
  for await (const { bytes } of statements) {
    const header = JSON.parse(new TextDecoder().decode(bytes)) as { readonly device: string; readonly seq: number };
    if (header.device !== device) [device, frontier] = [header.device, emptyFrontier];
    const head = wanted.get(header.device);
    if (head === undefined || header.seq > head.seq || header.seq !== frontier.size) continue;
    frontier = await withLeaf(frontier, await leafHash(signedEncoding(bytes), checking), checking);
    if (header.seq === head.seq && (await rootOf(frontier, checking)) === head.root) wanted.delete(header.device);
  }
  return [...wanted.values()].map(({ device: who, seq }) => ({
    id: who,
    code: "head-mismatch" as const,
    message: `The log does not have the ${seq + 1} statements of this device that the checkpoint names.`,
  }));
}
