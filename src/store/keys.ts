/**
 * Row keys as bytes that sort as the keys do. Views sort by UTF-16 code units; UTF-8 sorts by code points, which differs once a key holds a
 * character beyond U+FFFF. CESU-8 (Unicode Technical Report 26) writes each code unit by itself, so its bytes sort like the units, a cut pair
 * has a form too, and keys without such characters look the same as in UTF-8.
 */

const SURROGATE = /[\uD800-\uDFFF]/;

/** The bytes of a key. */
export function keyBytes(key: string): Buffer {
  if (!SURROGATE.test(key)) return Buffer.from(key, "utf8");
  const bytes: number[] = [];
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Buffer.from(bytes);
}

/** The key of these bytes, which `keyBytes` made. */
export function keyOf(bytes: Buffer): string {
  // A surrogate in CESU-8 is ED followed by A0-BF, which UTF-8 never holds.
  let plain = true;
  for (let at = bytes.indexOf(0xed); at !== -1 && plain; at = bytes.indexOf(0xed, at + 1)) plain = (bytes[at + 1] ?? 0) < 0xa0;
  if (plain) return bytes.toString("utf8");
  const units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const second = (bytes[at + 1] ?? 0) & 0x3f;
    if (first < 0x80) units.push(first);
    else if (first < 0xe0) units.push(((first & 0x1f) << 6) | second);
    else units.push(((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f));
    at += first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
  }
  return units.map((unit) => String.fromCharCode(unit)).join("");
}

/** The first bytes after all that start with `prefix`; null when nothing can come after. */
export function afterPrefix(prefix: Buffer): Buffer | null {
  const end = Buffer.from(prefix);
  for (let length = end.length; length > 0; length--) {
    const last = end[length - 1] ?? 0;
    if (last < 0xff) {
      end[length - 1] = last + 1;
      return end.subarray(0, length);
    }
  }
  return null;
}
