/** Words that say that it was not so. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { VerbGroup } from "./phrase.ts";

const NONE: ReadonlySet<string> = new Set(["no", "nothing", "nobody", "none", "neither", "no-one"]);

/** "No fewer than ten" bounds a number, "no doubt" says it all the more. */
const BOUNDS: ReadonlySet<string> = new Set(["fewer", "less", "more", "later", "doubt"]);

const AFTER: ReadonlySet<string> = new Set(["never", "nowhere"]);

/** "No soldier", "nobody", "neither bridge": a phrase of nobody and nothing begins at this token. */
export function isNone(analysis: Analysis, at: number): boolean {
  const { lower } = tokenAt(analysis, at);
  if (lower !== "no") return NONE.has(lower);
  const next = analysis.tokens[at + 1]?.lower ?? "";
  // "They are no longer here" denies, "no longer than two hours" bounds.
  if (next === "longer") return analysis.tokens[at + 2]?.lower !== "than";
  return !BOUNDS.has(next);
}

/** The verb of a clause is negated, by a "not", its subject or its object, or by what follows it before `end`: "there are no plans", "was never in force". */
export function saysNot(analysis: Analysis, { negated, last }: VerbGroup, end: number): boolean {
  if (negated) return true;
  if (last >= analysis.tokens.length || tokenAt(analysis, last).end > end) return false;
  return AFTER.has(tokenAt(analysis, last).lower) || isNone(analysis, last);
}
