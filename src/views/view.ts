/** A view is a fold over the log. It keeps its state in rows, so one code serves ten claims in memory and a million on disk. */
import type { Json } from "../model/canonical.ts";
import type { Claim } from "../model/claim.ts";
import type { Refused } from "../model/errors.ts";
import type { Source } from "../model/source.ts";

/** What enters the record with one document: its source and the claims read from it, in document order. */
export interface Entry {
  readonly source: Source;
  readonly claims: readonly Claim[];
  /** What was refused while this document was taken in. */
  readonly refused: readonly Refused[];
}

/** The rows of one view. Keys sort by UTF-16 code units; `range` yields keys that start with `prefix`, in key order. */
export interface Rows {
  get(key: string): Promise<Json | undefined>;
  /** Sets the row, or removes it when `value` is undefined. */
  put(key: string, value: Json | undefined): Promise<void>;
  range(prefix: string): AsyncIterable<readonly [key: string, value: Json]>;
}

/**
 * `apply` takes entries in any order and ends in the same rows for the same set of entries; an entry applied twice changes nothing.
 * A new `version` means the rows are thrown away and the log is folded again.
 */
export interface View<Row> {
  readonly name: string;
  readonly version: number;
  apply(rows: Rows, entry: Entry): Promise<void>;
  /** The rows a person or program sees, in the order of the contract. `of` gives the rows of another view, for a view that asks more of them. */
  list(rows: Rows, of: (view: string) => Rows): AsyncIterable<Row>;
}
