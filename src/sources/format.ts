/** A format turns the bytes handed in into a frozen text layer and what the document says of itself. */
import type { DocumentMeta } from "../model/source.ts";
import type { Decoded } from "./decode.ts";

/** One file as it was handed in. */
export interface Given {
  readonly bytes: Uint8Array;
  /** The name it came under, null for standard input. A hint only. */
  readonly name: string | null;
  /** The bytes as text; worked out once, on first call. Throws `Refusal` as `decode` does. */
  decoded(): Decoded;
}

/** Something that the document says of itself and that could not be understood. */
export interface Misread {
  readonly field: keyof DocumentMeta | "front matter";
  /** One plain sentence: what was met and what was expected. */
  readonly trouble: string;
}

/** What a format makes of one document. `text` is the text layer: claims count in its UTF-16 code units. */
export interface ReadDocument {
  readonly text: string;
  /** Label of the WHATWG encoding that decoded it ("utf-8", "windows-1251", "koi8-r", "utf-16le"), or "kz-1048". */
  readonly encoding: string;
  readonly meta: Partial<DocumentMeta>;
  /** Refused as `metadata-bad`, unless the person who adds the document said that field. */
  readonly misread: readonly Misread[];
}

export interface Format {
  readonly name: string;
  /** True when this file is of this format. Looks at content first; the name is a hint. Throws `Refusal` when it must decode and cannot. */
  accepts(given: Given): boolean;
  /** Throws `Refusal` (format-broken, input-undecodable, input-empty …) when it cannot be read. */
  read(given: Given): ReadDocument;
}
