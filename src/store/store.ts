/**
 * Where a case's log and the rows folded from it live. The log is the truth; sources, claims and view rows are projections, thrown away and
 * folded again at will. What was refused at intake is in no log: it is this copy's own. Every implementation passes test/store/contract.ts.
 */
import type { Head } from "../log/append.ts";
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { DeviceId, Header, Opened, Statement } from "../model/statement.ts";
import type { Certainty, EventType, Kind, Review, Unit } from "../model/words.ts";
import type { Rows } from "../views/view.ts";

/** A reading that counts for a source: one for each reader. */
export interface Reading {
  /** The `read` statement. */
  readonly statement: Id;
  readonly reader: string;
  readonly version: string;
  readonly drafts: Id;
  readonly claims: number;
}

/** A source as folded from its `seal` statement and those that read it. */
export interface SourceEntry {
  readonly source: Source;
  /** The `seal` statement that counts. */
  readonly seal: Id;
  /** By reader; empty when it is sealed and not read. */
  readonly readings: readonly Reading[];
}

/** Where a statement stands in its device's chain. */
export interface Place {
  readonly device: DeviceId;
  readonly seq: number;
  readonly id: Id;
}

/** What another copy said of itself in the last bundle that came from it: known to this copy alone, like what was refused at intake. */
export interface Peer {
  readonly device: DeviceId;
  /** What bundles for it are sealed to; null when it did not say. */
  readonly recipient: string | null;
  /** What it held, as its bundle said. */
  readonly have: Json;
}

/** All that is given must hold. `by` is the innermost voice's name, exactly; null is the document's own voice. */
export interface ClaimFilter {
  readonly source?: Id;
  readonly kind?: Kind;
  readonly event?: EventType;
  readonly unit?: Unit;
  readonly certainty?: Certainty;
  readonly review?: Review;
  readonly by?: string | null;
}

/** What can be read. Outside of `write` it is what the last commit left. */
export interface Reads {
  /** Every statement, by device, seq, then id. */
  statements(): AsyncIterable<Statement>;
  countStatements(): Promise<number>;
  /** Where every statement stands, in the order of `statements`. */
  places(): AsyncIterable<Place>;
  /** Ids of the statements of one device with one seq, sorted: more than one are a fork. */
  idsAt(device: DeviceId, seq: number): Promise<readonly Id[]>;
  /** By device. */
  peers(): Promise<readonly Peer[]>;
  /** Null when there is none of this id. */
  statement(id: Id): Promise<Statement | null>;
  /** Ids of claims, sources and statements that begin so, sorted, each once; no more than a few, which is enough to know that it is not one. */
  idsBeginning(prefix: string): Promise<readonly Id[]>;
  /** The device's statement with the highest seq; null when it has none. */
  head(device: DeviceId): Promise<Head | null>;
  /** By when they were got, then by id. */
  sources(): AsyncIterable<SourceEntry>;
  source(id: Id): Promise<SourceEntry | null>;
  /** By source in the order of `sources`, then as they were put. */
  claims(filter: ClaimFilter): AsyncIterable<Claim>;
  claim(id: Id): Promise<Claim | null>;
  /** What was refused at intake, by what, then by code. */
  refused(): AsyncIterable<Refused>;
  /** The rows of one view. `put` throws outside of `write`. Rows changed while ranging may be seen as they were or as they are. */
  rows(view: string): Rows;
  /** Every view that has rows, sorted. */
  viewNames(): Promise<readonly string[]>;
  /** The version that the projections were folded by; null when they never were. */
  projection(): Promise<string | null>;
}

export interface Writes extends Reads {
  /** Adds a statement; one of the same id is kept as it is. */
  append(statement: Statement, header: Header): Promise<void>;
  /** Adds opened fields to those that a statement has here; one that is there is kept as it is. True when any was added. */
  openFields(statement: Id, opened: readonly Opened[]): Promise<boolean>;
  /** Destroys opened fields of a statement, value and salt. What was already gone stays so. */
  forgetFields(statement: Id, names: readonly string[]): Promise<void>;
  /** Sets what is known of another copy, in place of what was. */
  putPeer(peer: Peer): Promise<void>;
  /** Sets a source, in place of one of the same id. */
  putSource(entry: SourceEntry): Promise<void>;
  /** Sets the claims of a source, in place of those it had; a claim listed twice is one. */
  putClaims(source: Source, claims: readonly Claim[]): Promise<void>;
  /** Adds refusals of intake; one of the same what and code is replaced. */
  putRefused(refused: readonly Refused[]): Promise<void>;
  /** Takes away what was refused under this name: it is taken now. */
  forgetRefused(what: string): Promise<void>;
  /** Throws away every projection: sources, claims, rows. The log and the refusals of intake stay. */
  clearProjections(): Promise<void>;
  setProjection(version: string): Promise<void>;
}

export interface Store extends Reads {
  /**
   * Runs `work` in one transaction, after those before it: all of it is durable when the promise is kept, none of it when it is broken.
   * Throws NotSaved `case-locked` when another process is writing, `disk-failed` when the disk is.
   */
  write<T>(work: (store: Writes) => Promise<T>): Promise<T>;
  /** Leaves nothing in the file of what was deleted: neither in its free pages nor in its journal. */
  scrub(): Promise<void>;
  /** One sentence for each damage that the store finds in itself; does not change it. */
  integrity(): Promise<readonly string[]>;
  /** Waits for the transaction at hand. */
  close(): Promise<void>;
}

/** The fields that are not among those held. */
export function closedIn(held: readonly Opened[], opened: readonly Opened[]): readonly Opened[] {
  return opened.filter(({ name }) => !held.some((field) => field.name === name));
}

/** Fields as a statement has them: by name. */
export function byName(opened: readonly Opened[]): readonly Opened[] {
  return [...opened].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How many ids `idsBeginning` gives at most. */
export const FEW = 3;

/** The innermost voice's name: null is the document's own voice, "" somebody without a name. */
export function speakerOf(claim: Claim): string | null {
  const last = claim.voice.at(-1);
  return last === undefined ? null : (last.name ?? "");
}
