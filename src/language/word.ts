/**
 * Words as a text writes them, each kept once: a text of a million tokens has some ten thousand, and what is asked of a word
 * alone is asked once. The strings handed out are always the same ones, so that looking them up in a table hashes nothing anew.
 */
import { fold } from "./token.ts";

export interface Word {
  readonly text: string;
  /** As `Token.lower`. */
  readonly lower: string;
  /** Two letters or more, the first a capital. */
  readonly capital: boolean;
}

/**
 * The same answer as `ask`, asked once for each word and remembered: what is asked of a word alone costs a look-up and no pattern.
 * The answers are shared, so they must not be changed.
 */
export function remembered<T extends boolean | number | string | object>(ask: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = ask(word);
      if (answers.size >= MOST) answers.clear();
      answers.set(wordOf(word).text, answer);
    }
    return answer;
  };
}

/** Words kept; with more the table starts again, so that a long run stays flat in memory. */
const MOST = 40_000;

const words = new Map<string, Word>();

/**
 * The same string as the engine keeps for names of properties: one copy, compared by its address, with its hash. A slice would be hashed and
 * compared letter by letter at every look-up, and keep the whole document alive behind it.
 */
function kept(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}

/** The word that `text` is. Never throws. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  const own = kept(text);
  const word = { text: own, lower: kept(fold(own)), capital: /^\p{Lu}\p{L}/u.test(own) };
  if (words.size >= MOST) words.clear();
  words.set(own, word);
  return word;
}
