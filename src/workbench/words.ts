/**
 * Keys in words, so that people can compare them aloud, remember them and write them down. 1,024 short words, ten bits each; the first four
 * letters tell every one from all others, so four letters are enough when they are read back.
 */
import { createHash } from "node:crypto";
import type { DeviceId } from "../model/statement.ts";
import list from "./words.json" with { type: "json" };

const words: readonly string[] = list;
const BITS = 10;
const byStart = new Map(words.map((word, at) => [word.slice(0, 4), at]));

/** Words of a passphrase that is offered: 70 bits, each guess at which costs the Argon2id of the vault. */
const PASSPHRASE_WORDS = 7;
/** 80 bits of the key's hash: who wants another key with the same words makes 2^80 keys. */
const DEVICE_WORDS = 8;
const SECRET_BYTES = 32;
/** 256 bits of secret and 14 of its hash, which shows a word that was written down wrongly in all but one of 16,384 cases. */
const RECOVERY_WORDS = 27;

function hashOf(label: string, bytes: Uint8Array | string): Uint8Array {
  return createHash("sha256").update(`onrecord ${label}\n`).update(bytes).digest();
}

/** The first `count` words of these bits; bits that are not there are 0. */
function spoken(bytes: Uint8Array, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    let value = 0;
    for (let bit = at * BITS; bit < (at + 1) * BITS; bit++) value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return words[value] as string;
  });
}

/** Eight words that two people compare face to face. */
export function deviceWords(device: DeviceId): readonly string[] {
  return spoken(hashOf("device words", device), DEVICE_WORDS);
}

/** A passphrase of seven words; `random` gives so many bytes from a cryptographic source. */
export function newPassphrase(random: (length: number) => Uint8Array): string {
  return spoken(random(Math.ceil((PASSPHRASE_WORDS * BITS) / 8)), PASSPHRASE_WORDS).join(" ");
}

/** A device's secret as 27 words for paper. */
export function recoveryWords(secret: Uint8Array): readonly string[] {
  return spoken(Uint8Array.from([...secret, ...hashOf("recovery words", secret)]), RECOVERY_WORDS);
}

/** The secret in a text of such words, whatever stands between them; null when they are not 27 of ours or one of them is wrong. */
export function secretOfWords(text: string): Uint8Array | null {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (found.length !== RECOVERY_WORDS) return null;
  const bytes = new Uint8Array(Math.ceil((RECOVERY_WORDS * BITS) / 8));
  for (const [at, word] of found.entries()) {
    const value = byStart.get(word.slice(0, 4));
    if (value === undefined) return null;
    for (let bit = 0; bit < BITS; bit++) {
      const place = at * BITS + bit;
      if (((value >> (BITS - 1 - bit)) & 1) === 1) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (7 - (place & 7)));
    }
  }
  const secret = bytes.slice(0, SECRET_BYTES);
  return recoveryWords(secret).join(" ") === spoken(bytes, RECOVERY_WORDS).join(" ") ? secret : null;
}
