/** Whether a statement holds: every rule of spec/statement.md that one statement and its place in the log can break, all faults at once. */
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Bodies, DeviceId, Header, Statement, StatementKind } from "../model/statement.ts";
import { isKnownKind } from "../model/statement.ts";
import type { Head } from "./append.ts";
import type { Checking } from "./crypto.ts";
import { bodyOf, openingFaults } from "./fields.ts";
import { readHeader } from "./header.ts";
import { signedEncoding } from "./pae.ts";

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

/** A body that could be read, with its kind; null when the kind is not known, fields are kept back, or there are faults in them. */
export type KnownBody = { readonly [Kind in StatementKind]: { readonly kind: Kind; readonly body: Bodies[Kind] } }[StatementKind];

/** `header` is null when the bytes are none; nothing of a verdict with faults may be folded. */
export interface Verdict {
  readonly header: Header | null;
  readonly body: KnownBody | null;
  readonly faults: readonly LogFault[];
}

/** Checks one statement. Never throws on any bytes. */
export async function verify(statement: Statement, place: Place, crypto: Checking): Promise<Verdict> {
  const faults: LogFault[] = [];
  const signed = signedEncoding(statement.bytes);

  if (statement.id !== `sha256:${await crypto.sha256(signed)}`)
    faults.push(fault("statement-id", "the id is not the hash of the signed encoding"));

  const reading = readHeader(statement.bytes);
  if (reading.header === null) {
    return { header: null, body: null, faults: [...faults, ...reading.why.map((why) => fault("statement-malformed", `header: ${why}`))] };
  }
  const { header } = reading;

  if (statement.signature.length !== 64 || !(await crypto.verifies(header.device, signed, statement.signature))) {
    faults.push(fault("statement-signature", `the signature is not that of ${header.device}`));
  }

  const misopened = await openingFaults(statement.opened, header.fields, crypto);
  for (const why of misopened) faults.push(fault("statement-field", why));

  // What was not signed is no body, good or bad.
  const { body, why } = misopened.length > 0 ? { body: null, why: [] } : knownBody(header, statement);
  for (const reason of why) faults.push(fault("statement-body", reason));

  if (!sameCase(header, statement.id, place.caseId))
    faults.push(fault("statement-case", `it belongs to the case ${header.case ?? statement.id}`));
  if (!place.isMember(header.device)) faults.push(fault("device-unknown", `${header.device} is no device of this case`));
  for (const reason of chainFaults(header, place.head)) faults.push(fault("statement-chain", reason));

  return { header, body: faults.length === 0 ? body : null, faults };
}

function fault(code: EvidenceCode, message: string): LogFault {
  return { code, message };
}

function knownBody(header: Header, statement: Statement): { readonly body: KnownBody | null; readonly why: readonly string[] } {
  if (!isKnownKind(header.kind)) return { body: null, why: [] };
  const { body, why } = bodyOf(header.kind, statement.opened, header.fields);
  return { body: body === null ? null : ({ kind: header.kind, body } as KnownBody), why };
}

/** A founding statement is its own case ([S5], [S20]). */
function sameCase(header: Header, id: Id, caseId: Id | null): boolean {
  if (header.case !== null) return header.case === caseId;
  return caseId === null || caseId === id;
}

/** [S17]: each device's statements are one chain without gaps. */
function chainFaults(header: Header, head: Head | null): readonly string[] {
  const due = head === null ? 0 : head.seq + 1;
  if (header.seq !== due) return [`seq ${header.seq} where ${due} is due`];
  if (header.prev !== (head?.id ?? null)) return ["prev is not the device's statement before"];
  return [];
}
