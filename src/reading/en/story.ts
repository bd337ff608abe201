/** Where a document tells a story: near what says or points to an event. Elsewhere the same words describe, instruct or entertain. */
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import words from "../lexicons/en/happenings.json" with { type: "json" };
import type { Found } from "../found.ts";
import type { Clause } from "./clauses.ts";
import type { Stage } from "./stage.ts";
import { isPastVerb } from "./tense.ts";
import { lemmaAt } from "./words.ts";

/** How many sentences away an event may be told for a clause to belong to its story. */
const REACH = 15;

const NONE: ReadonlyMap<number, readonly Found[]> = new Map();

/**
 * By sentence: true when it stands near one that tells of a typed event, counts what it did, or only points to one ("after the explosion"). What a
 * sentence itself only points to is no story yet. `bySentence` are findings so far; without them only the event words count.
 */
export function storyOf({ sentences }: Pick<Stage, "sentences">, bySentence = NONE): readonly boolean[] {
  const near = new Array<boolean>(sentences.length).fill(false);
  sentences.forEach(({ acts }, index) => {
    const told = bySentence.get(index)?.some(({ event }) => event !== null && event !== "other") ?? false;
    if (!told && !acts.some(({ type }) => type !== "other")) return;
    for (let i = Math.max(0, index - REACH); i <= index + REACH && i < near.length; i += 1) near[i] ||= told || i !== index;
  });
  return near;
}

const HABITUAL: ReadonlySet<string> = new Set(words.habitual);
const ELSEWHERE: ReadonlySet<string> = new Set(words["not-of-a-story"]);

/** "Police usually arrest pickpockets", "is often attacked": in the present a habit, no event. */
export function isHabit(analysis: Analysis, clause: Clause): boolean {
  if (isPastVerb(analysis, clause)) return false;
  for (let at = clause.verb.first - 1; at < Math.min(clause.verb.last + 1, analysis.tokens.length); at += 1)
    if (at >= 0 && HABITUAL.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** "The club sacked its coach", "kills time": of a match, the exchange, a film. */
export function isElsewhere(analysis: Analysis, { subject, object }: Clause): boolean {
  return [subject, object].some((party) => party !== null && ELSEWHERE.has(lemmaAt(analysis, party.head)));
}
