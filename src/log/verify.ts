/** Whether a statement holds: every rule of spec/statement.md that one statement and its place in the log can break, all faults at once. */
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { StatementKind } from "../model/kinds.ts";
import { isKnownKind } from "../model/kinds.ts";
import type { DeviceId, Header, Statement } from "../model/statement.ts";
import type { Head } from "./append.ts";
import type { Checking } from "./crypto.ts";
import type { Said } from "./fields.ts";
import { bodyOf, openingFaults } from "./fields.ts";
import { readHeader } from "./header.ts";
import { signedEncoding } from "./pae.ts";
import { holds } from "./verify/ed25519.ts";

/** What the statement is held against. */
export interface Place {
  /** Id of the case; null when the statement at hand is to found one. */
  readonly caseId: Id | null;
  /** The last statement of the same device, of those before this one; null when this should be its first. */
  readonly head: Head | null;
  /** True for a device whose statements count in this case. */
  isMember(device: DeviceId): boolean;
}

export interface LogFault {
  readonly code: EvidenceCode;
  readonly message: string;
}

/** What a statement of a known kind says, as far as its fields are opened. */
export type KnownSaid = { readonly [Kind in StatementKind]: Said<Kind> & { readonly kind: Kind } }[StatementKind];

/** A body all of whose fields are opened, with its kind. */
export type KnownBody = {
  readonly [Kind in StatementKind]: { readonly kind: Kind; readonly body: NonNullable<Said<Kind>["body"]> };
}[StatementKind];

/** `header` is null when the bytes are none; nothing of a verdict with faults may be folded. */
export interface Verdict {
  readonly header: Header | null;
  /** Null when the kind is not known, a field is kept back, or there are faults. */
  readonly body: KnownBody | null;
  /** The fields that are opened; null when the kind is not known or there are faults. */
  readonly said: KnownSaid | null;
  readonly faults: readonly LogFault[];
}

/** Checks one statement in its place. Never throws on any bytes. */
export async function verify(statement: Statement, place: Place, crypto: Checking): Promise<Verdict> {
  const alone = await verifyAlone(statement, place.caseId, crypto);
  const { header } = alone;
  if (header === null) return alone;
  const faults = [...alone.faults];
  if (!place.isMember(header.device)) faults.push(fault("device-unknown", `${header.device} is no device of this case`));
  for (const reason of chainFaults(header, place.head)) faults.push(fault("statement-chain", reason));
  return faults.length === 0 ? alone : { header, body: null, said: null, faults };
}

/**
 * Checks one statement by itself: all but [S16] and [S17], which are asked of the whole set (admission.ts). `caseId` is null when the statement is to
 * found a case. Never throws on any bytes.
 */
export async function verifyAlone(statement: Statement, caseId: Id | null, crypto: Checking): Promise<Verdict> {
  const faults: LogFault[] = [];
  const signed = signedEncoding(statement.bytes);

  if (statement.id !== `sha256:${await crypto.sha256(signed)}`)
    faults.push(fault("statement-id", "the id is not the hash of the signed encoding"));

  const reading = readHeader(statement.bytes);
  if (reading.header === null) {
    return {
      header: null,
      body: null,
      said: null,
      faults: [...faults, ...reading.why.map((why) => fault("statement-malformed", `header: ${why}`))],
    };
  }
  const { header } = reading;

  if (!(await holds(header.device, signed, statement.signature, crypto))) {
    faults.push(fault("statement-signature", `the signature is not that of ${header.device}`));
  }

  const misopened = await openingFaults(statement.opened, header.fields, crypto);
  for (const why of misopened) faults.push(fault("statement-field", why));

  // What was not signed is no body, good or bad.
  const { said, why } = misopened.length > 0 ? { said: null, why: [] } : await knownSaid(header, statement, crypto);
  for (const reason of why) faults.push(fault("statement-body", reason));

  if (!sameCase(header, statement.id, caseId))
    faults.push(fault("statement-case", `it belongs to the case ${header.case ?? statement.id}`));

  if (faults.length > 0 || said === null) return { header, body: null, said: null, faults };
  return { header, body: said.body === null ? null : ({ kind: said.kind, body: said.body } as KnownBody), said, faults };
}

/** Checked at a time: enough for every thread that signatures are checked on, few enough to hold. */
const AT_ONCE = 128;

/** As `verifyAlone`, of one statement after another, in their order; many are checked at once. */
export async function* verifyEach(
  statements: AsyncIterable<Statement>,
  caseId: Id | null,
  crypto: Checking,
): AsyncGenerator<{ readonly statement: Statement; readonly verdict: Verdict }> {
  let batch: Statement[] = [];
  const checked = async function* (): AsyncGenerator<{ readonly statement: Statement; readonly verdict: Verdict }> {
    const verdicts = await Promise.all(batch.map((statement) => verifyAlone(statement, caseId, crypto)));
    for (const [at, statement] of batch.entries()) yield { statement, verdict: verdicts[at] as Verdict };
    batch = [];
  };
  for await (const statement of statements) {
    batch.push(statement);
    if (batch.length === AT_ONCE) yield* checked();
  }
  yield* checked();
}

function fault(code: EvidenceCode, message: string): LogFault {
  return { code, message };
}

async function knownSaid(
  { kind, fields }: Header,
  { opened }: Statement,
  crypto: Checking,
): Promise<{ readonly said: KnownSaid | null; readonly why: readonly string[] }> {
  if (!isKnownKind(kind)) return { said: null, why: [] };
  const { said, why } = await bodyOf(kind, opened, fields, crypto);
  return { said: said === null ? null : ({ kind, ...said } as KnownSaid), why };
}

/** A founding statement is its own case ([S5], [S20]). */
function sameCase(header: Header, id: Id, caseId: Id | null): boolean {
  if (header.case !== null) return header.case === caseId;
  return caseId === null || caseId === id;
}

/** What is wrong with the place of a statement whose device's last one is `head` ([S17]): each device's statements are one chain without gaps. */
export function chainFaults(header: Header, head: Head | null): readonly string[] {
  const due = head === null ? 0 : head.seq + 1;
  if (header.seq !== due) return [`seq ${header.seq} where ${due} is due`];
  if (header.prev !== (head?.id ?? null)) return ["prev is not the device's statement before"];
  return [];
}
