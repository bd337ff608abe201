/** Whether a clause says that it was not so. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Clause } from "./clauses.ts";

const NONE: ReadonlySet<string> = new Set(["no", "none", "nobody", "nothing", "neither", "nowhere"]);
const AFTER: ReadonlySet<string> = new Set([...NONE, "never"]);

/** "did not come", "nobody came", "neither bridge is open", "there are no plans", "was never in force". What follows the verb counts only where it begins before `end`. */
export function saysNot(analysis: Analysis, { verb, subject }: Clause, end: number): boolean {
  if (verb.negated) return true;
  if (subject !== null && NONE.has(tokenAt(analysis, subject.first).lower)) return true;
  const next = verb.last < analysis.tokens.length ? tokenAt(analysis, verb.last) : null;
  return next !== null && next.end <= end && AFTER.has(next.lower);
}
