/** The encodings that text arrives in: what TextDecoder knows, and Kazakhstan's own 8-bit table, which it does not. */
import kz1048 from "./kz1048.json" with { type: "json" };

/** Kazakh text in 8 bits (STRK 1048-2002, IANA "KZ-1048"): windows-1251 with sixteen letters changed. Not a WHATWG label. */
export const KZ_1048 = "kz-1048";

const kazakhLetters = new Map(Object.entries(kz1048).map(([byte, letter]) => [Number.parseInt(byte, 16), letter]));

const kzAliases = new Set(["kz-1048", "kz1048", "rk1048", "strk1048-2002"]);

function decodeKz(bytes: Uint8Array): string {
  const base = new TextDecoder("windows-1251").decode(bytes);
  const out: string[] = [];
  let from = 0;
  // windows-1251 is one code unit a byte, so byte offsets are string offsets; its own byte order mark handling cannot fire.
  for (let at = 0; at < bytes.length; at += 1) {
    const letter = kazakhLetters.get(bytes[at] as number);
    if (letter === undefined) continue;
    out.push(base.slice(from, at), letter);
    from = at + 1;
  }
  out.push(base.slice(from));
  return out.join("");
}

/**
 * The WHATWG label that a declared charset name stands for ("cp1251" gives "windows-1251"), or "kz-1048";
 * null when no such encoding is known.
 */
export function labelOf(name: string): string | null {
  const asked = name.trim().toLowerCase();
  if (kzAliases.has(asked)) return KZ_1048;
  try {
    return new TextDecoder(asked).encoding;
  } catch {
    return null;
  }
}

/** The bytes decoded, or null when a single byte does not fit the encoding. `label` must come from `labelOf`. A byte order mark is left in. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  if (label === KZ_1048) return decodeKz(bytes);
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
