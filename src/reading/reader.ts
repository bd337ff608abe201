/** A reader turns a source's text layer into draft claims. */
import type { Draft } from "../model/claim.ts";
import type { LanguageSpan } from "../model/source.ts";

export interface ReadContext {
  /** EDTF date on which the document was published; null when unknown. Relative dates then stay unresolved. */
  readonly published: string | null;
  /** Languages by stretch of the text; a reader passes over what it cannot read. */
  readonly passages: readonly LanguageSpan[];
}

export interface Reader {
  readonly name: string;
  /** Semantic version: the same text under the same version gives the same drafts, byte for byte. */
  readonly version: string;
  /** Drafts in document order. Never throws on any text; an empty list when nothing is found. */
  read(text: string, context: ReadContext): readonly Draft[];
}

/** One thing that was recognised, for the `mentions` door. Offsets are UTF-16 code units, end exclusive. */
export interface Mention {
  readonly layer: "time" | "quantity" | "name" | "place" | "cue";
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Only for time: what sort of expression. */
  readonly kind?: "date" | "time" | "duration" | "set";
  readonly value: unknown;
  readonly rule: string;
}
