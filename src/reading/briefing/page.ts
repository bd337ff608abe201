/** A text as the briefing finders see it: sentences with everything that was recognised in them once. */
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Precision } from "../../model/words.ts";
import type { TimeMention } from "../times/mention.ts";
import type { AmountAt } from "./amounts.ts";
import type { Speaker } from "./speakers.ts";
import type { Tongue } from "./tongue.ts";

/** A place in the text; token positions, `last` exclusive. */
export interface PlaceAt {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly precision: Precision;
  /** True when the words say that something is there ("в Таразе", "Таразда"), not only that it belongs there. */
  readonly inside: boolean;
}

export interface View {
  /** Position in the list of sentences. */
  readonly at: number;
  readonly sentence: Sentence;
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceAt[];
  readonly speakers: readonly Speaker[];
  readonly amounts: readonly AmountAt[];
}

export interface Page {
  readonly text: string;
  readonly tongue: Tongue;
  readonly analysis: Analysis;
  readonly views: readonly View[];
}

/** The span of tokens `first` to `last` (exclusive). */
export function spanOf({ tokens }: Analysis, first: number, last: number): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last - 1]?.end ?? start };
}

/** The text of tokens `first` to `last` (exclusive), exactly. */
export function wordsOf(analysis: Analysis, first: number, last: number): string {
  const { start, end } = spanOf(analysis, first, last);
  return analysis.text.slice(start, end);
}

/** The first token that starts at `offset` or later. */
export function tokenFrom(tokens: readonly Token[], sentence: Sentence, offset: number): number {
  let at = sentence.first;
  while (at < sentence.last && (tokens[at]?.start ?? 0) < offset) at += 1;
  return at;
}

/** True for a mark that parts clauses. */
export function parts(token: Token | undefined): boolean {
  return token !== undefined && /^[,;:–—]$/u.test(token.text);
}
