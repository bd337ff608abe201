/** Unpacking: every rule of spec/bundle.md, held in the order in which the bytes come. */
import { faultsOf } from "../model/check.ts";
import type { Check } from "../model/check.ts";
import { bytesOfHex } from "../model/bytes.ts";
import type { Json } from "../model/canonical.ts";
import { canonical } from "../model/canonical.ts";
import { BrokenEvidence } from "../model/errors.ts";
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Header, Statement } from "../model/statement.ts";
import { readHeader } from "../log/header.ts";
import { signedEncoding } from "../log/pae.ts";
import { verifyAlone } from "../log/verify.ts";
import { blobsNamed } from "./blobs.ts";
import type { BundleChecking, BundleEnd, BundleHead, CarriedStatement } from "./bundle.ts";
import { endCheck, headCheck, limits, signedBundle, statementFrameCheck } from "./bundle.ts";
import type { Frame } from "./frames.ts";
import { frameTypes, readFrames } from "./frames.ts";

/** Takes what a bundle holds, as it comes. Nothing of it is proven before `unpack` has ended. */
export interface Sink {
  head(head: BundleHead): Promise<void> | void;
  statement(statement: Statement, header: Header): Promise<void> | void;
  blob(id: Id, bytes: Uint8Array): Promise<void> | void;
  /** The part of the Names box, sealed for who may know. */
  names(sealed: Uint8Array): Promise<void> | void;
}

/** A bundle that holds. */
export interface Unpacked {
  readonly head: BundleHead;
  /** Of all its bytes but the end: two bundles of one digest are one. */
  readonly digest: Id;
}

export interface Expected {
  /** The case that it must be of; null: any. */
  readonly caseId: Id | null;
  /** A digest that was unpacked and held before: signatures of statements are then not checked again, and it must be this bundle. */
  readonly proven: Id | null;
}

/**
 * Reads a bundle to its last byte. When it ends without throwing every rule holds, and only then may what went to the sink be kept.
 * Throws BrokenEvidence with the code of the first rule that is broken.
 */
export async function unpack(
  stream: AsyncIterable<Uint8Array>,
  { caseId, proven }: Expected,
  sink: Sink,
  crypto: BundleChecking,
): Promise<Unpacked> {
  const hasher = crypto.hasher();
  let head: BundleHead | null = null;
  let checks: ReturnType<typeof checksOf> | null = null;
  let stage = 0;
  let last = "";
  const counted = { statements: 0, blobs: 0 };
  const named = new Set<Id>();
  try {
    for await (const frame of readFrames(stream, hasher)) {
      stage = nextStage(stage, frame);
      if (head === null) {
        head = headOf(frame, caseId);
        checks = checksOf(head.case, crypto);
        await sink.head(head);
        continue;
      }
      if (frame.type === "statement") {
        if (++counted.statements > head.statements) throw broken("bundle-count", "There are more statements than the bundle says.");
        const { statement, header } = await statementOf(frame, crypto);
        if (proven === null) await checks?.begin(statement);
        last = ascending(last, `${header.device} ${String(header.seq).padStart(16, "0")} ${statement.id}`, "statement");
        for (const id of blobsNamed(statement, header)) named.add(id);
        await sink.statement(statement, header);
      } else if (frame.type === "blob") {
        if (counted.blobs === 0) last = "";
        if (++counted.blobs > head.blobs) throw broken("bundle-count", "There are more blobs than the bundle says.");
        const id = frame.id as Id;
        last = ascending(last, id, "blob");
        if (!named.delete(id)) throw broken("bundle-blob", `No statement of the bundle names ${id}.`);
        if (`sha256:${await crypto.sha256(frame.bytes)}` !== id)
          throw broken("blob-altered", `The bytes of ${id} are not what its name says.`);
        await sink.blob(id, frame.bytes);
      } else if (frame.type === "names") {
        await sink.names(frame.bytes);
      } else if (frame.type === "end") {
        await checks?.end();
        if (counted.statements !== head.statements || counted.blobs !== head.blobs)
          throw broken("bundle-count", "There are fewer statements or blobs than the bundle says.");
        const without = new Set(head.without);
        if (named.size !== without.size || [...named].some((id) => !without.has(id)))
          throw broken("bundle-blob", "It does not carry what its statements name, and does not say so.");
        return { head, digest: await endOf(frame, head, `sha256:${await hasher.hex()}`, proven, crypto) };
      }
    }
    throw broken("bundle-truncated", "The bundle has no end.");
  } catch (error) {
    // What came earlier is told first.
    await checks?.end();
    throw error;
  }
}

function broken(code: EvidenceCode, message: string): BrokenEvidence {
  return new BrokenEvidence(code, message);
}

/** Head, statements, blobs, in version 2 the names, padding, end: in this order, the first and the last ones once each ([B5], [B26]). */
function nextStage(stage: number, { type, version }: Frame): number {
  const at = frameTypes.indexOf(type);
  const many = type === "statement" || type === "blob";
  const first = stage === 0;
  const due = type === "end" ? "pad" : type === "pad" && version === 2 ? "names" : null;
  const needed = due !== null ? stage === frameTypes.indexOf(due) + 1 : at + 1 > stage || (many && at + 1 === stage);
  if ((first && type !== "head") || (!first && type === "head") || !needed)
    throw broken("bundle-order", `The ${type} frame is not in its place.`);
  return at + 1;
}

function ascending(last: string, next: string, what: string): string {
  if (next > last) return next;
  throw broken("bundle-order", `A ${what} comes twice or out of order.`);
}

function headOf({ bytes, version }: Frame, caseId: Id | null): BundleHead {
  const head = valueOf(bytes, headCheck, "head");
  if (head.v !== version) throw broken("bundle-malformed", `The head is none: v is expected ${version}.`);
  if (caseId !== null && head.case !== caseId) throw broken("bundle-case", `The bundle is of another case, ${head.case}.`);
  if (head.statements > limits.statements || head.blobs > limits.blobs)
    throw broken("bundle-limit", "The bundle announces more than is taken.");
  return head;
}

async function statementOf({ bytes }: Frame, crypto: BundleChecking): Promise<{ readonly statement: Statement; readonly header: Header }> {
  const carried: CarriedStatement = valueOf(bytes, statementFrameCheck, "statement");
  const headerBytes = encoder.encode(carried.header);
  const id: Id = `sha256:${await crypto.sha256(signedEncoding(headerBytes))}`;
  const statement: Statement = { id, bytes: headerBytes, signature: bytesOfHex(carried.signature), opened: carried.opened };
  const reading = readHeader(headerBytes);
  if (reading.header === null) throw broken("statement-malformed", `A statement is none: ${reading.why.join("; ")}.`);
  return { statement, header: reading.header };
}

/** Statements checked at a time: enough for every thread that signatures are checked on. */
const AT_ONCE = 128;

/** Checks statements while the next ones are read. Whether one follows what is held already is seen once it lies there: a gap waits, a fork is shown. */
function checksOf(caseId: Id, crypto: BundleChecking): { begin(statement: Statement): Promise<void>; end(): Promise<void> } {
  let running: Promise<BrokenEvidence | null>[] = [];
  const check = async (statement: Statement): Promise<BrokenEvidence | null> => {
    const [fault] = (await verifyAlone(statement, caseId, crypto)).faults;
    return fault === undefined ? null : broken(fault.code, `The statement ${statement.id} does not hold: ${fault.message}.`);
  };
  const end = async (): Promise<void> => {
    const faults = await Promise.all(running);
    running = [];
    for (const fault of faults) if (fault !== null) throw fault;
  };
  return {
    async begin(statement) {
      running.push(check(statement));
      if (running.length >= AT_ONCE) await end();
    },
    end,
  };
}

async function endOf({ bytes }: Frame, head: BundleHead, digest: Id, proven: Id | null, crypto: BundleChecking): Promise<Id> {
  const end: BundleEnd = valueOf(bytes, endCheck, "end");
  if (end.digest !== digest) throw broken("bundle-digest", "The bundle is not what was packed: its digest is another one.");
  if (proven !== null && digest !== proven) throw broken("bundle-digest", "The bundle changed while it was read.");
  if (!(await crypto.verifies(head.device, signedBundle(head, digest), bytesOfHex(end.signature))))
    throw broken("bundle-signature", `The bundle is not signed by ${head.device}, which it names as its maker.`);
  return digest;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The JSON of a frame, which must be the one byte sequence that there is for it ([B3]). */
function valueOf<T>(bytes: Uint8Array, check: Check<T>, what: string): T {
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    value = JSON.parse(text);
    // Compared as text: of UTF-8 that decodes without a fault, no two byte sequences are one text.
    if (text !== canonical(value as Json)) throw broken("bundle-malformed", `The ${what} is not in canonical form (RFC 8785).`);
  } catch (error) {
    if (error instanceof BrokenEvidence) throw error;
    throw broken("bundle-malformed", `The ${what} is no JSON in UTF-8.`);
  }
  const [fault] = faultsOf(check, value);
  if (fault !== undefined) throw broken("bundle-malformed", `The ${what} is none: ${fault.path} is expected ${fault.expected}.`);
  return value as T;
}
