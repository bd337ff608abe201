/**
 * `onrecord/verify`: checks statements, checkpoints and proofs by spec/, with WebCrypto and nothing else, in a browser or in Node. What it takes is
 * bytes, what it gives is every fault with its code; it never throws on any input and asks nobody.
 */
import type { Verdict } from "./log/verify.ts";
import { verifyAlone } from "./log/verify.ts";
import type { CheckpointVerdict } from "./log/verify/checkpoint.ts";
import { verifyCheckpoint as checkpointVerdict } from "./log/verify/checkpoint.ts";
import type { Consistency, Inclusion } from "./log/verify/proof.ts";
import { consistencyHolds, inclusionHolds } from "./log/verify/proof.ts";
import { bytesOfHex, hexOf } from "./model/bytes.ts";
import type { Id } from "./model/ids.ts";
import type { DeviceId, Statement } from "./model/statement.ts";

export type { LogFault, Verdict } from "./log/verify.ts";
export type { Checkpoint, CheckpointVerdict } from "./log/verify/checkpoint.ts";
export type { Consistency, Inclusion } from "./log/verify/proof.ts";
export type { Id } from "./model/ids.ts";
export type { DeviceId, Header, Opened, Seen, Statement } from "./model/statement.ts";

/** Keys imported before: a log has few devices and many statements. */
const keys = new Map<DeviceId, ReturnType<typeof importKey>>();

/** A copy: WebCrypto does not take views of memory that may be shared. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

function importKey(device: DeviceId) {
  return crypto.subtle.importKey("raw", copy(bytesOfHex(device.slice("ed25519:".length))), "Ed25519", false, ["verify"]);
}

const web = {
  sha256: async (bytes: Uint8Array): Promise<string> => hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", copy(bytes)))),
  async verifies(device: DeviceId, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    try {
      const key = keys.get(device) ?? importKey(device);
      keys.set(device, key);
      return await crypto.subtle.verify("Ed25519", await key, copy(signature), copy(message));
    } catch {
      // Bytes that are no point of the curve sign nothing.
      return false;
    }
  },
};

/** Checks one statement by itself: [S1] to [S15] and its body. `caseId` is null when it is to found a case. */
export function verifyStatement(statement: Statement, caseId: Id | null): Promise<Verdict> {
  return verifyAlone(statement, caseId, web);
}

/** Checks a checkpoint by itself: [C1] to [C6]. Stamps are handed out as they are. */
export function verifyCheckpoint(bytes: Uint8Array): Promise<CheckpointVerdict> {
  return checkpointVerdict(bytes, web);
}

/** True when a leaf is in a tree ([H5]). */
export function verifyInclusion(proof: Inclusion): Promise<boolean> {
  return inclusionHolds(proof, web);
}

/** True when a tree only grew ([H6]). */
export function verifyConsistency(proof: Consistency): Promise<boolean> {
  return consistencyHolds(proof, web);
}
