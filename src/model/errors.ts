/**
 * The closed list of error codes. A code names one rule; the message says what was met and what to do.
 * Classes differ because what a person does about them differs:
 * `Refusal` is input we will not take (the rest goes on, exit 3), `BrokenEvidence` is a record that does not
 * verify (exit 1), `NotSaved` is the disk, a lock or a key (exit 4), `WrongUsage` is the command itself (exit 2).
 */

/** Input that was not taken, by the one rule that it broke. */
export const refusalCodes = [
  "input-missing", // no such file, or the pattern matched nothing
  "input-unreadable", // the file is there but the system would not let us read it
  "input-not-a-file", // a device, socket or pipe
  "input-empty", // no bytes, or no text once decoded
  "input-too-large", // above the size limit
  "input-binary", // not text in any known format
  "input-undecodable", // text by its look, in no encoding that decodes without loss
  "format-broken", // a known format that cannot be parsed
  "metadata-bad", // front matter, manifest row or option that cannot be understood
  "text-too-long", // text layer above the limit for reading
  "reader-failed", // a reader stopped on this text: sealed, not read
  "quote-mismatch", // a draft whose quote is not the text at its offsets
  "member-file-bad", // no member file, or one that its device did not sign
  "withheld", // of a protected source or passage: not shown on a device that does not hold the Names box
  "draft-invalid", // a draft that breaks the contract
] as const;

/** Evidence that does not hold. */
export const evidenceCodes = [
  "blob-missing", // a sealed blob that the log names is not there
  "blob-altered", // bytes that no longer have their hash
  "text-altered", // a text layer that no longer has its hash
  "drafts-altered", // a drafts blob that no longer has its hash or cannot be parsed
  "passage-mismatch", // a stored claim whose quote is not the text at its offsets
  "statement-malformed", // bytes that are not a statement header in canonical form
  "statement-id", // id is not the hash of the signed encoding
  "statement-signature", // signature does not verify under the device's key
  "statement-field", // an opened field whose digest is not in the header
  "statement-body", // opened fields that are no body of the statement's kind
  "statement-chain", // seq or prev does not follow the device's previous statement
  "statement-case", // a statement of another case
  "device-unknown", // signed by a device whose key is not in the case
  "role-forbidden", // a statement that its author was not allowed to make
  "target-forbidden", // a statement that takes back, erases or admits what its author may not
  "member-removed", // written by a device that knew it had been removed
  "head-mismatch", // a root that is not the one of the statements held
  "checkpoint-malformed", // bytes that are no checkpoint
  "checkpoint-signature", // a checkpoint that no device signed, or one whose signature does not hold
  "stamp-bad", // a time stamp that is not over this checkpoint, or whose signature or chain does not hold
  "bundle-malformed", // no bundle, or a frame of it is none
  "bundle-version", // of a version that this program does not know
  "bundle-limit", // larger than is taken
  "bundle-truncated", // it ends before its end
  "bundle-trailing", // something after its end
  "bundle-order", // frames doubled or out of order
  "bundle-count", // not as many statements or blobs as it says
  "bundle-case", // of another case
  "bundle-blob", // a blob that nothing names, or a named one that is left out unsaid
  "bundle-padding", // padding that is not empty
  "bundle-digest", // not the bytes that were packed
  "bundle-signature", // not signed by the device that it names as its maker
  "bundle-sealed", // encrypted for others, or the encryption was tampered with
  "projection-stale", // rows that differ from what the log gives
  "store-damaged", // the database itself does not pass its integrity check
] as const;

/** The disk, a lock, a key. */
export const saveCodes = [
  "case-missing",
  "case-exists",
  "case-locked",
  "case-newer",
  "key-missing",
  "key-bad",
  "passphrase-missing", // an encrypted case, and no passphrase given
  "passphrase-wrong",
  "disk-failed",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type EvidenceCode = (typeof evidenceCodes)[number];
export type SaveCode = (typeof saveCodes)[number];
export type Code = RefusalCode | EvidenceCode | SaveCode | "wrong-usage";

/** One entry of the `refused` view: what was refused (a file name, an id), the rule, and what to do. */
export interface Refused {
  readonly what: string;
  readonly code: RefusalCode | EvidenceCode;
  readonly message: string;
}

abstract class Coded<C extends Code> extends Error {
  readonly code: C;
  constructor(code: C, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

/** Input that is not taken. The caller lists it and goes on with the rest. */
export class Refusal extends Coded<RefusalCode> {}

/** A record that does not verify. */
export class BrokenEvidence extends Coded<EvidenceCode> {}

/** Nothing was saved; the message says why and what to do. */
export class NotSaved extends Coded<SaveCode> {}

/** The command was not understood. */
export class WrongUsage extends Coded<"wrong-usage"> {
  constructor(message: string) {
    super("wrong-usage", message);
  }
}
