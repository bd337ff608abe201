/** The log of a case, read from its beginning: every statement with what the rules say of it. */
import type { Head } from "../log/append.ts";
import { headAfter } from "../log/append.ts";
import type { Checking } from "../log/crypto.ts";
import type { Member } from "../log/members.ts";
import type { LogFault, Verdict } from "../log/verify.ts";
import { verify } from "../log/verify.ts";
import type { Id } from "../model/ids.ts";
import type { CaseBody } from "../model/kinds/case.ts";
import type { DeviceId, Statement } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import { count } from "./count.ts";

/** A statement and what was found when it was held against the rules. */
export interface Checked {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

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

/** Everybody who is or was a member, by device ([A1] and after): the whole log is held against the rules for it. */
export async function membersOf(store: Reads, caseId: Id, checking: Checking): Promise<ReadonlyMap<DeviceId, Member>> {
  const { members } = (await count(store, caseId, checking)).admission;
  return new Map(members.map((member) => [member.device, member]));
}

/** Every statement of the store, device by device, in the order of each chain. From a fork on a device's statements have faults ([S17]). */
export async function* readLog(store: Reads, caseId: Id, checking: Checking): AsyncGenerator<Checked> {
  const members = await membersOf(store, caseId, checking);
  const isMember = (device: DeviceId): boolean => members.has(device);
  let head: Head | null = null;
  for await (const { statement, forked } of withForks(store.statements())) {
    const device = deviceIn(statement);
    if (head !== null && device !== head.device) head = null;
    const verdict = await verify(statement, { caseId, head, isMember }, checking);
    if (forked) {
      const fork: LogFault = {
        code: "statement-chain",
        message: `${device ?? "a device"} signed two statements in one place of its chain`,
      };
      yield { statement, verdict: { ...verdict, body: null, faults: [...verdict.faults, fork] } };
    } else {
      // A statement that does not hold does not move the head: what follows it shows the gap.
      if (verdict.header !== null && verdict.faults.length === 0) head = headAfter(statement, verdict.header);
      yield { statement, verdict };
    }
  }
}

/** Device and seq as the header's bytes say; null when they are no header. Only to see what lies side by side: nothing is believed of it. */
function placeIn({ bytes }: Statement): { readonly device: DeviceId; readonly seq: number } | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as { readonly device: DeviceId; readonly seq: number };
  } catch {
    return null;
  }
}

function deviceIn(statement: Statement): DeviceId | null {
  return placeIn(statement)?.device ?? null;
}

async function* withForks(
  statements: AsyncIterable<Statement>,
): AsyncGenerator<{ readonly statement: Statement; readonly forked: boolean }> {
  let held: Statement | null = null;
  let heldForked = false;
  for await (const next of statements) {
    if (held !== null) {
      const [a, b] = [placeIn(held), placeIn(next)];
      const fork = a !== null && b !== null && a.device === b.device && a.seq === b.seq;
      yield { statement: held, forked: heldForked || fork };
      heldForked = fork;
    }
    held = next;
  }
  if (held !== null) yield { statement: held, forked: heldForked };
}
