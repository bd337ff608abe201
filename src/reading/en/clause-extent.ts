/** The words of a clause as a claim takes them: with its relative pronoun, without a clause that stands between subject and verb. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Clause } from "./clauses.ts";
import { strongVerbs } from "./lexicon.ts";
import type { Phrase } from "./phrase.ts";
import type { Stretch } from "./words.ts";

/** The clause from its relative pronoun, with the preposition before it ("in which"), to the end of what depends on its verb. */
export function clauseStretch(analysis: Analysis, phrases: readonly Phrase[], clause: Clause): Stretch {
  let first = interrupted(analysis, phrases, clause) ? clause.verb.first : Math.min(clause.first, clause.verb.first);
  const last = Math.max(clause.last, clause.verb.last);
  if (clause.opener === null || !RELATIVES.has(clause.opener)) return { first, last };
  const before = phrases.find((phrase) => phrase.last === first);
  if (before?.type !== "mark" || tokenAt(analysis, before.first).lower !== clause.opener) return { first, last };
  if (before.kind === "subordinator" && clause.subject !== null && clause.subject.first >= first) return { first, last };
  first = before.first;
  const link = phrases.find((phrase) => phrase.last === first);
  if (link?.type === "mark" && link.kind === "preposition") first = link.first;
  return { first, last };
}

const RELATIVES: ReadonlySet<string> = new Set(["who", "whom", "which", "whose", "that"]);

/** "The man arrested on Thursday was let go": a clause of its own stands between subject and verb and is left out. A report is run over. */
function interrupted(analysis: Analysis, phrases: readonly Phrase[], clause: Clause): boolean {
  const { subject } = clause;
  if (subject === null || subject.last > clause.verb.first) return false;
  for (let i = clause.index - 1; i >= 0; i -= 1) {
    const phrase = phrases[i] as Phrase;
    if (phrase.first < subject.last) return false;
    if (phrase.type === "verb") return !clause.shared && !strongVerbs.has(tokenAt(analysis, phrase.verb).lemma);
  }
  return false;
}
