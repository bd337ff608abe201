/** Devices that write statements, for tests: keys and salts come from names, clocks are set by hand. */
import { createPrivateKey, createHash } from "node:crypto";
import type { Admission } from "../../src/log/admission.ts";
import { admission } from "../../src/log/admission.ts";
import type { Head } from "../../src/log/append.ts";
import { headAfter, nextStatement } from "../../src/log/append.ts";
import type { Held } from "../../src/log/chains.ts";
import { heldOf } from "../../src/log/chains.ts";
import type { Signing } from "../../src/log/crypto.ts";
import { readHeader } from "../../src/log/header.ts";
import { signedEncoding } from "../../src/log/pae.ts";
import { treeHash } from "../../src/log/tree.ts";
import { verifyAlone } from "../../src/log/verify.ts";
import type { Id } from "../../src/model/ids.ts";
import type { Bodies, StatementKind } from "../../src/model/kinds.ts";
import type { MemberGrant, MemberRole } from "../../src/model/kinds/member-added.ts";
import type { DeviceId, Header, Seen, Statement } from "../../src/model/statement.ts";
import { nodeChecking, nodeSigning } from "../../src/workbench/crypto.ts";

export const checking = nodeChecking();

/** A signer whose key and salts are made from `name`. */
export function signer(name: string, now: () => Date): Signing {
  const seed = createHash("sha256").update(name).digest();
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  let salts = 0;
  return {
    ...nodeSigning(createPrivateKey({ key: der, format: "der", type: "pkcs8" }), now),
    random: (length) => createHash("sha256").update(`${name} ${salts++}`).digest().subarray(0, length),
  };
}

export function headerOf({ bytes }: Statement): Header {
  const { header } = readHeader(bytes);
  if (header === null) throw new TypeError("no header");
  return header;
}

/** The heads of a set of statements but `device`'s own: of each chain up to where it forks or breaks. */
export async function seenIn(statements: Iterable<Statement>, device: DeviceId): Promise<readonly Seen[]> {
  const chains = new Map<DeviceId, Map<number, Statement[]>>();
  for (const statement of statements) {
    const header = headerOf(statement);
    const chain = chains.get(header.device) ?? new Map<number, Statement[]>();
    chains.set(header.device, chain);
    chain.set(header.seq, [...(chain.get(header.seq) ?? []), statement]);
  }
  const seen: Seen[] = [];
  for (const [other, chain] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (other === device) continue;
    const entries: Uint8Array[] = [];
    for (let seq = 0, prev: Id | null = null; ; seq++) {
      const [only, second]: readonly Statement[] = chain.get(seq) ?? [];
      if (only === undefined || second !== undefined || headerOf(only).prev !== prev) break;
      entries.push(signedEncoding(only.bytes));
      prev = only.id;
    }
    if (entries.length > 0) seen.push({ device: other, seq: entries.length - 1, root: await treeHash(entries, checking) });
  }
  return seen;
}

/** A device with what it holds. */
export class Device {
  readonly name: string;
  readonly signing: Signing;
  readonly holds = new Map<Id, Statement>();
  head: Head | null = null;
  caseId: Id | null = null;

  constructor(name: string, now: () => Date = () => new Date("2026-03-01T08:00:00Z")) {
    this.name = name;
    this.signing = signer(name, now);
  }

  get id(): DeviceId {
    return this.signing.device;
  }

  /** Founds a case. */
  async found(): Promise<Statement> {
    const body = { name: null, zone: null, languages: [] };
    const statement = await nextStatement({ kind: "case", body, caseId: null, head: null, seen: [] }, this.signing);
    this.caseId = statement.id;
    this.keep(statement);
    return statement;
  }

  /** Signs and keeps the next statement, or one from another place of the chain or with other heads seen. */
  async write<Kind extends StatementKind>(
    kind: Kind,
    body: Bodies[Kind],
    from: { readonly head?: Head | null; readonly seen?: readonly Seen[] } = {},
  ): Promise<Statement> {
    const seen = from.seen ?? (await seenIn(this.holds.values(), this.id));
    const head = from.head === undefined ? this.head : from.head;
    const statement = await nextStatement({ kind, body, caseId: this.caseId, head, seen }, this.signing);
    this.keep(statement);
    return statement;
  }

  note(text: string): Promise<Statement> {
    return this.write("note", { on: null, text });
  }

  add(other: Device, role: MemberRole = "contributor", grants: readonly MemberGrant[] = []): Promise<Statement> {
    return this.write("member-added", { member: other.id, recipient: `age1${"q".repeat(58)}`, role, grants, name: other.name });
  }

  remove(other: Device): Promise<Statement> {
    return this.write("member-removed", { member: other.id, reason: null });
  }

  keep(statement: Statement): void {
    this.holds.set(statement.id, statement);
    const header = headerOf(statement);
    if (header.device === this.id) this.head = headAfter(statement, header);
  }

  /** Takes all that another holds. */
  take(other: Device): void {
    this.caseId ??= other.caseId;
    for (const [id, statement] of other.holds) this.holds.set(id, statement);
  }

  admission(): Promise<Admission> {
    return admissionOf(this.holds.values(), this.caseId as Id);
  }
}

/** Every statement that holds by itself, as the chains take it. */
export async function heldIn(statements: Iterable<Statement>, caseId: Id): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (const statement of statements) {
    const each = await heldOf(statement, await verifyAlone(statement, caseId, checking), checking);
    if (each !== null) held.push(each);
  }
  return held;
}

export async function admissionOf(statements: Iterable<Statement>, caseId: Id): Promise<Admission> {
  return admission(await heldIn(statements, caseId), caseId, checking);
}
