/** Bytes in, a document out: its frozen text layer, what it says of itself, and which stretches are in which language. */
import { Refusal } from "../model/errors.ts";
import type { DocumentMeta, LanguageSpan } from "../model/source.ts";
import { isEdtf } from "../model/time.ts";
import type { Decoded } from "./decode.ts";
import { decode } from "./decode.ts";
import type { Given, Misread } from "./format.ts";
import { formats } from "./formats.ts";
import { primaryLanguage } from "./language-tag.ts";

/** What the person who adds a document says of it: `add --published --url --outlet --lang`, or a row of a manifest. Null or absent: not said. */
export interface Overrides {
  /** EDTF. */
  readonly published?: string | null;
  readonly url?: string | null;
  readonly outlet?: string | null;
  /** A BCP 47 tag; its primary subtag counts. */
  readonly language?: string | null;
}

/** A document as it goes into the record. */
export interface SealedDocument {
  /** Name of the format that read it. */
  readonly format: string;
  /** WHATWG label of the encoding, or "kz-1048". */
  readonly encoding: string;
  readonly text: string;
  readonly meta: DocumentMeta;
  /** Cover the text layer from 0 to its length without gaps, in order. */
  readonly passages: readonly LanguageSpan[];
}

/** Tells the languages of a text; handed in, because telling languages is another room's work. */
export type Identify = (text: string) => { readonly language: string | null; readonly passages: readonly LanguageSpan[] };

/** UTF-16 code units of text layer above which nothing is read: about three thousand pages. */
export const MAX_TEXT = 10_000_000;

function bad(message: string): Refusal {
  return new Refusal("metadata-bad", message);
}

interface Said {
  readonly published: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
}

function checked(overrides: Overrides): Said {
  const { published = null, url = null, outlet = null, language = null } = overrides;
  if (published !== null && !isEdtf(published)) {
    throw bad(
      `"${published}" is not a date that can be used as the date of publication. Write it as 2022-01-11, or 2022-01-11T14:30+06:00.`,
    );
  }
  const primary = language === null ? null : primaryLanguage(language);
  if (language !== null && primary === null) throw bad(`"${language}" is not a language code. Write en, ru, kk or another BCP 47 code.`);
  return { published, url, outlet, language: primary };
}

/** A field that the document garbles does not matter once a person has said it. */
function refuseMisread(misread: readonly Misread[], overrides: Said): void {
  const said = new Set<Misread["field"]>();
  if (overrides.published !== null) said.add("published");
  if (overrides.url !== null) said.add("url");
  if (overrides.outlet !== null) said.add("publisher");
  if (overrides.language !== null) said.add("language");
  const left = misread.filter(({ field }) => !said.has(field));
  if (left.length === 0) return;
  const rescue = left.every(({ field }) => field === "published" || field === "language")
    ? " or say it when adding (--published, --lang)"
    : "";
  throw bad(`${left.map(({ trouble }) => trouble).join(" ")} Correct a copy of the file and add that${rescue}.`);
}

/**
 * A person's word on the language replaces what the document as a whole was taken for, and what could not be told. Stretches that
 * were told to be in another language keep it: a Russian statement with a Kazakh paragraph is still both.
 */
function relabel(found: ReturnType<Identify>, said: string | null, length: number): ReturnType<Identify> {
  if (said === null) return found;
  const passages: LanguageSpan[] = [];
  for (const span of found.passages.length > 0 ? found.passages : [{ start: 0, end: length, language: said }]) {
    const language = span.language === (found.language ?? "und") || span.language === "und" ? said : span.language;
    const last = passages.at(-1);
    if (last?.language === language) passages[passages.length - 1] = { ...last, end: span.end };
    else passages.push({ ...span, language });
  }
  return { language: said, passages };
}

/**
 * Reads one document. `name` is the name it was given under, null for standard input.
 *
 * What the person says wins over what the document says: pages carry the date of the template or of the last edit, copies carry the
 * wrong outlet, and the person holds the original. The sealed bytes still say what they say, so nothing is lost.
 * The language is that which the text itself shows; what the document declares counts only where the text does not tell, because
 * declared languages are those of a site's template.
 *
 * Throws `Refusal`: input-empty, input-binary, input-undecodable, format-broken, metadata-bad, text-too-long.
 */
export function readSource(bytes: Uint8Array, name: string | null, overrides: Overrides, identify: Identify): SealedDocument {
  const said = checked(overrides);
  let decoded: Decoded | null = null;
  const given: Given = { bytes, name, decoded: () => (decoded ??= decode(bytes)) };
  const format = formats.find((candidate) => candidate.accepts(given));
  if (format === undefined)
    throw new Refusal("input-binary", "The file is in no format that is read. Save it as plain text, Markdown or HTML and add that.");
  const { text, encoding, meta, misread } = format.read(given);
  refuseMisread(misread, said);
  if (text.length > MAX_TEXT) {
    throw new Refusal("text-too-long", `The text has ${text.length} characters; at most ${MAX_TEXT} are read. Split it and add the parts.`);
  }
  if (!/[^\s\p{Cf}]/u.test(text)) {
    throw new Refusal(
      "input-empty",
      "The file has no text beside its markup. If it shows pictures of text, write the text down in a file and add that.",
    );
  }
  const found = relabel(identify(text), said.language, text.length);
  return {
    format: format.name,
    encoding,
    text,
    meta: {
      title: meta.title ?? null,
      author: meta.author ?? null,
      publisher: said.outlet ?? meta.publisher ?? null,
      published: said.published ?? meta.published ?? null,
      url: said.url ?? meta.url ?? null,
      language: found.language ?? meta.language ?? null,
      form: meta.form ?? "original",
      complete: meta.complete ?? true,
      restates: meta.restates ?? null,
    },
    passages: found.passages,
  };
}
