/**
 * Phrases of a lexicon, found among tokens. A phrase is words with single spaces; a star at the end of a word stands for any ending
 * ("задержан*", "қаза тап*"), so that an inflected language needs no dictionary; an ellipsis stands for up to four words ("интернет … болмады").
 * Case, ё and the kind of apostrophe do not matter.
 */
import { plainForm } from "../../language/plain.ts";
import type { Token } from "../../language/token.ts";

export interface Hit<T> {
  /** Token positions, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

interface Word {
  readonly stem: string;
  readonly open: boolean;
}

interface Phrase<T> {
  readonly words: readonly Word[];
  /** Letters said outright: of two phrases as long, the one that says more wins. */
  readonly weight: number;
  readonly value: T;
}

/** Phrases by the first three letters of their first word, or all of it when it is shorter. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

function wordOf(text: string): Word {
  const open = text.endsWith("*");
  return { stem: plainForm(open ? text.slice(0, -1) : text), open };
}

const KEY = 3;

/** Makes phrases ready for looking up. Throws RangeError on an empty phrase or one that begins with less than three letters and a star: a fault of the data file. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const words = text.split(" ").map(wordOf);
    if (words.some(({ stem }) => stem === "")) throw new RangeError(`not a phrase: "${text}"`);
    const first = words[0];
    if (first?.open === true && first.stem.length < KEY) throw new RangeError(`too short a stem: "${text}"`);
    const bucket = (first?.stem ?? "").slice(0, KEY);
    const phrase: Phrase<T> = { words, weight: words.reduce((sum, { stem, open }) => sum + stem.length * 2 + (open ? 0 : 1), 0), value };
    const known = table.get(bucket);
    if (known === undefined) table.set(bucket, [phrase]);
    else known.push(phrase);
  }
  for (const known of table.values()) known.sort((a, b) => b.words.length - a.words.length || b.weight - a.weight);
  return table;
}

const GAP = 4;

function fits(word: Word, token: Token | undefined): boolean {
  if (token === undefined) return false;
  return word.open ? token.lower.startsWith(word.stem) : token.lower === word.stem;
}

/** The token after words `from` onwards when they stand at `at`, or null. */
function endOf(words: readonly Word[], from: number, tokens: readonly Token[], at: number, limit: number): number | null {
  const word = words[from];
  if (word === undefined) return at;
  if (at >= limit) return null;
  if (word.stem !== "…") return fits(word, tokens[at]) ? endOf(words, from + 1, tokens, at + 1, limit) : null;
  for (let next = at; next <= Math.min(at + GAP, limit - 1); next += 1) {
    const end = endOf(words, from + 1, tokens, next, limit);
    if (end !== null) return end;
    if (tokens[next]?.tag === "PUNCT") return null;
  }
  return null;
}

/** The longest phrase that begins at token `at` and ends before `limit`, or null. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: readonly Token[], at: number, limit: number): Hit<T> | null {
  const token = tokens[at];
  if (token === undefined || at >= limit) return null;
  const bucket = phrases.get(token.lower.length > KEY ? token.lower.slice(0, KEY) : token.lower);
  if (bucket === undefined) return null;
  for (const { words, value } of bucket) {
    const last = endOf(words, 0, tokens, at, limit);
    if (last !== null) return { first: at, last, value };
  }
  return null;
}

/** Phrases from `first` to `last` (exclusive), longest first at each place, never overlapping. */
export function phrasesIn<T>(phrases: Phrases<T>, tokens: readonly Token[], first: number, last: number): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = first; at < last;) {
    const hit = phraseAt(phrases, tokens, at, last);
    if (hit !== null) hits.push(hit);
    at = hit?.last ?? at + 1;
  }
  return hits;
}
