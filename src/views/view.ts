/** A view is a fold over the log. It keeps its state in rows, so one code serves ten claims in memory and a million on disk. */
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { Source } from "../model/source.ts";
import type { Said } from "./said.ts";

/** What the record holds of one document: its source and its claims as people have judged them, in document order. */
export interface Entry {
  readonly source: Source;
  /** The frozen text layer that the claims' offsets count in; null when it is damaged. */
  readonly text: string | null;
  readonly claims: readonly Claim[];
  /** What was refused while this document was taken in, and what people said of its claims that does not hold. */
  readonly refused: readonly Refused[];
  /** Claims in whose place another of these now stands. */
  readonly moved: readonly { readonly from: Id; readonly to: Id }[];
}

/** One row to keep. */
export type Kept = readonly [key: string, value: Json];

/** The rows of one view. Keys sort by UTF-16 code units; `range` yields keys that start with `prefix`, in key order. */
export interface Rows {
  get(key: string): Promise<Json | undefined>;
  /** Sets the row, or removes it when `value` is undefined. */
  put(key: string, value: Json | undefined): Promise<void>;
  range(prefix: string): AsyncIterable<readonly [key: string, value: Json]>;
}

/**
 * `file` and `hear` say which rows one document, or one statement of a person, gives: pure, and no two of them give the same key. So the order in which
 * they come cannot matter, one that comes twice changes nothing, and one that is taken back leaves no trace.
 * A new `version` means the rows are thrown away and the log is folded again.
 */
export interface Filing {
  readonly name: string;
  readonly version: number;
  file(entry: Entry): Iterable<Kept>;
  /** Left out by a view that no person's word changes. */
  hear?(said: Said): Iterable<Kept>;
}

export interface View<Row> extends Filing {
  /** The rows a person or program sees, in the order of the contract. `of` gives the rows of another view, or (`claim`, `source`) the
   * claims and sources of the case by their ids. */
  list(rows: Rows, of: (view: string) => Rows): AsyncIterable<Row>;
}
