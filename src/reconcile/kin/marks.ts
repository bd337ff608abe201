/**
 * Fingerprints of a text that survive cutting, new headlines and small changes: hashes of four words in a row, thinned out by winnowing
 * (Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003, section 3). Any eleven words in a row that two
 * texts share give both a mark in common.
 */

/** A hash of 32 bits and where its first word starts, in UTF-16 code units. */
export interface Mark {
  readonly hash: number;
  readonly at: number;
}

const WORDS = 4;
const WINDOW = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The marks of a text in its order; a text of fewer than four words has none. */
export function marksIn(text: string): readonly Mark[] {
  const words: Mark[] = [];
  for (const match of text.toLowerCase().matchAll(WORD)) words.push({ hash: hashOf(match[0]), at: match.index });
  const runs: Mark[] = [];
  for (let at = 0; at + WORDS <= words.length; at += 1) {
    let hash = 0;
    for (let word = at; word < at + WORDS; word += 1) hash = Math.imul(hash, 0x9e3779b1) + (words[word] as Mark).hash;
    // The sum alone keeps the order of words in its high bits only.
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    runs.push({ hash: (hash ^ (hash >>> 13)) >>> 0, at: (words[at] as Mark).at });
  }
  return winnowed(runs);
}

/** Of every window the smallest hash, the rightmost of equals; each place once. */
function winnowed(runs: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  const last = Math.max(runs.length - WINDOW, 0);
  for (let from = 0; from <= last && runs.length > 0; from += 1) {
    let smallest = runs[from] as Mark;
    for (let at = from + 1; at < Math.min(from + WINDOW, runs.length); at += 1) {
      const run = runs[at] as Mark;
      if (run.hash <= smallest.hash) smallest = run;
    }
    if (kept.at(-1) !== smallest) kept.push(smallest);
  }
  return kept;
}
