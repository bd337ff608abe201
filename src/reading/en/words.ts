/** Looking at the words of a stretch of tokens: lemmas, text, and which list of a lexicon they belong to. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";

/** Token positions, `last` exclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Character offsets of a stretch of at least one token. */
export function spanOf(analysis: Analysis, stretch: Stretch): Span {
  return { start: tokenAt(analysis, stretch.first).start, end: tokenAt(analysis, stretch.last - 1).end };
}

export function textOf(analysis: Analysis, stretch: Stretch): string {
  const span = spanOf(analysis, stretch);
  return analysis.text.slice(span.start, span.end);
}

/** The lemma of a token; nouns ending in a plural that the tagger left alone are made singular. */
export function lemmaAt(analysis: Analysis, at: number): string {
  const token = tokenAt(analysis, at);
  if (token.tag === "PROPN" && token.lemma.endsWith("s") && token.text.toLowerCase() !== token.text) return token.lower;
  return token.lemma;
}

const lastWords = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, number>>();

/** The words that can end an entry of a table, with the most words of such an entry: most tokens end none, and are passed over without building phrases. */
function endings(table: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  let words = lastWords.get(table);
  if (words === undefined) {
    const longest = new Map<string, number>();
    for (const entry of table.keys()) {
      const last = entry.slice(entry.lastIndexOf(" ") + 1);
      longest.set(last, Math.max(longest.get(last) ?? 0, entry.split(" ").length));
    }
    words = longest;
    lastWords.set(table, words);
  }
  return words;
}

const LONGEST_PHRASE = 40;

/** The value of the longest run of lemmas or words inside the stretch that `table` knows, preferring the one that ends latest. */
export function lookup<V>(analysis: Analysis, stretch: Stretch, table: ReadonlyMap<string, V>): V | null {
  const ends = endings(table);
  // A "phrase" of a thousand numbers is a table; only its last words can name what it is.
  const begin = Math.max(stretch.first, stretch.last - LONGEST_PHRASE);
  let possible: number[] | null = null;
  let most = 0;
  for (let at = stretch.last - 1; at >= begin; at -= 1) {
    const words = Math.max(ends.get(tokenAt(analysis, at).lower) ?? 0, ends.get(lemmaAt(analysis, at)) ?? 0);
    if (words === 0) continue;
    (possible ??= []).push(at);
    most = Math.max(most, words);
  }
  if (possible === null) return null;
  for (let length = Math.min(4, most, stretch.last - stretch.first); length >= 1; length -= 1) {
    for (const end of possible) {
      const first = end - length + 1;
      if (first < begin) continue;
      if (length === 1) {
        const value = table.get(tokenAt(analysis, end).lower) ?? table.get(lemmaAt(analysis, end));
        if (value !== undefined) return value;
        continue;
      }
      const words = [];
      const lemmas = [];
      for (let at = first; at < first + length; at += 1) {
        words.push(tokenAt(analysis, at).lower);
        lemmas.push(lemmaAt(analysis, at));
      }
      const value =
        table.get(words.join(" ")) ?? table.get(lemmas.join(" ")) ?? table.get([...words.slice(0, -1), lemmas.at(-1)].join(" "));
      if (value !== undefined) return value;
    }
  }
  return null;
}

/** The value of the longest run of words, of four at most, that ends with the last word of the stretch; null when `table` knows none. */
export function endingIn<V>(analysis: Analysis, first: number, last: number, table: ReadonlyMap<string, V>): V | null {
  if (last <= first) return null;
  const lemma = lemmaAt(analysis, last - 1);
  const { lower } = tokenAt(analysis, last - 1);
  if (!endings(table).has(lower) && !endings(table).has(lemma)) return null;
  for (let from = Math.max(first, last - 4); from < last; from += 1) {
    let before = "";
    for (let at = from; at < last - 1; at += 1) before += `${tokenAt(analysis, at).lower} `;
    const value = table.get(before + lower) ?? table.get(before + lemma);
    if (value !== undefined) return value;
  }
  return null;
}

/** The stretch without a leading article. */
export function withoutArticle(analysis: Analysis, stretch: Stretch): Stretch {
  const opener = tokenAt(analysis, stretch.first).lower;
  return stretch.last - stretch.first > 1 && (opener === "the" || opener === "a" || opener === "an")
    ? { first: stretch.first + 1, last: stretch.last }
    : stretch;
}
