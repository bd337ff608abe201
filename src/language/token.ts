/** Tokens, sentences and the analysis of one text, the same shape for every language. */
import type { Span } from "../model/passage.ts";

/** Universal part-of-speech tags (Universal Dependencies v2), with SPACE folded away. "X" is unknown. */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

export interface Token extends Span {
  /** Position in `Analysis.tokens`. */
  readonly at: number;
  /** Exactly the text of the span. */
  readonly text: string;
  /** Lower-cased, with typographic apostrophes made straight. */
  readonly lower: string;
  readonly lemma: string;
  readonly tag: Tag;
  /** Position in `Analysis.sentences`. */
  readonly sentence: number;
}

/** A sentence: `first` and `last` are token positions, `last` exclusive. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Counts from 0; a heading, a list item and a line of their own are paragraphs too. */
  readonly paragraph: number;
}

export interface Analysis {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** The token at a position; throws RangeError outside, since every caller has checked its bounds. */
export function tokenAt(analysis: Analysis, at: number): Token {
  const token = analysis.tokens[at];
  if (token === undefined) throw new RangeError(`no token ${at}`);
  return token;
}

/** Straight apostrophes and lower case, for looking a word up. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // Called for every token: hardly any holds an apostrophe, and looking is cheaper than replacing.
  return lower.includes("’") || lower.includes("ʼ") ? lower.replaceAll("’", "'").replaceAll("ʼ", "'") : lower;
}
