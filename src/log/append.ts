/** A device's next statement: header, digests, signature, id. */
import type { Id } from "../model/ids.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import type { DeviceId, Header, Seen, Statement } from "../model/statement.ts";
import type { Signing } from "./crypto.ts";
import { fieldDigest, saltBody } from "./fields.ts";
import { headerBytes } from "./header.ts";
import { signedEncoding } from "./pae.ts";

/** Where a device's chain ends: its last statement. */
export interface Head {
  readonly device: DeviceId;
  readonly seq: number;
  readonly id: Id;
}

/** A statement with its header as it was signed. */
export interface Written {
  readonly statement: Statement;
  readonly header: Header;
}

/** Where in a case a device writes. */
export interface Desk {
  /** Null for the statement that founds a case, and only then. */
  readonly caseId: Id | null;
  /** The device's last statement; null: it has none in this case yet. */
  readonly head: Head | null;
  /** Heads of other devices that the author had, by device. */
  readonly seen: readonly Seen[];
}

/** What a statement is to say. */
export type Saying = { readonly [Kind in StatementKind]: { readonly kind: Kind; readonly body: Bodies[Kind] } }[StatementKind];

/** Signs a statement that follows the head. Throws TypeError on a header that is none. */
export async function nextStatement<Kind extends StatementKind>(
  what: Desk & { readonly kind: Kind; readonly body: Bodies[Kind] },
  crypto: Signing,
): Promise<Statement> {
  return (await written(what, what, crypto)).statement;
}

/** As `nextStatement`, with the header. */
export async function written(said: { readonly kind: string; readonly body: object }, desk: Desk, crypto: Signing): Promise<Written> {
  return signedOff(await unsigned(said, desk, crypto), crypto);
}

/**
 * Signs one statement after another. What a statement follows is the hash of the one before and not its signature, so a batch is signed all at once,
 * on as many threads as the signer has.
 */
export async function nextStatements(said: readonly Saying[], desk: Desk, crypto: Signing): Promise<readonly Written[]> {
  const all: Promise<Written>[] = [];
  let { head } = desk;
  for (const each of said) {
    const next = await unsigned(each, { ...desk, head }, crypto);
    all.push(signedOff(next, crypto));
    head = { device: next.header.device, seq: next.header.seq, id: next.id };
  }
  return Promise.all(all);
}

interface Unsigned extends Omit<Statement, "signature"> {
  readonly header: Header;
  /** What the signature is over. */
  readonly encoding: Uint8Array;
}

async function unsigned(said: { readonly kind: string; readonly body: object }, desk: Desk, crypto: Signing): Promise<Unsigned> {
  const opened = saltBody(said.body, crypto);
  const digests: Id[] = [];
  for (const field of opened) digests.push(await fieldDigest(field, crypto));
  const header: Header = {
    v: 1,
    kind: said.kind,
    case: desk.caseId,
    device: crypto.device,
    seq: desk.head === null ? 0 : desk.head.seq + 1,
    prev: desk.head === null ? null : desk.head.id,
    time: crypto.now(),
    seen: desk.seen,
    fields: digests.sort(),
  };
  const bytes = headerBytes(header);
  const encoding = signedEncoding(bytes);
  return { id: `sha256:${await crypto.sha256(encoding)}`, bytes, opened, header, encoding };
}

async function signedOff({ id, bytes, opened, header, encoding }: Unsigned, crypto: Signing): Promise<Written> {
  return { statement: { id, bytes, signature: await crypto.sign(encoding), opened }, header };
}

/** The head that a statement makes: what the device's next one follows. */
export function headAfter(statement: Statement, header: Header): Head {
  return { device: header.device, seq: header.seq, id: statement.id };
}
