/** What people sign: one statement at the end of this device's log, folded in the same transaction. */
import type { Checking, Signing } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import { faultsOf } from "../model/check.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Reads, Store, Writes } from "../store/store.ts";
import { keep } from "../views/keep.ts";
import { mentioned, mentionsOf } from "../views/mentioned.ts";
import type { Said } from "../views/said.ts";
import { countsAtOnce, markOf, markWithdrawn } from "./aside.ts";
import { saidOf } from "./count.ts";
import { foldSaid } from "./entries.ts";
import { penFor } from "./pen.ts";

/** What signing works on. */
export interface SayDesk {
  readonly caseId: Id;
  readonly founder: DeviceId | null;
  readonly store: Store;
  readonly blobs: Blobs;
  readonly checking: Checking;
  /** Throws NotSaved `key-missing`, `key-bad`. */
  readonly signing: () => Promise<Signing>;
  /** Makes sure that the rows are those of this program. */
  readonly ready: () => Promise<void>;
  readonly foldAgain: (writes: Writes) => Promise<void>;
}

/** Signs one statement. Throws WrongUsage when the body is none of that kind, NotSaved when it cannot be kept. Gives the statement's id. */
export async function say<Kind extends StatementKind>(kind: Kind, body: Bodies[Kind], desk: SayDesk): Promise<Id> {
  const faults = faultsOf(typeOf(kind).check, body);
  if (faults.length > 0) {
    throw new WrongUsage(`That is no ${kind}: ${faults.map(({ path, expected }) => `${path} is expected ${expected}`).join("; ")}.`);
  }
  const signing = await desk.signing();
  await desk.ready();
  return desk.store.write(async (writes) => {
    const id = await (await penFor({ caseId: desk.caseId, signing }, writes))(kind, body);
    const said = await statementSaid(writes, id);
    if (said === null || !(await foldsAtOnce(writes, said, desk))) await desk.foldAgain(writes);
    return id;
  });
}

/** See `Workbench.withdraw`. */
export async function withdraw(statement: Id, reason: string | null, desk: SayDesk): Promise<Id> {
  await desk.ready();
  const target = await desk.store.statement(statement);
  const header = target === null ? null : readHeader(target.bytes).header;
  if (header === null) throw new WrongUsage(`There is no statement ${statement}.`);
  if (header.device !== (await desk.signing()).device)
    throw new WrongUsage("That is another device's statement. Judge it, unlink it or answer it; only its author takes it back.");
  if (final.includes(header.kind) || (isKnownKind(header.kind) && typeOf(header.kind).right === "organise"))
    throw new WrongUsage(`A ${header.kind} is not taken back: say what holds now instead.`);
  if ((await markOf(desk.store, statement)) === "withdrawn") throw new WrongUsage("It is taken back already.");
  return say("withdraw", { statement, reason }, desk);
}

/** Kinds that are not taken back ([A12]). */
const final: readonly string[] = ["case", "withdraw", "tombstone"];

/** What a statement of the store says; null when it is not there or a field of it is closed. */
export async function statementSaid(store: Reads, id: Id): Promise<Said | null> {
  const statement = await store.statement(id);
  if (statement === null) return null;
  const { header } = readHeader(statement.bytes);
  return header === null ? null : saidOf(statement, header);
}

/** Folds a new statement of this device in, when that is all there is to do. False: the log has to be counted anew. */
async function foldsAtOnce(writes: Writes, said: Said, { founder, blobs }: SayDesk): Promise<boolean> {
  if (typeOf(said.kind).right !== "write" || !(await countsAtOnce(writes, said.device, founder))) return false;
  if (["tombstone", "seal", "read", "protect", "cover"].includes(said.kind)) return false;
  if (said.kind === "withdraw") {
    const target = await statementSaid(writes, said.body.statement);
    const own = target?.device === said.device && typeOf(target.kind).right === "write";
    if (
      !own ||
      ["withdraw", "tombstone", "seal", "read", "protect", "cover"].includes(target.kind) ||
      (await markOf(writes, target.id)) !== null
    )
      return false;
    await markWithdrawn(writes, target.id);
    await foldSaid(writes, target, blobs, true);
  }
  await keep(writes.rows(mentioned), mentionsOf(said));
  await foldSaid(writes, said, blobs);
  return true;
}
