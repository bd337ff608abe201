/** Bytes as text, written here because the core has neither Buffer nor btoa. */

// Every salt and signature of a log comes through here: looked up, not put together.
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += PAIRS[byte] as string;
  return text;
}

/** What a hexadecimal digit stands for, by its code; of anything else 0. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

/** The bytes of an even number of hexadecimal digits; what is no digit is none of its business. */
export function bytesOfHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = ((VALUES[hex.charCodeAt(at * 2)] ?? 0) << 4) | (VALUES[hex.charCodeAt(at * 2 + 1)] ?? 0);
  return bytes;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 with padding (RFC 4648 4). */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    for (let digit = 0; digit < 4; digit += 1) text += digit > left ? "=" : (DIGITS[(three >> (18 - 6 * digit)) & 63] ?? "");
  }
  return text;
}

/** The bytes of a base 64 text; null when it is none, or is not the one that `base64Of` writes for them. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    let three = 0;
    for (let digit = 0; digit < 4; digit += 1) {
      const value = DIGITS.indexOf(text[at + digit] ?? "");
      if (value === -1 && at + digit < text.length - padding) return null;
      three = (three << 6) | Math.max(value, 0);
    }
    for (let byte = 0; byte < 3 && out + byte < bytes.length; byte += 1) bytes[out + byte] = (three >> (16 - 8 * byte)) & 255;
  }
  return base64Of(bytes) === text ? bytes : null;
}
