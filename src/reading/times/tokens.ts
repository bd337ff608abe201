/** The words, digit runs and marks of one sentence, with what the lexicon knows of each word: the one pass that every recogniser reads. */
import type { Span } from "../../model/passage.ts";
import { remembered, wordOf } from "../../language/word.ts";
import type { Entry, Lexicon } from "./lexicon.ts";
import { unknown } from "./lexicon.ts";

export interface Token extends Span {
  readonly kind: "word" | "number" | "mark";
  /** Lower case. */
  readonly lower: string;
  /** Value of a digit run, else -1. */
  readonly number: number;
  /** What the lexicon knows; the empty entry when nothing. */
  readonly entry: Entry;
  readonly capital: boolean;
  /** True when nothing stands between it and the token before. */
  readonly glued: boolean;
  /** True when the lexicon knows the word. */
  readonly known: boolean;
}

/** One sentence. Past either end `at` gives a mark that matches nothing. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

const formOf = remembered((word) => {
  const lower = wordOf(word.toLowerCase()).text;
  return { lower, capital: !lower.startsWith(word.charAt(0)) };
});

/** What stands past either end of a sentence. */
export const outside: Token = {
  start: -1,
  end: -1,
  kind: "mark",
  lower: "",
  number: -1,
  entry: unknown,
  capital: false,
  glued: false,
  known: false,
};

const DIGIT = 1;
const LETTER = 2;
const SPACE = 3;
const MARK = 4;
const INNER = 5;

/** Class of each UTF-16 code unit below 0x0600; letters beyond it do not occur in the three languages and count as marks. */
const classes = new Uint8Array(0x600).fill(MARK);
for (let code = 0; code < classes.length; code++) {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) classes[code] = DIGIT;
  else if (/\p{L}|\p{M}/u.test(character)) classes[code] = LETTER;
  else if (/\s/.test(character)) classes[code] = SPACE;
}
classes[0x27] = INNER;

function classOf(code: number): number {
  if (code < 0x600) return classes[code] ?? MARK;
  if (code === 0x2019) return INNER;
  return code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b) || code === 0x202f
    ? SPACE
    : MARK;
}

/** The tokens of `text` between the offsets of `span`. An apostrophe inside a word ends it: "year's" is year, ', s. */
export function sentenceOf(text: string, span: Span, lexicon: Lexicon): Sentence {
  const tokens: Token[] = [];
  let at = span.start;
  let last = -1;
  while (at < span.end) {
    const type = classOf(text.charCodeAt(at));
    const start = at++;
    if (type === SPACE) continue;
    if (type === DIGIT || type === LETTER) while (at < span.end && classOf(text.charCodeAt(at)) === type) at++;
    const glued = last === start;
    last = at;
    const word = text.slice(start, at);
    if (type === DIGIT) {
      tokens.push({
        start,
        end: at,
        kind: "number",
        lower: word,
        number: at - start > 9 ? -1 : Number(word),
        entry: unknown,
        capital: false,
        glued,
        known: false,
      });
    } else if (type === LETTER) {
      const { lower, capital } = formOf(word);
      const entry = lexicon.entries.get(lower);
      tokens.push({
        start,
        end: at,
        kind: "word",
        lower,
        number: -1,
        entry: entry ?? unknown,
        capital,
        glued,
        known: entry !== undefined,
      });
    } else tokens.push({ start, end: at, kind: "mark", lower: word, number: -1, entry: unknown, capital: false, glued, known: false });
  }
  return { text, tokens, lexicon };
}

/** The token at `i`, or `outside`. */
export function tokenAt(sentence: Sentence, i: number): Token {
  return sentence.tokens[i] ?? outside;
}
