/** Words that say that it was not so. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import words from "../lexicons/en/negations.json" with { type: "json" };
import type { VerbGroup } from "./phrase.ts";
import { runAt, wordRuns } from "./word-runs.ts";

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

const FRONTED = wordRuns(words.fronted);

/** "Never did the guards …", "In none of the cases did …": the sentence opens with a negation that its first verb takes. */
export function opensWithNot(analysis: Analysis, first: number, last: number): boolean {
  return runAt(analysis, FRONTED, first, last) !== null;
}

/** Verbs that a "not" turns into their opposite's doubt: "is not ruled out", "cannot be excluded" says that it may be so. */
const DENYING: ReadonlySet<string> = new Set(["rule", "exclude", "discount"]);

/** A passive "not ruled out" says that something may be so. */
export function isNotDenied(analysis: Analysis, { passive, verb, last }: VerbGroup): boolean {
  const { lemma } = tokenAt(analysis, verb);
  return passive && DENYING.has(lemma) && (lemma !== "rule" || analysis.tokens[last]?.lower === "out");
}

/** The verb of a clause is negated, by a "not", its subject or its object, or by what follows it before `end`: "there are no plans", "was never in force". */
export function saysNot(analysis: Analysis, { negated, last }: VerbGroup, end: number): boolean {
  if (negated) return true;
  if (last >= analysis.tokens.length || tokenAt(analysis, last).end > end) return false;
  return AFTER.has(tokenAt(analysis, last).lower) || isNone(analysis, last);
}
