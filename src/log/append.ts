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

/**
 * Signs a statement that follows `head`, the device's last one (null: it has none in this case yet). `caseId` is null for the statement that
 * founds a case and only then; `seen` names the heads of other devices that the author had, by device. Throws TypeError on a header that is none.
 */
export async function nextStatement<Kind extends StatementKind>(
  what: {
    readonly kind: Kind;
    readonly body: Bodies[Kind];
    readonly caseId: Id | null;
    readonly head: Head | null;
    readonly seen: readonly Seen[];
  },
  crypto: Signing,
): Promise<Statement> {
  const opened = saltBody(what.body, crypto);
  const header: Header = {
    v: 1,
    kind: what.kind,
    case: what.caseId,
    device: crypto.device,
    seq: what.head === null ? 0 : what.head.seq + 1,
    prev: what.head === null ? null : what.head.id,
    time: crypto.now(),
    seen: what.seen,
    fields: (await Promise.all(opened.map((field) => fieldDigest(field, crypto)))).sort(),
  };
  const bytes = headerBytes(header);
  const signed = signedEncoding(bytes);
  return { id: `sha256:${await crypto.sha256(signed)}`, bytes, signature: await crypto.sign(signed), opened };
}

/** The head that a statement makes: what the device's next one follows. */
export function headAfter(statement: Statement, header: Header): Head {
  return { device: header.device, seq: header.seq, id: statement.id };
}
