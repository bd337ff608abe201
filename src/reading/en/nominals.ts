/** A noun phrase with its "of …" and its coordinated fellows. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import type { NounPhrase, Phrase } from "./phrase.ts";
import { MONTHS, WEEKDAYS } from "./time-words.ts";

/** A noun phrase with what belongs to it: "the son of X", "police officers and soldiers". Token positions, `last` exclusive. */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}
const TIME_HEADS = new Set([
  ...MONTHS,
  ...WEEKDAYS,
  "yesterday",
  "today",
  "tomorrow",
  "tonight",
  "morning",
  "evening",
  "afternoon",
  "night",
  "day",
  "week",
  "month",
  "year",
  "time",
  "hour",
  "noon",
  "midday",
  "midnight",
  "dawn",
  "dusk",
  "daybreak",
  "nightfall",
  "sunrise",
  "sunset",
  "weekend",
]);

/** True when the phrase names a time; "the march" is no month. */
export function isTime(analysis: Analysis, noun: NounPhrase): boolean {
  const head = tokenAt(analysis, noun.head);
  // "the march" is no month.
  if (head.text === "march" || head.text === "may") return false;
  if (TIME_HEADS.has(head.lemma) || TIME_HEADS.has(head.lower)) return true;
  return /^\d+$/.test(head.text) && TIME_HEADS.has(tokenAt(analysis, Math.max(noun.head - 1, 0)).lower);
}

/** A noun phrase with its "of …" and its coordinated fellows, up to `limit`. */
export function nominalAt(analysis: Analysis, phrases: readonly Phrase[], at: number, limit: number): Nominal {
  const noun = phrases[at] as NounPhrase;
  let last = noun.last;
  let i = at + 1;
  while (i + 1 < limit) {
    const link = phrases[i] as Phrase;
    const next = phrases[i + 1] as Phrase;
    if (link.type !== "mark" || next.type !== "noun") break;
    const word = tokenAt(analysis, link.first).lower;
    if (word === "of") last = next.last;
    else if (
      link.kind === "conjunction" &&
      (word === "and" || word === "or" || word === "nor") &&
      !isTime(analysis, next) &&
      !opensClause(phrases, i + 1)
    )
      last = next.last;
    else break;
    i += 2;
  }
  return { first: noun.first, last, head: noun.head };
}

/** The noun phrase at `at` is followed by a finite verb of its own: it begins a clause. */
function opensClause(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next?.type === "verb" && next.form === "finite" && phrases.slice(0, at).some((phrase) => phrase.type === "verb");
}
