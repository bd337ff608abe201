/** Bytes as text, written here because the core has neither Buffer nor btoa. */

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of an even number of hexadecimal digits; what is no digit is none of its business. */
export function bytesOfHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = parseInt(hex.slice(at * 2, at * 2 + 2), 16);
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
