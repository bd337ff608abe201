/** Stretches of tokens and the text they stand for. */
import type { Analysis, Sentence, Token } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";

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

/** True for a mark that parts clauses; a dash inside "4–6" does not. */
export function parts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^[,;:–—]$/u.test(token.text)) return false;
  return tokens[at - 1]?.end !== token.start || tokens[at + 1]?.start !== token.end;
}
