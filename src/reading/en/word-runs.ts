/** Runs of words looked up by their first one: a lexicon of phrases costs one look-up for each word of a text. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";

/** The runs that begin with a word, longest first. */
export type WordRuns = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Runs of words in lower case, parted by blanks; "anybody's" is two words. */
export function wordRuns(entries: readonly string[]): WordRuns {
  const runs = new Map<string, (readonly string[])[]>();
  for (const entry of entries) {
    const words = entry.replaceAll("'", " '").replaceAll("n 't", " n't").split(" ");
    const first = words[0] as string;
    runs.set(first, [...(runs.get(first) ?? []), words]);
  }
  for (const list of runs.values()) list.sort((a, b) => b.length - a.length);
  return runs;
}

/** The token behind the longest run that stands at `at`, before `last`; null when none does. */
export function runAt(analysis: Analysis, runs: WordRuns, at: number, last: number): number | null {
  if (at >= last) return null;
  const list = runs.get(tokenAt(analysis, at).lower);
  if (list === undefined) return null;
  const words = list.find((run) => at + run.length <= last && run.every((word, offset) => tokenAt(analysis, at + offset).lower === word));
  return words === undefined ? null : at + words.length;
}
