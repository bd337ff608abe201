/** A source: bytes sealed by SHA-256, with provenance; its text layer is frozen and hashed too. */
import type { Check } from "./check.ts";
import { count, flag, list, nullable, object, oneOf, text } from "./check.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";
import { edtfCheck } from "./time.ts";
import type { Form } from "./words.ts";
import { forms } from "./words.ts";

/** The real publication that a restatement restates. */
export interface Restates {
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47 primary subtag. */
  readonly language: string | null;
}

/** What a document says of itself, or the person who added it said of it. Unknown is null. */
export interface DocumentMeta {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47 primary subtag: of the document as a whole, as detected or as said. */
  readonly language: string | null;
  readonly form: Form;
  readonly complete: boolean;
  readonly restates: Restates | null;
}

/** Where the bytes came from, when we got them, by what. `got` is UTC with `Z`; `from` is the name they were given under. */
export interface Provenance {
  readonly from: string;
  readonly got: string;
  readonly by: string;
}

/** A stretch of the text layer in one language. Offsets are UTF-16 code units, end exclusive. */
export interface LanguageSpan {
  readonly start: number;
  readonly end: number;
  /** BCP 47 primary subtag, or "und" when it cannot be told. */
  readonly language: string;
}

/** A source as the `seal` statement carries it. */
export interface Source extends DocumentMeta {
  /** Hash of the sealed bytes. */
  readonly id: Id;
  /** Hash of the text layer's UTF-8 bytes. */
  readonly text: Id;
  /** Number of sealed bytes. */
  readonly bytes: number;
  /** Name of the format that read it ("text", "markdown", "html") and the encoding it was decoded from. */
  readonly format: string;
  readonly encoding: string;
  readonly passages: readonly LanguageSpan[];
  readonly provenance: Provenance;
}

export const restatesCheck: Check<Restates> = object<Restates>({
  publisher: nullable(text),
  published: nullable(edtfCheck),
  url: nullable(text),
  language: nullable(text),
});

/** The check of each key of a source but its provenance. */
export const sourceFields: { readonly [Key in keyof Omit<Source, "provenance">]-?: Check<Source[Key]> } = {
  id: idCheck,
  text: idCheck,
  bytes: count,
  format: text,
  encoding: text,
  title: nullable(text),
  author: nullable(text),
  publisher: nullable(text),
  published: nullable(edtfCheck),
  url: nullable(text),
  language: nullable(text),
  form: oneOf(forms),
  complete: flag,
  restates: nullable(restatesCheck),
  passages: list(object<LanguageSpan>({ start: count, end: count, language: text })),
};
