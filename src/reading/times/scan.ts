/** The small readings that recognisers are made of: each takes a position and gives a value with the position after it, or null. */
import type { Sentence, Token } from "./tokens.ts";
import { tokenAt } from "./tokens.ts";

export interface Read<T> {
  readonly value: T;
  /** Position of the first token after it. */
  readonly next: number;
}

/** True when the lexicon gives the word that role. */
export function has(token: Token, role: string): boolean {
  return token.entry.roles?.has(role) === true;
}

/** The position after an optional word of that role. */
export function skip(s: Sentence, i: number, role: string): number {
  return has(tokenAt(s, i), role) ? i + 1 : i;
}

/** The position after an optional mark. */
export function skipMark(s: Sentence, i: number, mark: string): number {
  return tokenAt(s, i).lower === mark ? i + 1 : i;
}

/** A hyphen or dash. */
export function isDash(token: Token): boolean {
  return token.kind === "mark" && (token.lower === "-" || (token.lower >= "\u2010" && token.lower <= "\u2015"));
}

const MONEY = new Set(["$", "€", "£", "₸", "₽", "#", "№", "§"]);

/** True for a digit run that is a number of its own: no money, share, decimal or part of a grouped number or longer code. */
export function isPlain(s: Sentence, i: number): boolean {
  const token = tokenAt(s, i);
  if (token.number < 0) return false;
  const before = tokenAt(s, i - 1);
  if (MONEY.has(before.lower)) return false;
  if (token.glued && (before.kind === "word" || before.lower === "+")) return false;
  if (
    token.glued &&
    (before.lower === "." || before.lower === "," || before.lower === ":") &&
    before.glued &&
    tokenAt(s, i - 2).kind === "number"
  )
    return false;
  const after = tokenAt(s, i + 1);
  if (after.lower === "%" || after.lower === "‰" || after.lower === "°") return false;
  const next = tokenAt(s, i + 2);
  const joined = after.glued && next.glued && next.kind === "number";
  return !(joined && (after.lower === "." || after.lower === ":" || (after.lower === "," && next.end - next.start === 3)));
}

/** A year of four digits from 1000 to 2199. */
export function year(s: Sentence, i: number): Read<number> | null {
  const { number, start, end, kind } = tokenAt(s, i);
  if (kind === "word") return yearInWords(s, i);
  return end - start === 4 && number >= 1000 && number < 2200 && isPlain(s, i) ? { value: number, next: i + 1 } : null;
}

/** "thirty-six", "six": below a hundred, in words. */
function smallNumber(s: Sentence, i: number): Read<number> | null {
  const { number } = tokenAt(s, i).entry;
  if (number === undefined || number >= 100 || tokenAt(s, i).kind !== "word") return null;
  const at = isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1;
  const ones = number >= 20 ? tokenAt(s, at).entry.number : undefined;
  return ones !== undefined && ones < 10 ? { value: number + ones, next: at + 1 } : { value: number, next: i + 1 };
}

/** "nineteen ninety-six", "seventeen hundred thirty three", "two thousand and five"; a thousand alone is a count. */
function yearInWords(s: Sentence, i: number): Read<number> | null {
  const first = s.lexicon.language === "en" ? tokenAt(s, i).entry.number : undefined;
  if (first === undefined || first > 20 || (first < 15 && first !== 2)) return null;
  const scale = tokenAt(s, i + 1);
  const thousand = has(scale, "thousand");
  if (first === 2 && !thousand) return null;
  const hundred = scale.entry.number === 100;
  const at = skip(s, thousand || hundred ? i + 2 : i + 1, "and");
  const rest = smallNumber(s, at);
  if (rest === null || (rest.value < 10 && !thousand && !hundred)) return null;
  return { value: (thousand ? 2000 : first * 100) + rest.value, next: rest.next };
}

/** A day of the month as a number in words, behind or before its month: "May twenty-nine". */
export function dayInWords(s: Sentence, i: number): Read<number> | null {
  const found = smallNumber(s, i);
  return found === null || found.value > 31 ? null : found;
}

/** A year after a comma, "of", "in" or nothing, and the word that some languages put behind it ("года"). Null when there is none. */
export function yearAfter(s: Sentence, i: number): Read<number> | null {
  const comma = tokenAt(s, i).lower === ",";
  const found = year(s, comma ? i + 1 : has(tokenAt(s, i), "in") ? i + 1 : skip(s, i, "of"));
  if (found === null) return null;
  // "on January 6, 2022 people": a comma and a count look the same; a counted noun behind it decides.
  if (has(tokenAt(s, found.next), "counted") && !has(tokenAt(s, found.next), "of")) return null;
  const word = tokenAt(s, found.next);
  if (!has(word, "yearWord")) return found;
  return { value: found.value, next: skipAbbreviation(s, found.next) };
}

/** The position after a word and the full stop glued to it, when the sentence goes on: "Jan.", "г.". */
export function skipAbbreviation(s: Sentence, i: number): number {
  const dot = tokenAt(s, i + 1);
  const short = tokenAt(s, i).end - tokenAt(s, i).start <= 4;
  return short && dot.lower === "." && dot.glued && i + 2 < s.tokens.length ? i + 2 : i + 1;
}

/** The position after the ending of an ordinal in digits: "6th", "6-го". */
export function skipOrdinalEnding(s: Sentence, i: number): number {
  const ending = tokenAt(s, i);
  if (ending.glued && s.lexicon.ordinalEndings.has(ending.lower)) return i + 1;
  const word = tokenAt(s, i + 1);
  return ending.glued && ending.lower === "-" && word.glued && s.lexicon.ordinalEndings.has(word.lower) ? i + 2 : i;
}

/** A day of the month, 1-31: "6", "6th", "sixth", "twenty-first". Two digits at most, and nothing glued on that makes it something else. */
export function dayNumber(s: Sentence, i: number): Read<number> | null {
  const token = tokenAt(s, i);
  if (token.kind === "number") {
    if (token.end - token.start > 2 || token.number < 1 || token.number > 31 || !isPlain(s, i)) return null;
    const next = skipOrdinalEnding(s, i + 1);
    const after = tokenAt(s, next);
    return after.glued && after.kind === "word" ? null : { value: token.number, next };
  }
  if (token.entry.ordinal !== undefined) return { value: token.entry.ordinal, next: i + 1 };
  const tens = token.entry.number;
  if (tens !== 20 && tens !== 30) return null;
  const j = isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1;
  const ones = tokenAt(s, j).entry.ordinal;
  return ones !== undefined && ones < 10 && tens + ones <= 31 ? { value: tens + ones, next: j + 1 } : null;
}

/** A month by name; one that is a common word ("may") only with a capital, where the language has capitals. */
export function month(s: Sentence, i: number): Read<number> | null {
  const token = tokenAt(s, i);
  if (token.entry.month === undefined || (token.entry.common === true && s.lexicon.capitals && !token.capital)) return null;
  return { value: token.entry.month, next: skipAbbreviation(s, i) };
}

/** A count of units: digits, words, halves. `null` inside means "some" ("several weeks"). */
export function count(s: Sentence, i: number): Read<number | null> | null {
  const token = tokenAt(s, i);
  if (token.kind === "number") return digits(s, i);
  if (has(token, "article")) {
    const after = tokenAt(s, i + 1);
    if (has(after, "several")) return { value: null, next: skip(s, i + 2, "of") };
    return { value: 1, next: i + 1 };
  }
  if (has(token, "several")) return { value: null, next: skip(s, i + 1, "of") };
  if (has(token, "half") && has(tokenAt(s, i + 1), "article")) return { value: 0.5, next: i + 2 };
  const value = token.entry.number;
  if (value === undefined) return null;
  let total = value;
  let next = i + 1;
  if (value >= 20 && value < 100) {
    const j = isDash(tokenAt(s, next)) ? next + 1 : next;
    const ones = tokenAt(s, j).entry.number;
    if (ones !== undefined && ones < 10) {
      total += ones;
      next = j + 1;
    }
  } else if (value < 10 && tokenAt(s, next).entry.number === 100) {
    total = value * 100;
    next++;
  }
  return half(s, total, next);
}

function digits(s: Sentence, i: number): Read<number | null> | null {
  const token = tokenAt(s, i);
  if (isPlain(s, i)) return half(s, token.number, i + 1);
  const [dot, fraction] = [tokenAt(s, i + 1), tokenAt(s, i + 2)];
  if (dot.lower !== "." || !dot.glued || !fraction.glued || fraction.kind !== "number" || MONEY.has(tokenAt(s, i - 1).lower)) return null;
  return { value: Number(`${token.lower}.${fraction.lower}`), next: i + 3 };
}

/** "and a half" behind a count. */
function half(s: Sentence, value: number, next: number): Read<number> {
  const isHalf = has(tokenAt(s, next), "and") && has(tokenAt(s, next + 1), "article") && has(tokenAt(s, next + 2), "half");
  return isHalf ? { value: value + 0.5, next: next + 3 } : { value, next };
}

/** True when the token could be what a number counts, so that the number is no year: "2022 people", "2010 detainees". */
export function isCounted(token: Token): boolean {
  if (token.kind !== "word" || token.capital) return false;
  if (has(token, "counted")) return true;
  return token.lower.length > 4 && token.lower.endsWith("s") && !token.lower.endsWith("ss") && token.entry.roles === undefined;
}
