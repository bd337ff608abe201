/** What kind of file bytes are when they are not text: told by the first bytes, as `file` does. */

interface Kind {
  readonly name: string;
  /** Bytes that must be there; null matches any byte. */
  readonly magic: readonly (number | null)[];
  readonly advice: string;
}

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));
const any = (count: number): readonly null[] => Array.from({ length: count }, () => null);

const asText = "Save it as plain text, Markdown or HTML and add that; keep the original file.";
const unpack = "Unpack it and add the files inside.";
const written = "Write down what it shows or says in a text file and add that; keep the original file.";

const kinds: readonly Kind[] = [
  { name: "a PDF", magic: ascii("%PDF-"), advice: asText },
  { name: "a ZIP archive or an Office document (DOCX, XLSX, ODT, EPUB)", magic: [...ascii("PK"), 3, 4], advice: asText },
  { name: "an empty ZIP archive", magic: [...ascii("PK"), 5, 6], advice: unpack },
  { name: "an old Office document (DOC, XLS)", magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], advice: asText },
  { name: "an RTF document", magic: ascii("{\\rtf"), advice: asText },
  { name: "a PostScript file", magic: ascii("%!PS"), advice: asText },
  { name: "a gzip archive", magic: [0x1f, 0x8b, 8], advice: unpack },
  { name: "a bzip2 archive", magic: [...ascii("BZh"), null, 0x31, 0x41, 0x59, 0x26], advice: unpack },
  { name: "an xz archive", magic: [0xfd, ...ascii("7zXZ"), 0], advice: unpack },
  { name: "a Zstandard archive", magic: [0x28, 0xb5, 0x2f, 0xfd], advice: unpack },
  { name: "a 7-Zip archive", magic: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c], advice: unpack },
  { name: "a RAR archive", magic: [...ascii("Rar!"), 0x1a, 7], advice: unpack },
  { name: "a JPEG image", magic: [0xff, 0xd8, 0xff], advice: written },
  { name: "a PNG image", magic: [0x89, ...ascii("PNG"), 13, 10, 26, 10], advice: written },
  { name: "a GIF image", magic: [...ascii("GIF8"), null, 0x61], advice: written },
  { name: "a WebP image", magic: [...ascii("RIFF"), ...any(4), ...ascii("WEBP")], advice: written },
  { name: "a TIFF image", magic: [0x49, 0x49, 0x2a, 0], advice: written },
  { name: "a TIFF image", magic: [0x4d, 0x4d, 0, 0x2a], advice: written },
  { name: "a sound or video file", magic: [...ascii("RIFF"), ...any(4), ...ascii("WAVE")], advice: written },
  { name: "a sound or video file", magic: [...ascii("RIFF"), ...any(4), ...ascii("AVI ")], advice: written },
  { name: "a sound or video file", magic: [0, 0, 0, null, ...ascii("ftyp")], advice: written },
  { name: "a sound or video file", magic: ascii("OggS"), advice: written },
  { name: "a sound or video file", magic: [...ascii("ID3"), 3, 0], advice: written },
  { name: "a sound or video file", magic: [0x1a, 0x45, 0xdf, 0xa3], advice: written },
  { name: "a sound or video file", magic: [...ascii("fLaC"), 0], advice: written },
  { name: "a program", magic: [0x7f, ...ascii("ELF")], advice: "It holds no document." },
  { name: "a program", magic: [0xcf, 0xfa, 0xed, 0xfe], advice: "It holds no document." },
  { name: "a WebAssembly program", magic: [0, ...ascii("asm")], advice: "It holds no document." },
  { name: "an SQLite database", magic: ascii("SQLite format 3\u0000"), advice: "Export what it holds as text and add that." },
];

function matches(bytes: Uint8Array, magic: readonly (number | null)[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, at) => byte === null || bytes[at] === byte);
}

/** The kind of binary file that these bytes begin like, with what to do about it; null when they begin like none that is known. */
export function binaryKind(bytes: Uint8Array): { readonly name: string; readonly advice: string } | null {
  const kind = kinds.find(({ magic }) => matches(bytes, magic));
  return kind === undefined ? null : { name: kind.name, advice: kind.advice };
}
