/** Who counts in this copy: every statement of the store held against the rules, then against what members may (spec/admission.md). */
import type { Admission } from "../log/admission.ts";
import { admission } from "../log/admission.ts";
import type { Held } from "../log/chains.ts";
import type { Checking } from "../log/crypto.ts";
import { signedEncoding } from "../log/pae.ts";
import { leafHash } from "../log/tree.ts";
import { verifyAlone } from "../log/verify.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { StatementKind } from "../model/kinds.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";
import type { Header, Seen, Statement } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import type { Said } from "../views/said.ts";
import { headsOf } from "./heads.ts";

export interface Count {
  readonly admission: Admission;
  /** Counted statements that nobody took back. */
  readonly standing: ReadonlySet<Id>;
  /** Statements that do not hold, or that their author might not make. */
  readonly refused: readonly Refused[];
  /** Every tombstone, with what it says was destroyed. */
  readonly tombstones: readonly { readonly id: Id; readonly statement: Id; readonly fields: readonly string[] }[];
  /** Where the log of each device ends here. */
  readonly heads: readonly Seen[];
  /** Devices of which somebody has said that their role is another. */
  readonly regraded: ReadonlySet<string>;
}

// What a statement says is kept only where counting itself depends on it: bodies of a large log do not fit into memory.
const deciding: readonly string[] = ["case", "member-added", "member-removed", "member-role", "admit", "settings", "withdraw", "tombstone"];

/** Holds every statement against the rules. */
export async function count(store: Reads, caseId: Id, checking: Checking): Promise<Count> {
  const held: Held[] = [];
  const refused: Refused[] = [];
  for await (const statement of store.statements()) {
    const { header, said, faults } = await verifyAlone(statement, caseId, checking);
    for (const { code, message } of faults) refused.push({ what: statement.id, code, message });
    if (header === null || faults.length > 0) continue;
    const leaf = await leafHash(signedEncoding(statement.bytes), checking);
    held.push({ id: statement.id, header, said: deciding.includes(header.kind) ? said : null, leaf });
  }
  const outcome = await admission(held, caseId, checking);
  return {
    admission: outcome,
    standing: new Set(outcome.counted.filter((id) => !outcome.withdrawn.has(id))),
    heads: await headsOf(held, checking),
    tombstones: held.flatMap(({ id, said }) => {
      const { statement, fields } = said?.kind === "tombstone" ? said.shown : {};
      return statement === undefined || fields === undefined ? [] : [{ id, statement, fields }];
    }),
    regraded: new Set(
      held.flatMap(({ said }) => (said?.kind === "member-role" && said.shown.member !== undefined ? [said.shown.member] : [])),
    ),
    refused: [...refused, ...outcome.refused.map(({ id, code, message }) => ({ what: id, code, message }))],
  };
}

/** What a statement that was held against the rules says; null when its kind is not known or a field of it, other than
 * `reason`, is closed. */
export function saidOf(statement: Statement, header: Header): Said | null {
  if (!isKnownKind(header.kind)) return null;
  const body = openedBody(header.kind, statement);
  if (body === null) return null;
  const { device, seq, time } = header;
  return { id: statement.id, device, seq, time, kind: header.kind, body } as Said;
}

function openedBody(kind: StatementKind, { opened }: Statement): object | null {
  const values = new Map(opened.map(({ name, value }) => [name, value]));
  const { fields } = typeOf(kind);
  // Why somebody said it can be kept back or destroyed without undoing that they said it.
  if (!fields.every((name) => values.has(name) || name === "reason")) return null;
  return Object.fromEntries(fields.map((name) => [name, values.get(name) ?? null]));
}
