/** When the verb of a clause is told to be: the tagger knows no tenses, the form does. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import words from "../lexicons/en/happenings.json" with { type: "json" };
import type { Clause } from "./clauses.ts";

const ZERO_PAST: ReadonlySet<string> = new Set(words["zero-past"]);
const PRESENT: ReadonlySet<string> = new Set(["is", "are", "am", "'s", "'re", "'m", "be", "do", "does"]);
const PAST_HELPERS: ReadonlySet<string> = new Set(["was", "were", "had", "has", "have", "did", "'ve", "'d", "been", "got"]);

/** True for the past, the perfect and the passive: "stopped", "has come", "had been taken", "is sealed" not. */
export function isPastVerb(analysis: Analysis, { verb }: Pick<Clause, "verb">): boolean {
  for (let at = verb.first; at < verb.verb; at += 1) {
    const { lower } = tokenAt(analysis, at);
    if (PAST_HELPERS.has(lower)) return true;
    if (PRESENT.has(lower)) return false;
  }
  const main = tokenAt(analysis, verb.verb);
  if (ZERO_PAST.has(main.lower)) return true;
  return main.lower !== main.lemma && !main.lower.endsWith("ing") && !isThirdPerson(main.lower, main.lemma);
}

function isThirdPerson(form: string, lemma: string): boolean {
  return form.endsWith("s") && form.length > lemma.length;
}
