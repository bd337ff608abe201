/** Who counts in this copy: every statement of the store held against the rules, then against what members may (spec/admission.md). */
import type { Admission } from "../log/admission.ts";
import { admission } from "../log/admission.ts";
import type { Held } from "../log/chains.ts";
import type { Checking } from "../log/crypto.ts";
import { readHeader } from "../log/header.ts";
import { signedEncoding } from "../log/pae.ts";
import { leafHash } from "../log/tree.ts";
import type { KnownSaid, Verdict } from "../log/verify.ts";
import { verifyAlone, verifyEach } from "../log/verify.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { StatementKind } from "../model/kinds.ts";
import { isKnownKind, typeOf } from "../model/kinds.ts";
import type { Header, Seen, Statement } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import type { Said } from "../views/said.ts";
import { refused as refusedView } from "../views/refused.ts";
import type { Rows } from "../views/view.ts";
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
  /** The `read` statements. */
  readonly reads: readonly Id[];
  /** Devices of which somebody has said that their role is another. */
  readonly regraded: ReadonlySet<string>;
}

// What a statement says is kept only where counting itself depends on it: bodies of a large log do not fit into memory.
const deciding: readonly string[] = ["case", "member-added", "member-removed", "member-role", "admit", "settings", "withdraw", "tombstone"];

/** Every statement of a store by itself. */
export interface Examined {
  /** Those that hold, by device, seq, then id. */
  readonly held: readonly Held[];
  /** Those that do not, once for each fault. */
  readonly refused: readonly Refused[];
}

/** Holds every statement against the rules, and decides who counts. */
export async function count(store: Reads, caseId: Id, checking: Checking): Promise<Count> {
  return countOf(await examine(store, caseId, checking), caseId, checking);
}

/**
 * As `count`, without checking again what was checked when it was signed here, or taken from a bundle, and has been folded since: only what was
 * refused then is looked at anew. Who altered the database since is found by `verify`, as everywhere else.
 */
export async function countKept(store: Reads, caseId: Id, checking: Checking): Promise<Count> {
  return countOf(await examineKept(store, caseId, checking), caseId, checking);
}

/** Holds every statement against the rules by itself; `each` is told of every verdict. */
export async function examine(
  store: Reads,
  caseId: Id,
  checking: Checking,
  each: (statement: Statement, verdict: Verdict) => void = () => undefined,
): Promise<Examined> {
  const held: Held[] = [];
  const refused: Refused[] = [];
  for await (const { statement, verdict } of verifyEach(store.statements(), caseId, checking)) {
    each(statement, verdict);
    for (const { code, message } of verdict.faults) refused.push({ what: statement.id, code, message });
    if (verdict.header !== null && verdict.faults.length === 0) held.push(await heldIn(statement, verdict.header, verdict.said, checking));
  }
  return { held, refused };
}

/** See `countKept`. */
export async function examineKept(store: Reads, caseId: Id, checking: Checking): Promise<Examined> {
  if ((await store.projection()) === null) return examine(store, caseId, checking);
  const suspects = new Set<string>();
  const rows = (name: string): Rows => store.rows(name);
  for await (const { what } of refusedView.list(rows(refusedView.name), rows)) suspects.add(what);
  const held: Held[] = [];
  const refused: Refused[] = [];
  for await (const statement of store.statements()) {
    const { header } = readHeader(statement.bytes);
    if (header !== null && !suspects.has(statement.id) && !deciding.includes(header.kind)) {
      held.push(await heldIn(statement, header, null, checking));
      continue;
    }
    const verdict = await verifyAlone(statement, caseId, checking);
    for (const { code, message } of verdict.faults) refused.push({ what: statement.id, code, message });
    if (verdict.header !== null && verdict.faults.length === 0) held.push(await heldIn(statement, verdict.header, verdict.said, checking));
  }
  return { held, refused };
}

async function heldIn({ id, bytes }: Statement, header: Header, said: KnownSaid | null, checking: Checking): Promise<Held> {
  const leaf = await leafHash(signedEncoding(bytes), checking);
  return { id, header, said: deciding.includes(header.kind) ? said : null, leaf };
}

/** Who counts among what was examined. */
export async function countOf({ held, refused }: Examined, caseId: Id, checking: Checking): Promise<Count> {
  const outcome = await admission(held, caseId, checking);
  return {
    admission: outcome,
    standing: new Set(outcome.counted.filter((id) => !outcome.withdrawn.has(id))),
    heads: await headsOf(held, checking),
    tombstones: held.flatMap(({ id, said }) => {
      const { statement, fields } = said?.kind === "tombstone" ? said.shown : {};
      return statement === undefined || fields === undefined ? [] : [{ id, statement, fields }];
    }),
    reads: held.filter(({ header }) => header.kind === "read").map(({ id }) => id),
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
