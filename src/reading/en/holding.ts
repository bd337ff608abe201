/** Which clause of a sentence holds a stretch of its text. */
import { tokenAt } from "../../language/token.ts";
import type { Analysis } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Clause } from "./clauses.ts";

/** The shortest clause around `span`; null when none holds the whole of it. */
export function clauseHolding(analysis: Analysis, clauses: readonly Clause[], span: Span): Clause | null {
  let inner: Clause | null = null;
  for (const clause of clauses) {
    if (tokenAt(analysis, clause.first).start > span.start || span.end > tokenAt(analysis, clause.last - 1).end) continue;
    if (inner === null || clause.last - clause.first < inner.last - inner.first) inner = clause;
  }
  return inner;
}
