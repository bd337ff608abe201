/** The verbs that every face calls, and what they give back. `openCase` in workbench.ts returns a `Workbench`. */
import type { Stamp } from "./stamp.ts";
import type { Claim } from "../model/claim.ts";
import type { EvidenceCode, Refusal, Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DocumentMeta, Source } from "../model/source.ts";
import type { ClaimFilter } from "../store/store.ts";
import type { Json } from "../model/canonical.ts";
import type { Kind } from "../model/words.ts";
import type { Reader } from "../reading/reader.ts";
import type { JudgeBody } from "../model/kinds/judge.ts";
import type { Bodies, StatementKind } from "../model/kinds.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Mark } from "./aside.ts";
import type { Explanation, SourceRow, SummarisedTally } from "../model/rows.ts";
import type { MemberGrant, MemberRole } from "../model/kinds/member-added.ts";
import type { Bundled } from "./bundle.ts";
import type { Fork } from "./merge.ts";
import type { RosterEntry } from "./roster.ts";
import type { Cost } from "./vault.ts";
import type { RowsOf, ViewName } from "../views/views.ts";

/** What the founder of a case chose. `zone` is an IANA name or an offset; null: local, unstated. */
export interface Settings {
  readonly name: string | null;
  readonly zone: string | null;
  /** BCP 47 primary subtags, in the order given. */
  readonly languages: readonly string[];
  /** UTC, by the clock of the device that made the case. */
  readonly created: string;
}

export interface InitOptions {
  readonly zone: string | null;
  readonly languages: readonly string[];
  readonly name?: string | null;
  /** Encrypts the case and seals the device's key; null: neither. */
  readonly passphrase?: string | null;
  /** What a guess at the passphrase is to cost; left out: about a second on this machine. */
  readonly cost?: Cost;
}

/** What opening a case may need. */
export interface OpenOptions {
  /** Of an encrypted case. */
  readonly passphrase?: string | null;
}

export interface NewCase {
  /** Absolute. */
  readonly dir: string;
  readonly caseId: Id;
  readonly encrypted: boolean;
}

/** What the person who adds a document says of it; it goes before what the document says of itself. Null: not said. */
export interface Overrides {
  /** EDTF. */
  readonly published: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** BCP 47 primary subtag. */
  readonly language: string | null;
}

/** One file to add. `name` is what it is called in the record and in every report; `path` is where its bytes are. */
export interface Input {
  readonly path: string;
  readonly name: string;
  readonly overrides: Overrides;
  /** The bytes, when they are at hand and in no file, or why there are none. */
  readonly bytes?: Uint8Array | Refusal;
  /** Who reads it; left out: every reader of the program. */
  readonly readers?: readonly Reader[];
}

/** What became of one input. Handed out only after the commit that made it durable. */
export interface AddReport {
  /** The input's `name`. */
  readonly what: string;
  /** "known": the same bytes are in the case already, sealed and read. */
  readonly outcome: "added" | "known" | "refused";
  /** Id of the sealed source; null when refused. */
  readonly source: Id | null;
  /** How many claims were read from it; of a known source, how many it has. */
  readonly claims: number;
  /** Why it was refused, or which drafts of it were. */
  readonly refused: readonly Refused[];
}

export interface AddOptions {
  /** Aborting stops after the batch at hand is committed and reported. */
  readonly signal?: AbortSignal;
}

/** Counts of one `add`. `refusals` counts every refusal, drafts included; `refused` counts inputs. */
export interface AddSummary {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
  readonly claims: number;
  readonly refusals: number;
}

/** One thing that does not hold. `id` is that of a statement, blob, source or claim, or the name of a file or view. */
export interface VerifyFault {
  readonly id: string;
  readonly code: EvidenceCode;
  readonly message: string;
}

export interface VerifyReport {
  /** True when `refused` is empty. */
  readonly ok: boolean;
  /** How many of each were looked at, good or bad. */
  readonly checked: { readonly statements: number; readonly sources: number; readonly passages: number };
  readonly refused: readonly VerifyFault[];
  /**
   * What lies in the case's folder and is none of its own, by path, and sealed bytes that no statement names, by id: no fault, and nothing that the
   * case vouches for.
   */
  readonly strays: readonly string[];
}

/** How far a long verb has come; `total` is exact when it is handed out. */
export interface Progress {
  readonly phase: "store" | "statements" | "blobs" | "passages" | "projections";
  readonly done: number;
  readonly total: number;
}

/** What is found of a checkpoint. */
export interface CheckpointReport {
  readonly ok: boolean;
  /** Null when it is none. */
  readonly case: Id | null;
  readonly heads: number;
  readonly signers: readonly DeviceId[];
  readonly stamps: readonly Stamp[];
  /** Whether it was held against a log; false when there was none of its case. */
  readonly compared: boolean;
  readonly refused: readonly VerifyFault[];
}

/** The keys of this copy, as others may know them. */
export interface KeyInfo {
  readonly device: DeviceId;
  /** What bundles for it are sealed to: `age1…`. */
  readonly recipient: string;
  /** Eight words to compare face to face. */
  readonly words: readonly string[];
}

/** A copy of a case. `role`: what its device is already; null: nobody has added it, and what it writes waits. */
export interface JoinedCase extends NewCase {
  readonly role: MemberRole | null;
}

export interface NewKeys {
  /** Absolute. */
  readonly dir: string;
  readonly device: DeviceId;
  readonly words: readonly string[];
  readonly encrypted: boolean;
}

/** How a copy joins a case. */
export interface JoinOptions {
  readonly passphrase?: string | null;
  readonly cost?: Cost;
  /** Recovery words: the copy is that device's again. */
  readonly recovery?: string | null;
}

/** What is to change of a member. */
export interface MemberChange {
  readonly role: MemberRole | null;
  readonly give: readonly MemberGrant[];
  readonly take: readonly MemberGrant[];
  readonly reason: string | null;
}

export interface BundleOptions {
  /** Names, keys or words of members, or `everyone`; null: for nobody in particular, and not encrypted. */
  readonly whom: readonly string[] | null;
  /** Also what they have already. */
  readonly all: boolean;
}

export interface BundleReport extends Bundled {
  readonly encrypted: boolean;
  /** How many entries of the Names box it carries, for those of its recipients who hold the grant. */
  readonly names: number;
}

/** What became of one bundle. */
export interface MergeReport {
  readonly file: string;
  /** `known`: nothing in it was new. `passed-over`: met in a folder, and for others, of another case, or not whole yet. */
  readonly outcome: "merged" | "known" | "refused" | "passed-over";
  /** Who made it; null when it was not taken. */
  readonly device: DeviceId | null;
  readonly name: string | null;
  /** How many of its statements were new here, and how many were not. */
  readonly statements: number;
  readonly known: number;
  /** The new ones by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Entries of the Names box that were new here. */
  readonly names: number;
  /** Devices that nobody has added, with how many statements of theirs wait here. */
  readonly waiting: readonly { readonly device: DeviceId; readonly statements: number }[];
  /** Places in which a device signed two statements, brought to light by it. */
  readonly conflicts: readonly Fork[];
  readonly refused: readonly Refused[];
}

/** Keys, members and bundles. */
export interface Exchanging {
  keys(): Promise<KeyInfo>;
  /** The device's secret as 27 words for paper. */
  recovery(): Promise<readonly string[]>;
  /** What opens bundles sealed for this device, as Debian's age takes it: `AGE-SECRET-KEY-1…`. */
  identity(): Promise<string>;
  /** The text of the file by which others add this device. */
  memberFile(name: string | null): Promise<string>;
  members(): Promise<readonly RosterEntry[]>;
  /** Adds whom a member file is of; `name` goes before the one in the file. Throws Refusal `member-file-bad`, NotSaved. */
  addMember(
    content: string,
    options: { readonly name: string | null; readonly role: MemberRole; readonly grants?: readonly MemberGrant[] },
  ): Promise<RosterEntry>;
  /** Gives a member another role, or other grants; null: as they are. Throws WrongUsage when it is no member, NotSaved. */
  changeMember(who: string, change: MemberChange): Promise<RosterEntry>;
  removeMember(who: string, reason: string | null): Promise<RosterEntry>;
  /** Writes a bundle to a file, or under a new name into a folder. Throws NotSaved, WrongUsage, BrokenEvidence when a blob is damaged. */
  bundle(out: string, options: BundleOptions): Promise<BundleReport>;
  /** Takes in bundles, and every bundle of a folder: each whole or not at all. Throws NotSaved when the disk, a lock or the key stops it. */
  merge(paths: readonly string[], onReport: (report: MergeReport) => void): Promise<void>;
}

/** One statement that speaks of something. */
export interface HistoryRow {
  readonly id: Id;
  readonly kind: string;
  readonly by: DeviceId;
  /** UTC, by the author's clock: a claim. */
  readonly time: string;
  /** `counts`, or why it folds into nothing. */
  readonly state: "counts" | Mark;
  /** The fields that are opened. */
  readonly says: Readonly<Record<string, Json>>;
}

/** What to change in a claim: all of it, or single fields as `figure.min=30`; neither but in a correction. */
export interface Correction {
  readonly claim?: unknown;
  readonly set?: readonly string[];
  readonly reason?: string | null;
}

/** A claim by hand: where it is said, and what it says as `figure.min=30`. */
export interface ByHand {
  readonly source: Id;
  /** Exactly as it stands in the text layer. */
  readonly quote: string;
  /** UTF-16 offset of the quote; null where it stands only once. */
  readonly start: number | null;
  readonly kind: Kind;
  readonly set: readonly string[];
  readonly reason: string | null;
}

/** One of the three. */
export interface ToProtect {
  /** Every form of a person's name, the usual one first; empty when it is no name. */
  readonly names: readonly string[];
  /** A pseudonym that this device has given already: the names are further forms of the same person's. Left out: a new one. */
  readonly as?: string | null;
  readonly passage: { readonly source: Id; readonly text: Id; readonly span: { readonly start: number; readonly end: number } } | null;
  readonly source: Id | null;
  readonly reason: string | null;
}

export interface ProtectedName {
  readonly pseudonym: string;
  readonly statement: Id;
  readonly names: readonly string[] | null;
}

/** What people sign, and what was signed. */
export interface Saying {
  /** This copy's device. Throws NotSaved `key-missing`, `key-bad`. */
  device(): Promise<DeviceId>;
  /** Signs one statement and gives its id. Throws WrongUsage when the body is none of that kind. */
  say<Kind extends StatementKind>(kind: Kind, body: Bodies[Kind]): Promise<Id>;
  /**
   * Signs a judgement of the claim of this id, or of the one that stands in its place. Throws WrongUsage when there is no such claim, or the corrected
   * one is none, says the same, or does not quote its source.
   */
  judge(id: Id, verdict: JudgeBody["verdict"], options: Correction): Promise<Id>;
  /** Signs a claim that a person read. Throws as `judge`. */
  addClaim(claim: ByHand): Promise<{ readonly statement: Id; readonly claim: Id }>;
  /** Signs a statement of a kind that has no verb of its own, from fields as `state=sought`. Throws WrongUsage. */
  sayForm(kind: string, fields: readonly string[]): Promise<Id>;
  /** Takes in what was set aside: a statement and those that it follows in its own log. Throws WrongUsage when it is not set aside. */
  admit(statement: Id, reason: string | null): Promise<Id>;
  /** Takes back a statement of this device. Throws WrongUsage when it is another's, or of a kind that nobody takes back. */
  withdraw(statement: Id, reason: string | null): Promise<Id>;
  /**
   * Withholds something from publication, and from members who do not hold the Names box. A name becomes a pseudonym: who that is lies in the box and
   * not in the record, which says where it stands (`covered`: in how many sources). Throws WrongUsage when
   * nobody here may hold the Names box.
   */
  protect(what: ToProtect): Promise<{ readonly statement: Id; readonly pseudonym: string | null; readonly covered: number }>;
  /** Signs where protected names stand in documents that came since. Gives in how many; 0 where the Names box is not held. */
  coverNames(): Promise<number>;
  /** Every pseudonym, with the names where this copy holds them; null where it does not, or they were erased. By pseudonym. */
  protectedNames(): Promise<readonly ProtectedName[]>;
  /**
   * Destroys fields of a statement in this copy, value and salt, and signs that it did; other copies do the same when they merge. Throws WrongUsage
   * when there are no such fields, or they are not this device's to destroy.
   */
  erase(statement: Id, fields: readonly string[], reason: string): Promise<Id>;
  /** Everything that was said of a claim, a source or a statement, and the statement itself; what does not count is marked. */
  history(id: Id): Promise<readonly HistoryRow[]>;
  /** The id that begins so. Throws WrongUsage when none does, or several. */
  idOf(given: string): Promise<Id>;
  /** The claim that stands in the place of the one with this id; the same id when none does. */
  now(id: Id): Promise<Id>;
}

export interface Workbench extends Exchanging, Saying {
  /** Absolute path of the case folder. */
  readonly dir: string;
  readonly caseId: Id;
  /** As the founder chose them. */
  readonly settings: Settings;
  /** As organisers have set them since. */
  settingsNow(): Promise<Settings>;
  /**
   * Seals and reads each input. Safe to interrupt anywhere and to repeat. An input that cannot be taken is refused and the rest goes on.
   * Throws NotSaved when the disk, a lock or the key stops it: what was reported before is in the case.
   */
  add(inputs: Iterable<Input> | AsyncIterable<Input>, options: AddOptions, onReport: (report: AddReport) => void): Promise<AddSummary>;
  /** By when they were got, then by id. */
  sources(): AsyncIterable<SourceRow>;
  /** The whole sealed record of a source; null when there is none of this id. */
  source(id: Id): Promise<Source | null>;
  /** By source in the order of `sources`, then in document order. */
  claims(filter?: ClaimFilter): AsyncIterable<Claim>;
  /** The claim of this id, or the one that stands in its place; null when there is none. */
  claim(id: Id): Promise<Claim | null>;
  /** In the order of the contract. Throws WrongUsage when there is no such view. */
  view<Name extends ViewName>(name: Name): AsyncIterable<RowsOf[Name]>;
  /**
   * The figures, each with what a named rule makes of it; `order` is a hierarchy of origins for the rule that goes by one. Throws WrongUsage when there is
   * no such rule.
   */
  summarised(rule: string, order: readonly string[]): AsyncIterable<SummarisedTally>;
  /** The chain of reasons behind the tally or event of this id, or that a claim of this id is in; null when there is no such claim. */
  explain(id: Id): Promise<Explanation | null>;
  /** By what, then by code: one row each. */
  refused(): AsyncIterable<Refused>;
  /** The frozen text layer of a source; null when there is no such source. Throws BrokenEvidence when it is missing or altered. */
  text(source: Id): Promise<string | null>;
  /** Checks everything and changes nothing. */
  verify(onProgress?: (progress: Progress) => void): Promise<VerifyReport>;
  /** The state of the log as a signed note (spec/checkpoint.md). Throws NotSaved when the device's key is not there. */
  checkpoint(): Promise<Uint8Array>;
  /** The `seal` statement of a source. Throws WrongUsage when there is no such source. */
  sealOf(source: Id): Promise<Id>;
  /**
   * One statement as files for a check by hand, with the field that is to be shown; null: of a seal the hash of its document, which is added, else none.
   * Throws WrongUsage when there is no such statement or field, or it is not to be shown on this device.
   */
  prove(statement: Id, field: string | null): Promise<readonly ProofFile[]>;
  /** A checkpoint with an RFC 3161 reply or token on it. Throws WrongUsage on bytes that are none, Refusal when the stamp does not hold. */
  stampCheckpoint(note: Uint8Array, reply: Uint8Array): Promise<Uint8Array>;
  /** Checks a checkpoint, its stamps, and, when it is of this case, that the log is one that it names. Changes nothing. */
  checkCheckpoint(note: Uint8Array): Promise<CheckpointReport>;
  /** Waits for what is being written, then lets go of the files. */
  close(): Promise<void>;
}

/** A file of a proof, by its name in docs/verify-by-hand.md. */
export interface ProofFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One loose file, read without a case. */
export interface LooseReading {
  /** Hash of the bytes, and of the text layer. */
  readonly source: Id;
  readonly textId: Id;
  readonly format: string;
  readonly encoding: string;
  readonly meta: DocumentMeta;
  readonly text: string;
  readonly claims: readonly Claim[];
  /** Drafts that were refused. */
  readonly refused: readonly Refused[];
}
