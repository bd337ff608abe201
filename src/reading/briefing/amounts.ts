/** Numbers in digits and words with their bounds, as the contract's "Values" has them; years, ages, articles and the like are no amounts. */
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import type { Amount } from "../../model/figure.ts";
import { exactly } from "../../model/figure.ts";
import type { Span } from "../../model/passage.ts";
import { phraseAt } from "./patterns.ts";
import type { Bound, Tongue } from "./tongue.ts";

export interface AmountAt {
  /** Token positions with the words of the bound, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** The number itself, without bound words. */
  readonly core: number;
  readonly coreEnd: number;
  readonly amount: Amount;
  readonly measure: "count" | "percent" | "money";
  /** The currency as said, for money. */
  readonly currency: string | null;
  /** "19-ы", "екеуі": so many of those just named. */
  readonly partitive: boolean;
  /** True for "один" and "бір", which may be no number at all. */
  readonly one: boolean;
}

interface Read {
  readonly value: number;
  readonly last: number;
  readonly partitive: boolean;
  readonly about: boolean;
  /** Dozens and hundreds: a smallest value only. */
  readonly vague: boolean;
}

const DIGITS = /^(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:([.,])(\d+))?(?:-(\p{L}+))?$/u;

/** The number of a token in digits, or null when it is none (a date, a score, "25-летний"). */
function digitsOf(tongue: Tongue, token: Token, multiplied: boolean): Omit<Read, "last" | "vague"> | null {
  const match = DIGITS.exec(token.lower);
  if (match === null) return null;
  const [, whole = "", mark, decimals, ending] = match;
  const { cardinal, about } = tongue.endings;
  if (ending !== undefined && !cardinal.has(ending) && !about.has(ending)) return null;
  const integer = Number(whole.replace(/\D/gu, ""));
  const thousands = mark !== undefined && decimals?.length === 3 && !multiplied;
  const value = decimals === undefined ? integer : thousands ? integer * 1000 + Number(decimals) : Number(`${integer}.${decimals}`);
  return {
    value,
    partitive: ending !== undefined && tongue.endings["least-of"].has(ending),
    about: ending !== undefined && about.has(ending),
  };
}

/** A number at `at`: "5135", "5,8 тысячи", "сто двадцать", "жүздеген"; null when there is none. */
function numberAt(tongue: Tongue, tokens: readonly Token[], at: number, limit: number, bounded: boolean): Read | null {
  const vague = phraseAt(tongue.vague, tokens, at, limit);
  if (vague !== null && (!bounded || vague.value === 2))
    return { value: vague.value, last: vague.last, partitive: false, about: false, vague: true };
  const round = phraseAt(tongue.rounds, tokens, at, limit);
  if (round !== null) return { value: round.value, last: round.last, partitive: false, about: true, vague: false };
  let total = 0;
  let part: number | null = null;
  let scale = Infinity;
  let partitive = false;
  let about = false;
  let next = at;
  while (next < limit) {
    const token = tokens[next] as Token;
    const multiplier = phraseAt(tongue.multipliers, tokens, next, limit);
    if (multiplier !== null) {
      if (multiplier.value === 100) part = (part ?? 1) * 100;
      else {
        if (multiplier.value >= scale) break;
        scale = multiplier.value;
        total += Math.round((part ?? 1) * multiplier.value * 1000) / 1000;
        part = null;
      }
      next = multiplier.last;
      if (tokens[next]?.text === "." && isAbbreviated(tokens[next - 1])) next += 1;
      continue;
    }
    if (token.tag === "NUM") {
      if (part !== null || next > at) break;
      const read = digitsOf(tongue, token, phraseAt(tongue.multipliers, tokens, next + 1, limit) !== null);
      if (read === null) return null;
      ({ partitive, about } = read);
      part = read.value;
      next += 1;
      continue;
    }
    const fraction = phraseAt(tongue.fractions, tokens, next, limit);
    if (fraction !== null && part === null) {
      part = fraction.value;
      next = fraction.last;
      continue;
    }
    const word = tongue.numberWords.get(token.lower);
    if (word === undefined || (part !== null && !follows(part, word))) break;
    part = (part ?? 0) + word;
    next += 1;
  }
  if (next === at) return null;
  return { value: total + (part ?? 0), last: next, partitive, about, vague: false };
}

/** "сто" + "двадцать" + "пять": each word is smaller than the round end of what stands before it. */
function follows(sum: number, word: number): boolean {
  if (word >= 100) return false;
  if (word >= 10) return sum % 100 === 0;
  return sum % 10 === 0 && sum % 100 !== 10;
}

function isAbbreviated(token: Token | undefined): boolean {
  return token !== undefined && ["тыс", "млн", "млрд", "чел"].includes(token.lower);
}

/** The contract's value of a number under a bound. */
export function bounded(value: number, bound: Bound | null, also: { readonly about: boolean; readonly vague: boolean }): Amount {
  const open = { min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: true };
  if (also.vague) return { ...open, min: value };
  switch (bound) {
    case "more":
      return { ...open, min: value, minExclusive: true, approx: false };
    case "least":
      return { ...open, min: value, approx: false };
    case "less":
      return { ...open, max: value, maxExclusive: true, approx: false };
    case "most":
      return { ...open, max: value, approx: false };
    case "nearly":
      return { ...open, max: value, best: value };
    case "about":
      return { ...open, best: value };
    default:
      return also.about ? { ...open, best: value } : exactly(value);
  }
}

function boundBefore(tongue: Tongue, tokens: readonly Token[], at: number, floor: number): { first: number; bound: Bound | null } {
  let first = at;
  let bound: Bound | null = null;
  for (let changed = true; changed;) {
    changed = false;
    for (let width = 4; width >= 1; width -= 1) {
      const start = first - width;
      if (start < floor) continue;
      const hit = phraseAt(tongue.boundsBefore, tokens, start, first);
      if (hit?.last !== first) continue;
      if (bound === null || bound === "plain") bound = hit.value;
      first = start;
      changed = true;
      break;
    }
  }
  return { first, bound };
}

function joined(read: Read, second: Read, bound: Bound | null): Amount {
  const [min, max] = [Math.min(read.value, second.value), Math.max(read.value, second.value)];
  return { min, max, minExclusive: false, maxExclusive: false, best: null, approx: bound === "about" };
}

function covered(spans: readonly Span[], token: Token): boolean {
  return spans.some(({ start, end }) => token.start < end && start < token.end);
}

/** A verb of growth or fall in the few words before: "выросло до 227" is 227, not at most 227. */
function moved(tongue: Tongue, tokens: readonly Token[], first: number, last: number, sentence: Sentence): boolean {
  const after = tongue.language === "kk";
  const [from, to] = after ? [last, Math.min(last + 5, sentence.last)] : [Math.max(first - 6, sentence.first), first];
  for (let at = from; at < to; at += 1) if (phraseAt(tongue.moves, tokens, at, to) !== null) return true;
  return false;
}

interface Edge {
  readonly last: number;
  readonly bound: Bound | null;
}

function boundAfter(tongue: Tongue, tokens: readonly Token[], at: number, limit: number): Edge {
  const hit = phraseAt(tongue.boundsAfter, tokens, at, limit);
  return hit === null ? { last: at, bound: null } : { last: hit.last, bound: hit.value };
}

/** The amounts of a sentence in order. `masked` are stretches whose numbers are no counts: times, names of channels. */
export function amountsOf(tongue: Tongue, analysis: Analysis, sentence: Sentence, masked: readonly Span[]): readonly AmountAt[] {
  const { tokens } = analysis;
  const found: AmountAt[] = [];
  let floor = sentence.first;
  for (let at = sentence.first; at < sentence.last;) {
    const amount = covered(masked, tokens[at] as Token) ? null : amountAt(tongue, analysis, sentence, at, floor, masked);
    if (amount === null) {
      const skip = numberAt(tongue, tokens, at, sentence.last, true);
      at = Math.max(at + 1, skip?.last ?? 0);
      continue;
    }
    if (amount !== "none") {
      found.push(amount);
      floor = amount.last;
      at = Math.max(amount.last, at + 1);
    } else at += 1;
  }
  return found;
}

function amountAt(
  tongue: Tongue,
  { tokens }: Analysis,
  sentence: Sentence,
  at: number,
  floor: number,
  masked: readonly Span[],
): AmountAt | "none" | null {
  const limit = sentence.last;
  const before = boundBefore(tongue, tokens, at, floor);
  // "Ни один" is nobody, which `nobody.ts` finds.
  if (phraseAt(tongue.none, tokens, at - 1, limit) !== null) return null;
  const tail = numberAt(tongue, tokens, at, limit, before.bound !== null && before.bound !== "plain");
  if (tail === null) return "none";
  if (at === sentence.first && /^[.)]$/u.test(tokens[tail.last]?.text ?? "") && tail.last - at === 1 && tokens[at]?.tag === "NUM")
    return null;
  const range = rangeAt(tongue, tokens, at, tail, limit);
  const number = range ?? tail;
  const edge = boundAfter(tongue, tokens, number.last, limit);
  // "1000 адамнан астам": the noun stands between the number and its bound.
  const noun = tongue.language === "kk" && edge.bound === null ? phraseAt(tongue.nouns, tokens, number.last, limit) : null;
  let bound = edge.bound ?? (noun === null ? null : boundAfter(tongue, tokens, noun.last, limit).bound) ?? before.bound;
  const { partitive, about, vague } = number;
  if (bound === "most" && moved(tongue, tokens, before.first, edge.last, sentence)) bound = null;
  const money = phraseAt(tongue.money, tokens, edge.last, limit) ?? (at > floor ? phraseAt(tongue.money, tokens, at - 1, at) : null);
  const percent = phraseAt(tongue.percent, tokens, edge.last, limit);
  const next = tokens[edge.last];
  if (money === null && percent === null && notACount(tongue, tokens, sentence, before.first, at, edge.last)) return null;
  if (next !== undefined && covered(masked, next) && tokens[number.last - 1]?.end === next.start) return null;
  const value = range === null ? bounded(number.value, bound, { about, vague }) : joined(range.from, range, bound);
  const scaled = percent === null ? value : shared(value);
  const end = Math.max(edge.last, money !== null && money.first >= edge.last ? money.last : 0, percent?.last ?? 0);
  return {
    first: before.first,
    last: end,
    core: at,
    coreEnd: number.last,
    amount: scaled,
    measure: money !== null ? "money" : percent !== null ? "percent" : "count",
    currency: money?.value ?? null,
    partitive,
    one: number.value === 1 && tokens[at]?.tag !== "NUM",
  };
}

interface RangeRead extends Read {
  readonly from: Read;
}

/** "от 10 до 20", "16-дан 20-ға дейін", "10–20": the second number and all up to its end, or null. */
function rangeAt(tongue: Tongue, tokens: readonly Token[], at: number, first: Read, limit: number): RangeRead | null {
  const link = tokens[first.last];
  const lead = tokens[at - 1]?.lower;
  const dash = link !== undefined && /^[-–—]$/u.test(link.text) && tokens[at]?.tag === "NUM" && tokens[first.last + 1]?.tag === "NUM";
  const close = dash && link.start === tokens[first.last - 1]?.end && link.end === tokens[first.last + 1]?.start;
  const paired = tongue.lexicon.numbers.ranges.some(([open, joint]) => lead === open && link?.lower === joint);
  const kazakh = tongue.language === "kk" && /[днт][ае]н$/u.test(tokens[first.last - 1]?.lower ?? "");
  const from = kazakh ? first.last : close || paired ? first.last + 1 : null;
  if (from === null) return null;
  const second = numberAt(tongue, tokens, from, limit, true);
  if (second === null || second.value <= first.value) return null;
  if (kazakh && phraseAt(tongue.boundsAfter, tokens, second.last, limit)?.value !== "most") return null;
  // "5–6 тысяч": the multiplier is said once.
  const scale =
    second.value >= 1000 && first.value < 1000 && second.last - from > 1 ? 10 ** (3 * Math.floor(Math.log10(second.value) / 3)) : 1;
  return { ...second, vague: false, from: { ...first, value: first.value * scale } };
}

function shared(amount: Amount): Amount {
  const part = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e7) / 1e9);
  return { ...amount, min: part(amount.min), max: part(amount.max), best: part(amount.best) };
}

function notACount(tongue: Tongue, tokens: readonly Token[], sentence: Sentence, first: number, core: number, last: number): boolean {
  if (phraseAt(tongue.notAfter, tokens, last, sentence.last) !== null) return true;
  // "272-бап", "25 жаста" with a mark between; a number glued to letters or another number (A4, 10/2) is a code.
  if (tokens[last]?.text === "-" && phraseAt(tongue.notAfter, tokens, last + 1, sentence.last) !== null) return true;
  for (const at of [core - 1, first - 1]) if (at >= sentence.first && phraseAt(tongue.notBefore, tokens, at, at + 1) !== null) return true;
  const before = tokens[core - 1];
  const glued = before !== undefined && before.end === tokens[core]?.start && /[\p{L}\d+№#@/_]$/u.test(before.text);
  const after = tokens[last];
  if (after?.tag === "X" && after.start === tokens[last - 1]?.end) return true;
  const number = tokens[core];
  const phone = number?.tag === "NUM" && (before?.text === "+" || (number.text.length >= 9 && /^\d+$/u.test(number.text)));
  return glued || phone;
}
