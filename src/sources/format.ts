/** A format turns the bytes handed in into a frozen text layer and what the document says of itself. */
import type { DocumentMeta } from "../model/source.ts";

/** What a format makes of one document. `text` is the text layer: claims count in its UTF-16 code units. */
export interface ReadDocument {
  readonly text: string;
  /** Label of the WHATWG encoding that decoded it ("utf-8", "windows-1251", "koi8-r", "utf-16le"). */
  readonly encoding: string;
  readonly meta: Partial<DocumentMeta>;
}

export interface Format {
  readonly name: string;
  /** True when these bytes are of this format. Looks at content first; the name is a hint. */
  accepts(bytes: Uint8Array, name: string | null): boolean;
  /** Throws `Refusal` (format-broken, input-undecodable, input-empty …) when it cannot be read. */
  read(bytes: Uint8Array, name: string | null): ReadDocument;
}
