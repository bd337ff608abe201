/** The log of a case: what founds it, who is in it, and what stands in a place that is not its own. */
import type { Head } from "../log/append.ts";
import type { Checking } from "../log/crypto.ts";
import type { Member } from "../log/members.ts";
import type { Held } from "../log/chains.ts";
import type { LogFault } from "../log/verify.ts";
import { chainFaults, verify } from "../log/verify.ts";
import type { Id } from "../model/ids.ts";
import type { CaseBody } from "../model/kinds/case.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import { countKept } from "./count.ts";

/** What the founding statement says; null when it does not hold. The device that made it is the first member. */
export interface Founding {
  readonly device: DeviceId;
  readonly time: string;
  /** Null when fields of it are kept back. */
  readonly body: CaseBody | null;
}

/** The founding statement of the case; null when it is not in the store or does not hold. */
export async function foundingOf(store: Reads, caseId: Id, checking: Checking): Promise<Founding | null> {
  const statement = await store.statement(caseId);
  if (statement === null) return null;
  const { header, body, faults } = await verify(statement, { caseId, head: null, isMember: () => true }, checking);
  if (header?.kind !== "case" || faults.length > 0) return null;
  return { device: header.device, time: header.time, body: body?.kind === "case" ? body.body : null };
}

/** Everybody who is or was a member, by device ([A1] and after). */
export async function membersOf(store: Reads, caseId: Id, checking: Checking): Promise<ReadonlyMap<DeviceId, Member>> {
  const { members } = (await countKept(store, caseId, checking)).admission;
  return new Map(members.map((member) => [member.device, member]));
}

/** A statement that holds by itself and not in its place ([S16], [S17]). */
export interface Misplaced extends LogFault {
  readonly id: Id;
}

/**
 * What is wrong with the places of statements: of devices that are none of the case, after gaps, and from a fork on. `held` come by device, seq, then
 * id.
 */
export function* misplaced(held: readonly Held[], members: ReadonlySet<DeviceId>): Generator<Misplaced> {
  let head: Head | null = null;
  for (const [at, { id, header }] of held.entries()) {
    if (head !== null && head.device !== header.device) head = null;
    const faults: LogFault[] = [];
    if (!members.has(header.device)) faults.push({ code: "device-unknown", message: `${header.device} is no device of this case` });
    for (const message of chainFaults(header, head)) faults.push({ code: "statement-chain", message });
    const forked = [held[at - 1], held[at + 1]].some((other) => other?.header.device === header.device && other.header.seq === header.seq);
    if (forked) faults.push({ code: "statement-chain", message: `${header.device} signed two statements in one place of its chain` });
    // A statement that does not hold does not move the head: what follows it shows the gap.
    else if (faults.length === 0) head = { device: header.device, seq: header.seq, id };
    for (const fault of faults) yield { id, ...fault };
  }
}
