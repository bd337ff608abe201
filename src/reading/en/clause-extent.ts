/** The words of a clause as a claim takes them: with its relative pronoun, without a clause that stands between subject and verb. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { Clause } from "./clauses.ts";
import { strongVerbs } from "./lexicon.ts";
import { isTime } from "./nominals.ts";
import type { Phrase } from "./phrase.ts";
import type { Stretch } from "./words.ts";

/** The clause from its relative pronoun, with the preposition before it ("in which"), to the end of what depends on its verb. */
export function clauseStretch(analysis: Analysis, phrases: readonly Phrase[], clause: Clause): Stretch {
  let first = interrupted(analysis, phrases, clause) ? clause.verb.first : Math.min(clause.first, clause.verb.first);
  const last = withTail(analysis, phrases, clause);
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

/**
 * "They came on Monday, 1 December, at about half past one": what stands behind a comma, has no verb and begins with a preposition or a time, or is one
 * more fellow of a list, still belongs to the clause. A count behind a comma tells for itself.
 */
function withTail(analysis: Analysis, phrases: readonly Phrase[], clause: Clause): number {
  let end = Math.max(clause.last, clause.verb.last);
  let at = clause.index;
  while (at < phrases.length && (phrases[at] as Phrase).first < end) at += 1;
  while (at < phrases.length) {
    const comma = phrases[at];
    if (comma?.type !== "mark" || comma.kind !== "comma") break;
    let next = at + 1;
    while (next < phrases.length && !closes(analysis, phrases[next] as Phrase)) next += 1;
    const segment = phrases.slice(at + 1, next);
    const stop = phrases[next];
    if (stop?.type === "verb" || !isTail(analysis, segment)) break;
    if (stop?.type === "mark" && (stop.kind === "relative" || stop.kind === "subordinator" || stop.kind === "quote")) break;
    end = (segment.at(-1) as Phrase).last;
    at = next;
  }
  return end;
}

/** Where a piece between commas ends. */
function closes(analysis: Analysis, phrase: Phrase): boolean {
  if (phrase.type !== "mark") return phrase.type === "verb";
  if (phrase.kind === "other") return /^[.!?…]+$/.test(tokenAt(analysis, phrase.first).text);
  return phrase.kind !== "preposition" && phrase.kind !== "conjunction";
}

function isTail(analysis: Analysis, segment: readonly Phrase[]): boolean {
  const [opener] = segment;
  if (opener === undefined) return false;
  const { lower } = tokenAt(analysis, opener.first);
  if (opener.type === "mark") return opener.kind === "preposition" && !NOT_TAILS.has(lower) && segment.length > 1;
  return opener.type === "noun" && isTime(analysis, opener) && segment.length === 1;
}

const NOT_TAILS: ReadonlySet<string> = new Set([
  "according",
  "including",
  "per",
  "like",
  "unlike",
  "except",
  "of",
  "such",
  "with",
  "despite",
  "citing",
]);
