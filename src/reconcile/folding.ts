/** Strings made comparable: the same words in the same script give the same key. Nothing here joins two scripts. */

/** Words of ASCII with one space between them: only their case is folded. The backtick counts as an apostrophe. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** Lower case, composed, one space between words, ё as е, one sort of apostrophe and hyphen; no tabs or line ends. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ё/gu, "е")
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/[\u2010-\u2015]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** 53 bits of a string as base 36 (cyrb53 by bryc, public domain). Only narrows a search: never an identity that anybody signs. */
export function shortKey(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** A key equal for two passages of the same words, punctuation and case aside; null for fewer than `fewest` words. */
export function wordingKey(quote: string, fewest: number): string | null {
  const words = fold(quote).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length < fewest ? null : shortKey(words.join(" "));
}

/** Compares by UTF-16 code units: the same order on every machine and in every locale. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
