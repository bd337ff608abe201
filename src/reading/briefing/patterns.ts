/**
 * Phrases of a lexicon, found among tokens. A phrase is words with single spaces; a star at the end of a word stands for any ending
 * ("задержан*", "қаза тап*"), so that an inflected language needs no dictionary. Case, ё and the kind of apostrophe do not matter.
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

/** Phrases by the first two letters of their first word. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

function wordOf(text: string): Word {
  const open = text.endsWith("*");
  return { stem: plainForm(open ? text.slice(0, -1) : text), open };
}

/** Makes phrases ready for looking up. Throws RangeError on an empty phrase or a star with nothing before it: a fault of the data file. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const words = text.split(" ").map(wordOf);
    if (words.some(({ stem }) => stem === "")) throw new RangeError(`not a phrase: "${text}"`);
    const bucket = (words[0]?.stem ?? "").slice(0, 2);
    const phrase: Phrase<T> = { words, weight: words.reduce((sum, { stem, open }) => sum + stem.length * 2 + (open ? 0 : 1), 0), value };
    const known = table.get(bucket);
    if (known === undefined) table.set(bucket, [phrase]);
    else known.push(phrase);
  }
  for (const known of table.values()) known.sort((a, b) => b.words.length - a.words.length || b.weight - a.weight);
  return table;
}

function fits(word: Word, token: Token | undefined): boolean {
  if (token === undefined) return false;
  return word.open ? token.lower.startsWith(word.stem) : token.lower === word.stem;
}

/** The longest phrase that begins at token `at` and ends before `limit`, or null. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: readonly Token[], at: number, limit: number): Hit<T> | null {
  const token = tokens[at];
  if (token === undefined || at >= limit) return null;
  const lower = token.lower;
  for (const bucket of lower.length > 1 ? [lower.slice(0, 2), lower.slice(0, 1)] : [lower]) {
    for (const { words, value } of phrases.get(bucket) ?? []) {
      const last = at + words.length;
      if (last <= limit && words.every((word, index) => fits(word, tokens[at + index]))) return { first: at, last, value };
    }
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
