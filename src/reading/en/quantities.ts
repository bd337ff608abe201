/** Numbers in English text with their bounds: digits, words, mixed, vague. What is counted is another file's business. */
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import { fold, tokenAt } from "../../language/token.ts";
import { remembered } from "../../language/word.ts";
import type { Amount } from "../../model/figure.ts";
import { exactly } from "../../model/figure.ts";
import type { Span } from "../../model/passage.ts";
import bounds from "../lexicons/en/bounds.json" with { type: "json" };
import { groupWords, measureWords, peopleWords, unitByNoun } from "./lexicon.ts";
import type { PlainNumber } from "./numbers.ts";
import {
  adjoins,
  APPROXIMATE,
  digitsValue,
  FRACTIONS,
  longest,
  lowerAt,
  NONE,
  numberAt,
  ONES,
  openersOf,
  phrase,
  TENS,
  VAGUE,
} from "./numbers.ts";
import { lemmaAt } from "./words.ts";
import numbers from "../lexicons/en/numbers.json" with { type: "json" };

/** A number as said. Token positions, `last` exclusive; `from` is where the number itself starts, after its bound. */
export interface Quantity extends Span {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly amount: Amount;
  /** "another 20" counts only the new ones. */
  readonly accrual: "new" | null;
  /** "whole" for a share of a whole; the amount is then a fraction of 1. */
  readonly per: "whole" | null;
  readonly form: "digits" | "words" | "vague" | "none" | "share";
  readonly currency: string | null;
  readonly rule: string;
}

const MIN: Readonly<Record<string, boolean>> = bounds.min;
const MAX: Readonly<Record<string, boolean>> = bounds.max;
const BELOW: ReadonlySet<string> = new Set(bounds["approx-below"]);
const ABOUT: ReadonlySet<string> = new Set(bounds.approx);
const NEW: ReadonlySet<string> = new Set(bounds.new);
const BOUND_WORDS: ReadonlySet<string> = new Set(bounds.phrases);
/** For each last word of such a phrase the most words that one has. */
const BOUND_ENDS = new Map<string, number>();
for (const entry of BOUND_WORDS) {
  const words = entry.split(" ");
  const last = words.at(-1) as string;
  BOUND_ENDS.set(last, Math.max(BOUND_ENDS.get(last) ?? 0, words.length));
}
const NONE_OPENERS = openersOf(NONE);
/** Words after a number, with words of the same meaning before one. */
const AFTER: ReadonlyMap<string, string> = new Map([
  ...bounds.after.min.map((words) => [words, "at least"] as const),
  ...bounds.after.max.map((words) => [words, "at most"] as const),
  ...bounds.after.approx.map((words) => [words, "about"] as const),
]);
const BEFORE: ReadonlySet<string> = new Set(numbers["not-counts"].before);
const CURRENCY = /^(?:\$|€|£|₸|₽|US\$)$/;

/** The bounding words right before `at`, as [first token, words]; null when there are none. */
function boundBefore(analysis: Analysis, sentence: Sentence, at: number): { first: number; words: string } | null {
  const most = BOUND_ENDS.get(lowerAt(analysis, sentence, at - 1)) ?? 0;
  for (let length = Math.min(4, most); length >= 1; length -= 1) {
    const first = at - length;
    if (first < sentence.first) continue;
    const words = phrase(analysis, sentence, first, length);
    if (BOUND_WORDS.has(words)) return { first, words };
  }
  return null;
}

const OPEN: Amount = { min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: false };

/** The bounding words right after a number ("200 or more", "50 or so", "2,600 at most"); null when there are none. */
function boundAfter(analysis: Analysis, sentence: Sentence, at: number): { words: string; length: number } | null {
  for (let length = 3; length >= 1; length -= 1) {
    const words = AFTER.get(phrase(analysis, sentence, at, length));
    if (words !== undefined) return { words, length };
  }
  return null;
}

/** The contract's table of bounds: "up to N", "nearly N", "about N", "more than N". */
function bounded(value: number, words: string | null, number: PlainNumber): Amount {
  if (number.vague) return { ...OPEN, min: value, approx: true };
  if (words !== null && words in MIN) return { ...OPEN, min: value, minExclusive: MIN[words] === true };
  if (words !== null && words in MAX) return { ...OPEN, max: value, maxExclusive: MAX[words] === true };
  if (words !== null && BELOW.has(words)) return { ...OPEN, best: value, max: value, approx: true };
  if (words !== null && ABOUT.has(words)) return { ...OPEN, best: value, approx: true };
  if (number.approx) return { ...OPEN, best: value, approx: true };
  return exactly(value);
}

/** All numbers of a sentence that could count something, in order; what is plainly no count (years, articles, ages) is passed over by the caller's spans. */
export function quantitiesOf(analysis: Analysis, sentence: Sentence, taken: readonly Span[]): readonly Quantity[] {
  const found: Quantity[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const quantity = quantityAt(analysis, sentence, at, taken);
    if (quantity === null) at += 1;
    else {
      found.push(quantity);
      at = quantity.last;
    }
  }
  return found;
}

const OPENERS: ReadonlySet<string> = new Set(
  [
    ...Object.keys(VAGUE),
    ...Object.keys(APPROXIMATE),
    ...Object.keys(FRACTIONS),
    ...NONE,
    ...Object.keys(ONES),
    ...Object.keys(TENS),
    "a",
    "no",
    "one",
    "between",
    "from",
  ].map((entry) => entry.split(" ")[0] as string),
);

/** Most words open no number: they are told apart before anything is built. */
function mayOpen(token: Token): boolean {
  return token.tag === "NUM" || opensNumber(token.text);
}

const opensNumber = remembered((text) => OPENERS.has(fold(text)) || /^[\d(]/.test(text) || text.includes("-"));

function quantityAt(analysis: Analysis, sentence: Sentence, at: number, taken: readonly Span[]): Quantity | null {
  const token = tokenAt(analysis, at);
  if (!mayOpen(token)) return null;
  if (taken.some((span) => span.start < token.end && token.start < span.end)) return null;
  return (
    noneAt(analysis, sentence, at) ??
    noOf(analysis, sentence, at) ??
    shareAt(analysis, sentence, at) ??
    rangeAt(analysis, sentence, at) ??
    plainAt(analysis, sentence, at)
  );
}

function build(
  analysis: Analysis,
  first: number,
  from: number,
  last: number,
  rest: Omit<Quantity, "first" | "from" | "last" | "start" | "end">,
): Quantity {
  return { first, from, last, start: tokenAt(analysis, first).start, end: tokenAt(analysis, last - 1).end, ...rest };
}

const PLAIN = { accrual: null, per: null, currency: null } as const;

/** "No casualties", "no officer": "no" before something that is counted. */
function noOf(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  if (lowerAt(analysis, sentence, at) !== "no") return null;
  for (let next = at + 1; next < sentence.last && next <= at + 4; next += 1) {
    const { tag } = tokenAt(analysis, next);
    if (tag === "NOUN") {
      const lemma = lemmaAt(analysis, next);
      if (next + 1 < sentence.last && tokenAt(analysis, next + 1).tag === "NOUN") continue;
      if (!unitByNoun.has(lemma) && !peopleWords.has(lemma) && !groupWords.has(lemma)) return null;
      return build(analysis, at, at, at + 1, { ...PLAIN, amount: exactly(0), form: "none", rule: "en.quantity.no" });
    }
    if (tag !== "ADJ" && tag !== "VERB") return null;
  }
  return null;
}

function noneAt(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  const most = NONE_OPENERS.get(lowerAt(analysis, sentence, at)) ?? 0;
  for (let length = Math.min(3, most); length >= 1; length -= 1) {
    if (at + length <= sentence.last && NONE.has(phrase(analysis, sentence, at, length))) {
      return build(analysis, at, at, at + length, { ...PLAIN, amount: exactly(0), form: "none", rule: "en.quantity.none" });
    }
  }
  return null;
}

function shareAt(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  const article = /^(?:a|one)$/.test(lowerAt(analysis, sentence, at)) ? 1 : 0;
  const fraction = longest(FRACTIONS, analysis, sentence, at + article);
  if (fraction !== null) {
    const last = at + article + fraction.length;
    if (!/^(?:of|the|were|was|are|is|had|have)$/.test(lowerAt(analysis, sentence, last))) return null;
    const bound = boundBefore(analysis, sentence, at);
    const amount = bounded(fraction.value, bound?.words ?? null, { value: 0, last, digits: false, approx: false, vague: false });
    return build(analysis, bound?.first ?? at, at, last, { ...PLAIN, amount, per: "whole", form: "share", rule: "en.quantity.fraction" });
  }
  const ratio = ratioAt(analysis, sentence, at);
  if (ratio !== null) return ratio;
  const value = digitsValue(tokenAt(analysis, at).text);
  const next = lowerAt(analysis, sentence, at + 1);
  if (value === null) return null;
  const length = next === "%" || next === "percent" ? 2 : next === "per" && lowerAt(analysis, sentence, at + 2) === "cent" ? 3 : 0;
  if (length === 0) return null;
  const bound = boundBefore(analysis, sentence, at);
  const amount = bounded(Math.round(value * 1e4) / 1e6, bound?.words ?? null, {
    value,
    last: at + length,
    digits: true,
    approx: false,
    vague: false,
  });
  return build(analysis, bound?.first ?? at, at, at + length, {
    ...PLAIN,
    amount,
    per: "whole",
    form: "share",
    rule: "en.quantity.percent",
  });
}

/** Wholes of a ratio that needs no noun: "six in ten are women". */
const ROUND: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 10, 20, 100]);

/** "four in ten detainees", "nine out of ten of them": a share; "9 out of 10" with nothing counted after it is a score. */
function ratioAt(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  const part = numberAt(analysis, sentence, at);
  if (part === null || part.vague || part.approx) return null;
  const joint = lowerAt(analysis, sentence, part.last) === "in" ? 1 : phrase(analysis, sentence, part.last, 2) === "out of" ? 2 : 0;
  const whole = joint === 0 || part.last + joint >= sentence.last ? null : numberAt(analysis, sentence, part.last + joint);
  if (whole === null || whole.vague || whole.value <= part.value || whole.value > 100 || whole.last >= sentence.last) return null;
  const next = tokenAt(analysis, whole.last);
  const counted = next.tag === "NOUN" || next.tag === "ADJ" || next.lower === "of" || next.tag === "PRON" || next.tag === "DET";
  const said = joint === 1 && ROUND.has(whole.value) && (next.tag === "AUX" || next.tag === "VERB");
  if ((!counted && !said) || measureWords.has(next.lemma)) return null;
  const bound = boundBefore(analysis, sentence, at);
  const share = Math.round((part.value / whole.value) * 1e4) / 1e4;
  const amount = bounded(share, bound?.words ?? null, { ...part, approx: false });
  return build(analysis, bound?.first ?? at, at, whole.last, { ...PLAIN, amount, per: "whole", form: "share", rule: "en.quantity.ratio" });
}

/** "five or six", "between 10 and 20", "from 10 to 20", "10-20": a range of the count itself. */
function rangeAt(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  const hyphen = /^(\d[\d,]*)[-–](\d[\d,]*)$/.exec(tokenAt(analysis, at).text);
  if (hyphen !== null) {
    const low = digitsValue(hyphen[1] as string);
    const high = digitsValue(hyphen[2] as string);
    if (low !== null && high !== null && low < high && isCount(analysis, sentence, at, at + 1))
      return range(analysis, at, at, at + 1, low, high, "en.quantity.span");
    return null;
  }
  const opener = lowerAt(analysis, sentence, at);
  const start = opener === "between" || opener === "from" ? at + 1 : at;
  if (start >= sentence.last) return null;
  const low = numberAt(analysis, sentence, start);
  if (low === null || low.vague) return null;
  const joint = lowerAt(analysis, sentence, low.last);
  const fits =
    opener === "between"
      ? joint === "and"
      : opener === "from"
        ? joint === "to"
        : joint === "or" || joint === "to" || joint === "–" || joint === "-";
  if (!fits || low.last + 1 >= sentence.last) return null;
  const high = numberAt(analysis, sentence, low.last + 1);
  if (high === null || high.vague || high.value <= low.value) return null;
  const scaled = sharedScale(low, high);
  // "rose from 164 to 225" is a change, not a range.
  const from = opener === "from" ? at : lowerAt(analysis, sentence, at - 1) === "from" ? at - 1 : null;
  if (from !== null && joint === "to" && isChange(analysis, sentence, from)) return null;
  // "rose by three to 31"
  if (joint === "to" && lowerAt(analysis, sentence, start - 1) === "by") return null;
  if (!isCount(analysis, sentence, start, high.last)) return null;
  return range(analysis, at, start, high.last, scaled, high.value, joint === "or" ? "en.quantity.or" : "en.quantity.between");
}

/** "between eight and nine hundred", "two or three thousand": the scale of the second number is the first one's too. */
function sharedScale(low: PlainNumber, high: PlainNumber): number {
  if (low.digits !== high.digits || low.value >= 20 || high.value < 100) return low.value;
  const scale = high.value >= 1e6 ? 1e6 : high.value >= 1000 ? 1000 : 100;
  return high.value % scale === 0 && high.value / scale > low.value ? low.value * scale : low.value;
}

function range(analysis: Analysis, first: number, from: number, last: number, low: number, high: number, rule: string): Quantity {
  const amount: Amount = { ...OPEN, min: low, max: high };
  return build(analysis, first, from, last, { ...PLAIN, amount, form: "digits", rule });
}

function isChange(analysis: Analysis, sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= sentence.first && i >= at - 4; i -= 1) {
    if (
      /^(?:rise|grow|increase|climb|jump|go|fall|drop|decrease|decline|revise|raise|lower|change|up|down|update|adjust)$/.test(
        tokenAt(analysis, i).lemma,
      )
    )
      return true;
  }
  return false;
}

function plainAt(analysis: Analysis, sentence: Sentence, at: number): Quantity | null {
  const token = tokenAt(analysis, at);
  if (token.tag !== "NUM" && !/^[\d(]/.test(token.text) && !isNumberWord(token)) return null;
  const number = numberAt(analysis, sentence, at);
  if (number === null || number.last > sentence.last) return null;
  const before = at > sentence.first ? tokenAt(analysis, at - 1) : null;
  const currency = before !== null && CURRENCY.test(before.text) ? before.text : null;
  if (currency === null && !isCount(analysis, sentence, at, number.last)) return null;
  const bound = boundBefore(analysis, sentence, currency === null ? at : at - 1);
  let amount = bounded(number.value, bound?.words ?? null, number);
  let last = number.last;
  // "ninety-two (92) stalls", as officials write
  if (!number.digits && lowerAt(analysis, sentence, last) === "(" && lowerAt(analysis, sentence, last + 2) === ")")
    if (digitsValue(lowerAt(analysis, sentence, last + 1)) === number.value) last += 3;
  const tail = boundAfter(analysis, sentence, last);
  if (tail !== null) {
    amount = bounded(number.value, tail.words, number);
    last += tail.length;
  }
  const risenBy = before?.lower === "by" && lowerAt(analysis, sentence, last) === "to" && isChange(analysis, sentence, at);
  const accrual = risenBy ? "new" : bound !== null && NEW.has(bound.words) && bound.words !== "the other" ? "new" : null;
  const form = number.vague ? "vague" : number.digits ? "digits" : "words";
  return build(analysis, bound?.first ?? (currency === null ? at : at - 1), at, last, {
    amount,
    accrual,
    per: null,
    currency,
    form,
    rule: bound === null ? `en.quantity.${form}` : "en.quantity.bound",
  });
}

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  "a half several dozen dozens hundred hundreds thousand thousands scores tens millions"
    .split(" ")
    .concat(Object.keys(ONES), Object.keys(TENS)),
);

function isNumberWord(token: Token): boolean {
  return NUMBER_WORDS.has(token.lower);
}

/** "1. On Monday", "4) Two clerks", "2/ no warning": a number that opens a point of a list. */
function isEnumerator(analysis: Analysis, sentence: Sentence, first: number, after: string): boolean {
  const { text, end } = tokenAt(analysis, first);
  return /^\d{1,3}$/.test(text) && first + 2 < sentence.last && /^[.)/]$/.test(after) && tokenAt(analysis, first + 1).start === end;
}

/** "the 2027 riot", "2028.": four digits of our times without a comma, before no noun that could be counted in thousands. */
function isYear(analysis: Analysis, first: number, last: number, next: string): boolean {
  const { text } = tokenAt(analysis, first);
  if (last !== first + 1 || !/^(?:19|20)\d\d$/.test(text)) return false;
  const opener = first === 0 ? "" : tokenAt(analysis, first - 1).lower;
  return (
    next === "" ||
    YEAR_OPENERS.has(opener) ||
    (opener === "the" && tokenAt(analysis, last).tag === "NOUN" && !tokenAt(analysis, last).lower.endsWith("s"))
  );
}

const YEAR_OPENERS: ReadonlySet<string> = new Set(["a", "in", "since", "for", "from", "until", "of", "than", "by", "during", "to"]);

function isNounOfPeople(analysis: Analysis, at: number): boolean {
  return tokenAt(analysis, at).tag === "NOUN" && (peopleWords.has(lemmaAt(analysis, at)) || groupWords.has(lemmaAt(analysis, at)));
}

/** "a man", "the girl" before "of 27": one person, and nothing counted after the number. */
function isPerson(analysis: Analysis, sentence: Sentence, at: number, last: number): boolean {
  const lemma = lemmaAt(analysis, at);
  if (!peopleWords.has(lemma) && !groupWords.has(lemma)) return false;
  if (/^(?:family|group|crew|household|team|staff|couple)$/.test(lemma) || tokenAt(analysis, at).lower !== lemma) return false;
  return last >= sentence.last || tokenAt(analysis, last).tag !== "NOUN";
}

/** False for numbers that name or measure rather than count: articles, rooms, ages, scores, clock times, decimals of a version. */
function isCount(analysis: Analysis, sentence: Sentence, first: number, last: number): boolean {
  const before = lowerAt(analysis, sentence, first - 1);
  if (BEFORE.has(before) || before === "#" || before === "№") return false;
  if ((before === "-" || before === "–") && first - 2 >= sentence.first && adjoins(analysis, first) && adjoins(analysis, first - 1))
    return false;
  if (first > sentence.first && adjoins(analysis, first) && /[\p{L}\d/:.]$/u.test(tokenAt(analysis, first - 1).text)) return false;
  const after = lowerAt(analysis, sentence, last);
  const next = lowerAt(analysis, sentence, last + 1);
  if (first === sentence.first && isEnumerator(analysis, sentence, first, after)) return false;
  if (isYear(analysis, first, last, next)) return false;
  // "a man of 27", "a girl of three", "children under 5"
  if (/^(?:under|over|above|below)$/.test(before) && first - 2 >= sentence.first && isNounOfPeople(analysis, first - 2)) return false;
  if (before === "of" && first - 2 > sentence.first && isPerson(analysis, sentence, first - 2, last)) return false;
  if (after === "-" && next !== "odd" && last < sentence.last && adjoins(analysis, last)) return false; // "4-year-old", "40-strong": an adjective
  if (/^(?:year|years|month|months)-?(?:old)?$/.test(after) && (after.includes("-") || next === "old" || next === "-" || next === "of"))
    return false;
  if (after === "/" || after === ":" || /^(?:st|nd|rd|th)$/.test(after)) return false;
  if (before === "aged" || before === "age") return false;
  if (last < sentence.last && adjoins(analysis, last) && /^\p{L}/u.test(tokenAt(analysis, last).text)) return false;
  return true;
}
