/**
 * How much a decoded text looks like text that people write, judged by its non-ASCII characters only: 8-bit encodings agree
 * on ASCII and differ above it. Method: mean log2 likelihood by letter frequency (as in Mozilla's universal detector),
 * with penalties for what only a wrong table produces: capitals inside words, letters of two scripts in one word, box drawing.
 */
import tables from "./letter-shares.json" with { type: "json" };

/** One language's letters, log2 of their share; a letter outside the table is worth `STRANGE`. */
export type Letters = ReadonlyMap<string, number>;

const PUNCTUATION = -3; // quotes, dashes, ellipsis, numero sign: equally likely in every right table
const ACCENTED = -4; // a Latin letter with a diacritic next to ASCII letters
const STRANGE = -13; // a character that running text does not have
const CONTROL = -24; // C1 controls and unassigned: no text has them
const CAPITAL_INSIDE = -7;
const MIXED_SCRIPT = -5;
const ACCENTED_RUN = -6;
const APART = -2; // an accented letter with no ASCII letter beside it

function lettersOf(table: string): Letters {
  return new Map(
    table.split(" ").map((entry) => {
      const letter = entry.slice(0, 1);
      return [letter, Math.log2(Number(entry.slice(1)) / 1000)];
    }),
  );
}

/** Letters with diacritics of Latin alphabets, all of one worth: within words of ASCII letters their presence says enough. */
function accentedOf(lower: string): Letters {
  return new Map([...lower].map((letter) => [letter, ACCENTED]));
}

/** Letter shares of running text, in thousandths, rounded; for Latin alphabets only which letters they add to ASCII. */
export const letters = {
  ru: lettersOf(tables.ru),
  kk: lettersOf(tables.kk),
  uk: lettersOf(tables.uk),
  be: lettersOf(tables.be),
  el: lettersOf(tables.el),
  ar: lettersOf(tables.ar),
  western: accentedOf("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœß"),
  polish: accentedOf("ąćęłńóśźż"),
  czech: accentedOf("áäčďéěíĺľňóôŕřšťúůýž"),
  hungarian: accentedOf("áéíóöőúüű"),
  romanian: accentedOf("âăîşţ"),
  croatian: accentedOf("čćđšž"),
  turkish: accentedOf("çğıöşüâîûİ"),
} as const;

const punctuation = new Set(
  "\u00a0\u00ad«»‘’‚“”„–—…‹›•№§©®™°±·£€¡¿´¨½¼¾²³ªº÷×\u2009\u202f\u2011\u200b\u200e\u200f\ufeff\u02bc\u2032\u2033",
);

/** Signs that stand inside words: apostrophes, hyphens, joiners, the soft hyphen and the Catalan middle dot. */
const inner = new Set("\u00ad’ʼ‘–—‑\u200b\u200c\u200d");

/** Signs that never follow a letter directly. */
const leading = new Set("§№±¿¡£¤¢¥€‚„");

const LETTER = /\p{L}/u;
const ASCII_LETTER = /[A-Za-z]/;

function worth(text: string, at: number, shares: Letters, latin: boolean): number {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (punctuation.has(char)) {
    const odd = LETTER.test(before) && (leading.has(char) || (LETTER.test(after) && !inner.has(char)));
    return odd ? STRANGE : PUNCTUATION;
  }
  if (char < "\u00a0" || char === "\ufffd") return CONTROL;
  const lower = char.toLowerCase();
  const share = shares.get(lower) ?? shares.get(char);
  const inside = lower !== char && LETTER.test(before) && before !== before.toUpperCase() ? CAPITAL_INSIDE : 0;
  if (share === undefined) return STRANGE + inside;
  const mixed = ASCII_LETTER.test(before) || ASCII_LETTER.test(after);
  if (!latin) return share + inside + (mixed ? MIXED_SCRIPT : 0);
  const run = before > "\u007f" && after > "\u007f" && LETTER.test(before) && LETTER.test(after) ? ACCENTED_RUN : 0;
  return share + inside + run + (mixed ? 0 : APART);
}

/** `mean` is bits for each of `count` non-ASCII characters: about -4 to -5 for the right table, below -7 for a wrong one. Higher is better. */
export interface Likelihood {
  readonly mean: number;
  readonly count: number;
}

/** How likely `text` is under these letter shares; `latin` when they are added to ASCII letters. Mean 0 when everything is ASCII. */
export function likelihood(text: string, shares: Letters, latin: boolean): Likelihood {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    sum += worth(text, at, shares, latin);
    count += 1;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}

const WORDLIKE = /[\p{L}\p{M}\p{N}\p{P}\p{Zs}]/u;

/** Share (0 to 1) of non-ASCII characters that are letters, marks, digits, punctuation or spaces; 1 when everything is ASCII. */
export function wordlikeShare(text: string): number {
  let good = 0;
  let count = 0;
  for (const char of text) {
    if (char < "\u0080") continue;
    count += 1;
    if (char >= "\u00a0" && WORDLIKE.test(char)) good += 1;
  }
  return count === 0 ? 1 : good / count;
}
