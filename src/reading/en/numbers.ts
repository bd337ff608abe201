/** Numbers as English writes them: digits with separators, words, mixed, vague. */
import type { Analysis, Sentence } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import numbers from "../lexicons/en/numbers.json" with { type: "json" };

/** A plain number: its value and the token after it. */
export interface PlainNumber {
  readonly value: number;
  readonly last: number;
  readonly digits: boolean;
  readonly approx: boolean;
  readonly vague: boolean;
}

export const ONES: Readonly<Record<string, number>> = numbers.ones;
export const TENS: Readonly<Record<string, number>> = numbers.tens;
const SCALES: Readonly<Record<string, number>> = numbers.scales;
export const VAGUE: Readonly<Record<string, number>> = numbers.vague;
export const APPROXIMATE: Readonly<Record<string, number>> = numbers.approximate;
export const FRACTIONS: Readonly<Record<string, number>> = numbers.fractions;
export const NONE: ReadonlySet<string> = new Set(numbers.none);

const DIGITS = /^\d{1,3}(?:[,\u00A0\u202F]\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

/** The value of digits as written in English ("4,500", "1.2"), or null when the token is no plain number. */
export function digitsValue(word: string): number | null {
  if (!DIGITS.test(word)) return null;
  return Number(word.replaceAll(/[,\u00A0\u202F]/g, ""));
}

/** The token in lower case; "" outside the sentence. */
export function lowerAt(analysis: Analysis, sentence: Sentence, at: number): string {
  return at >= sentence.first && at < sentence.last ? tokenAt(analysis, at).lower : "";
}

/** `length` tokens from `at` on, in lower case, joined by spaces. */
export function phrase(analysis: Analysis, sentence: Sentence, at: number, length: number): string {
  let words = lowerAt(analysis, sentence, at);
  for (let i = at + 1; i < at + length; i += 1) words += ` ${lowerAt(analysis, sentence, i)}`;
  return words;
}

const firstWords = new WeakMap<Readonly<Record<string, number>>, ReadonlyMap<string, number>>();

/** For each first word of entries the most words that one of them has: where it is missing, no phrase need be built. */
export function openersOf(entries: Iterable<string>): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const entry of entries) {
    const words = entry.split(" ");
    const opener = words[0] as string;
    most.set(opener, Math.max(most.get(opener) ?? 0, words.length));
  }
  return most;
}

function openersIn(table: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  let words = firstWords.get(table);
  if (words === undefined) firstWords.set(table, (words = openersOf(Object.keys(table))));
  return words;
}

/** The longest key of `table` that stands at `at`, with its length in tokens. */
export function longest(
  table: Readonly<Record<string, number>>,
  analysis: Analysis,
  sentence: Sentence,
  at: number,
): { value: number; length: number } | null {
  const most = openersIn(table).get(lowerAt(analysis, sentence, at)) ?? 0;
  for (let length = Math.min(3, most); length >= 1; length -= 1) {
    if (at + length > sentence.last) continue;
    const value = table[phrase(analysis, sentence, at, length)];
    if (value !== undefined) return { value, length };
  }
  return null;
}

/** True when no space stands before the token. */
export function adjoins(analysis: Analysis, at: number): boolean {
  return at > 0 && tokenAt(analysis, at - 1).end === tokenAt(analysis, at).start;
}

/** A number in words: "two hundred and twenty-five", "forty five thousand", "a hundred and twenty". */
function wordsNumber(analysis: Analysis, sentence: Sentence, start: number): { value: number; last: number } | null {
  const article = lowerAt(analysis, sentence, start) === "a" ? 1 : 0;
  let total = 0;
  let group = article;
  let at = start + article;
  let last = start;
  for (; at < sentence.last; at += 1) {
    const word = lowerAt(analysis, sentence, at);
    const small = ONES[word] ?? TENS[word] ?? hyphenated(word);
    if (small !== undefined) {
      if (group % 100 !== 0 && !(group % 10 === 0 && small < 10)) break;
      group += small;
    } else if (word === "hundred" && group > 0 && group < 100) group *= 100;
    else if (SCALES[word] !== undefined && word.length > 3 && group > 0) {
      total += group * SCALES[word];
      group = 0;
    } else if (
      (word === "and" || word === "-") &&
      at > start &&
      isSmall(lowerAt(analysis, sentence, at + 1)) &&
      (group >= 100 || total > 0 || word === "-")
    )
      continue;
    else break;
    last = at + 1;
  }
  // "a" alone is no number; "a hundred" of nothing more is about a hundred.
  if (last === start || (article === 1 && last <= start + 2)) return null;
  return { value: total + group, last };
}

/** "two and a half thousand", "one and a half million". */
function halfNumber(analysis: Analysis, sentence: Sentence, at: number): { value: number; last: number } | null {
  const whole = digitsValue(lowerAt(analysis, sentence, at)) ?? ONES[lowerAt(analysis, sentence, at)];
  if (whole === undefined || phrase(analysis, sentence, at + 1, 3) !== "and a half") return null;
  const scale = SCALES[lowerAt(analysis, sentence, at + 4)];
  return scale === undefined ? null : { value: (whole + 0.5) * scale, last: at + 5 };
}

function isSmall(word: string): boolean {
  return ONES[word] !== undefined || TENS[word] !== undefined || hyphenated(word) !== undefined;
}

/** "forty-odd", "40-odd": the number before the hyphen, about; null for other words. */
export function oddNumber(word: string): number | null {
  if (!word.endsWith("-odd")) return null;
  const before = word.slice(0, -4);
  return digitsValue(before) ?? TENS[before] ?? ONES[before] ?? null;
}

export function hyphenated(word: string): number | undefined {
  if (!word.includes("-")) return undefined;
  const [tens, ones, more] = word.split("-");
  if (tens === undefined || ones === undefined || more !== undefined) return undefined;
  const high = TENS[tens];
  const low = ONES[ones];
  return high === undefined || low === undefined || low > 9 ? undefined : high + low;
}

/** The number that begins at a token, or null. */
export function numberAt(analysis: Analysis, sentence: Sentence, at: number): PlainNumber | null {
  const vague = longest(VAGUE, analysis, sentence, at);
  if (vague !== null) {
    const ofAfter = phrase(analysis, sentence, at, vague.length).endsWith(" of") ? 1 : 0;
    return { value: vague.value, last: at + vague.length - ofAfter, digits: false, approx: false, vague: true };
  }
  const half = halfNumber(analysis, sentence, at);
  if (half !== null) return { ...half, digits: false, approx: false, vague: false };
  const exact = lowerAt(analysis, sentence, at) === "a" ? wordsNumber(analysis, sentence, at) : null;
  if (exact !== null) return { ...exact, digits: false, approx: false, vague: false };
  const about = longest(APPROXIMATE, analysis, sentence, at);
  if (about !== null) return { value: about.value, last: at + about.length, digits: false, approx: true, vague: false };
  const token = tokenAt(analysis, at);
  const odd = oddNumber(token.lower);
  if (odd !== null) return { value: odd, last: at + 1, digits: false, approx: true, vague: false };
  const value = digitsValue(token.text);
  if (value !== null) {
    let result = value;
    let last = at + 1;
    // "10 000": groups of three after a space.
    while (
      /^\d{1,3}$/.test(tokenAt(analysis, at).text) &&
      Number(tokenAt(analysis, at).text) > 0 &&
      /^\d{3}$/.test(textAt(analysis, sentence, last)) &&
      gapIsOne(analysis, last)
    ) {
      result = result * 1000 + Number(textAt(analysis, sentence, last));
      last += 1;
    }
    const scale = lowerAt(analysis, sentence, last);
    const adjoinsScale = last < sentence.last && adjoins(analysis, last);
    if (SCALES[scale] !== undefined && (scale.length > 1 || adjoinsScale)) {
      result *= SCALES[scale];
      last += 1;
    }
    return { value: Math.round(result * 1e6) / 1e6, last, digits: true, approx: false, vague: false };
  }
  const words = wordsNumber(analysis, sentence, at);
  return words === null ? null : { ...words, digits: false, approx: false, vague: false };
}

function textAt(analysis: Analysis, sentence: Sentence, at: number): string {
  return at < sentence.last ? tokenAt(analysis, at).text : "";
}

function gapIsOne(analysis: Analysis, at: number): boolean {
  return tokenAt(analysis, at).start - tokenAt(analysis, at - 1).end === 1;
}
