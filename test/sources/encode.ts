/** Text to bytes in an encoding, by turning the decoder's own table round; what the encoding lacks becomes "?". */
import { decodeAs } from "../../src/sources/charset.ts";

const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(label: string): ReadonlyMap<string, number> {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const char = decodeAs(Uint8Array.of(byte), label);
    if (char?.length === 1 && char !== "\ufffd" && !table.has(char)) table.set(char, byte);
  }
  tables.set(label, table);
  return table;
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return bytes;
}

/** The bytes of `text`, without a byte order mark. `label` is a single-byte WHATWG label, "kz-1048", "utf-8", "utf-16le" or "utf-16be". */
export function encode(text: string, label: string): Uint8Array {
  if (label === "utf-8") return new TextEncoder().encode(text);
  if (label === "utf-16le" || label === "utf-16be") return utf16(text, label === "utf-16be");
  const table = tableOf(label);
  return Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
}

/** True when every character of `text` is in the encoding. */
export function encodable(text: string, label: string): boolean {
  const table = tableOf(label);
  return [...text].every((char) => table.has(char));
}
