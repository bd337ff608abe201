/** Bytes to text: byte order mark, UTF-8 if it is valid, what the markup declares, then what the letters say. Never with replacement characters. */
import { analyse } from "chardet";
import { Refusal } from "../model/errors.ts";
import { binaryKind } from "./binary.ts";
import { decodeAs, KZ_1048, labelOf } from "./charset.ts";
import type { Letters } from "./plausible.ts";
import { letters as tables, likelihood, wordlikeShare } from "./plausible.ts";

export interface Decoded {
  /** The text without its byte order mark; line ends as they are. */
  readonly text: string;
  /** WHATWG label, or "kz-1048". */
  readonly encoding: string;
}

interface Reading {
  readonly label: string;
  readonly letters: Letters;
  readonly latin: boolean;
  /** Bits added once for the whole text: how much commoner this encoding is than its rivals. Decides between equals and for a few letters only. */
  readonly prior: number;
}

/** Encodings told apart by letter statistics. One encoding may be tried under the letters of several languages. */
const readings: readonly Reading[] = [
  { label: "windows-1252", letters: tables.western, latin: true, prior: 2 },
  { label: "windows-1251", letters: tables.ru, latin: false, prior: 1 },
  { label: KZ_1048, letters: tables.kk, latin: false, prior: 0 },
  { label: "windows-1251", letters: tables.uk, latin: false, prior: 0 },
  { label: "windows-1251", letters: tables.be, latin: false, prior: 0 },
  { label: "koi8-r", letters: tables.ru, latin: false, prior: 0 },
  { label: "koi8-u", letters: tables.uk, latin: false, prior: -1 },
  { label: "ibm866", letters: tables.ru, latin: false, prior: 0 },
  { label: "iso-8859-5", letters: tables.ru, latin: false, prior: 0 },
  { label: "x-mac-cyrillic", letters: tables.ru, latin: false, prior: -10 },
  ...[tables.polish, tables.czech, tables.hungarian, tables.romanian, tables.croatian].flatMap((letters) => [
    { label: "windows-1250", letters, latin: true, prior: 0 },
    { label: "iso-8859-2", letters, latin: true, prior: -1 },
  ]),
  { label: "windows-1254", letters: tables.turkish, latin: true, prior: 0 },
  { label: "windows-1253", letters: tables.el, latin: false, prior: 0 },
  { label: "windows-1256", letters: tables.ar, latin: false, prior: 0 },
];

const DECLARED = 1; // what the page itself says is worth a bit a letter: it wins ties, not arguments
const GOOD = -6.6; // measured: right tables score above -6, wrong ones below -7.5 from 20 characters on
const SAMPLE = 16_384; // bytes from the first non-ASCII one: more letters change nothing

const HEAD = 2_048;
const DECLARATIONS = [
  /<meta[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w:.-]{2,40})/i,
  /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i,
];

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function declaredLabel(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, HEAD));
  for (const pattern of DECLARATIONS) {
    const name = pattern.exec(head)?.[1];
    if (name !== undefined) return labelOf(name);
  }
  return null;
}

function byOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new Refusal("input-undecodable", "The file is in UTF-32, which is not read. Save it as UTF-8 and add it again.");
  }
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark shows in NUL or 0x04 (Cyrillic) high bytes that keep to one side of each pair. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const high = [0, 0];
  const nul = [0, 0];
  const size = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < size; at += 1) {
    const byte = bytes[at] as number;
    const side = at % 2;
    if (byte === 0) nul[side] = (nul[side] ?? 0) + 1;
    if (byte === 0 || byte === 4) high[side] = (high[side] ?? 0) + 1;
  }
  const [first = 0, second = 0] = high;
  const pairs = size / 2;
  if ((nul[0] ?? 0) + (nul[1] ?? 0) === 0) return null;
  if (second > pairs * 0.7 && (nul[0] ?? 0) === 0) return "utf-16le";
  if (first > pairs * 0.7 && (nul[1] ?? 0) === 0) return "utf-16be";
  return null;
}

/** Counts of complete multi-byte UTF-8 sequences and of bytes that fit none, and where the first such byte is. */
function utf8Shape(bytes: Uint8Array): { readonly sequences: number; readonly strays: number; readonly firstStray: number } {
  let sequences = 0;
  let strays = 0;
  let firstStray = -1;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] as number;
    const length =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let whole = length > 0;
    for (let k = 1; k < length; k += 1) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) whole = false;
    if (!whole) {
      strays += 1;
      if (firstStray < 0) firstStray = at;
    } else if (length > 1) sequences += 1;
    at += whole ? length : 1;
  }
  return { sequences, strays, firstStray };
}

/** Two decodings differ only above ASCII, so the sample starts shortly before the first such byte. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 64);
  return bytes.subarray(from, from + SAMPLE);
}

function byLetters(bytes: Uint8Array, declared: string | null): string | null {
  const sample = sampleOf(bytes);
  let best: { readonly label: string; readonly score: number } | null = null;
  for (const { label, letters, latin, prior } of readings) {
    const text = decodeAs(sample, label);
    if (text === null) continue;
    const found = likelihood(text, letters, latin);
    const backed = label === declared || (label === KZ_1048 && declared === "windows-1251"); // Kazakh pages name the table that theirs is a variant of
    const score = found.mean * found.count + prior + (backed ? DECLARED * found.count : 0);
    if (found.mean >= GOOD && (best === null || score > best.score)) best = { label, score };
  }
  return best?.label ?? null;
}

const CHARDET_SURE = 25; // of 100; below that its answers on our samples are noise
const WORDLIKE = 0.9;

/** Encodings that letter statistics here do not cover (Central European, Turkish, Arabic, East Asian): declared, or found by chardet. */
function byOthers(bytes: Uint8Array, declared: string | null): string | null {
  const named = analyse(sampleOf(bytes))
    .filter((match) => match.confidence >= CHARDET_SURE)
    .map((match) => labelOf(match.name));
  for (const label of [declared, ...named]) {
    if (label === null || label === "utf-8" || label.startsWith("utf-16")) continue;
    const text = decodeAs(bytes, label);
    if (text !== null && wordlikeShare(text) >= WORDLIKE && !readings.some((reading) => reading.label === label)) return label;
  }
  return null;
}

function undecodable(detail: string): Refusal {
  return new Refusal("input-undecodable", `${detail} Save the text as UTF-8 and add it again; keep the original file.`);
}

const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const MAX_CONTROL_SHARE = 0.01;

function refuseBinary(text: string): void {
  const controls = text.match(CONTROL);
  if (controls === null) return;
  // A NUL is never typed; a stray form feed or escape is, so other controls are only too many when they are common.
  if (controls.includes("\u0000") || controls.length > text.length * MAX_CONTROL_SHARE) {
    throw new Refusal(
      "input-binary",
      "The file holds control bytes that no text has: it is not a document that can be read. Export its text and add that.",
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const marked = byOrderMark(bytes);
  if (marked !== null) return marked;
  const wide = utf16WithoutMark(bytes);
  if (wide !== null && decodeAs(bytes, wide) !== null) return wide;
  if (bytes.includes(0)) {
    throw new Refusal("input-binary", "The file holds NUL bytes: it is not text in a known encoding. Export its text and add that.");
  }
  const shape = utf8Shape(bytes);
  if (decodeAs(bytes, "utf-8") !== null) return "utf-8";
  // A file cut or damaged in the middle of a character would pass as an 8-bit encoding and be misread from end to end.
  if (shape.sequences >= 2 && shape.sequences >= shape.strays * 4) {
    throw undecodable(
      `The text is UTF-8 except for ${shape.strays} byte(s), the first at offset ${shape.firstStray}: it is cut or damaged.`,
    );
  }
  const declared = declaredLabel(bytes);
  const label = byLetters(bytes, declared) ?? byOthers(bytes, declared);
  if (label === null) throw undecodable("The text is in no encoding that gives readable words.");
  return label;
}

/**
 * The text of a file and the encoding that gave it. Order: byte order mark, UTF-16 by its shape, strict UTF-8, then letter
 * statistics weighed with the charset that the markup declares, then chardet for scripts that the statistics do not cover.
 * A declaration never overrides valid UTF-8: pages that declare another charset and are UTF-8 are common, the reverse accident is not.
 * Throws `Refusal`: input-empty, input-binary, input-undecodable.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Refusal("input-empty", "The file has no bytes. Check where it came from and get it again.");
  const kind = binaryKind(bytes);
  if (kind !== null) throw new Refusal("input-binary", `The file is ${kind.name}, not text. ${kind.advice}`);
  const encoding = encodingOf(bytes);
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) throw undecodable(`The text begins like ${encoding} but does not decode as it.`);
  const text = decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
  refuseBinary(text);
  if (text.trim() === "") throw new Refusal("input-empty", "The file holds only white space. Check where it came from and get it again.");
  return { text, encoding };
}
