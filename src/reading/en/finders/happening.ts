/**
 * What happened in a story in words that no list of event words holds: "The bus stopped", "Three men got out", "His lawyer has been denied
 * access". A clause is taken by its form (finite, past or perfect or ahead, with a subject) and only beside sentences that tell of events,
 * because the same form in a cookery book tells nothing.
 */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import words from "../../lexicons/en/happenings.json" with { type: "json" };
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import { clauseStretch, claimSpan } from "../extent.ts";
import { participants } from "../participants.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { isPastVerb } from "../tense.ts";
import { lemmaAt, spanOf } from "../words.ts";

const NEVER: ReadonlySet<string> = new Set([...words.saying, ...words.thinking, ...words.standing]);
const OPENERS: ReadonlySet<string> = new Set(words["openers-not-told"]);
const MODALS: ReadonlySet<string> = new Set(words["not-told-modals"]);
/** How many sentences away an event may be told for a clause to belong to its story. */
const REACH = 6;

/** Clauses of the story that no other finding took. `taken` are the findings of the other finders. */
export function happenings(scene: Scene, taken: readonly Found[]): readonly Found[] {
  const bySentence = Map.groupBy(taken, (finding) => finding.sentence);
  const story = storyOf(scene, bySentence);
  return scene.sentences.flatMap((at, index) => {
    if (story[index] !== true || isQuestion(scene, at)) return [];
    const reported = new Set(scene.voicesIn(index).map((frame) => frame.verb));
    const own = bySentence.get(index) ?? [];
    return at.clauses.flatMap((clause) =>
      !reported.has(clause.verb.verb) && happens(scene, at, clause) && !isTaken(scene, clause, own)
        ? [happeningOf(scene, at, index, clause)]
        : [],
    );
  });
}

/** Which sentences stand near one that tells of a typed event or counts what it did. */
function storyOf(scene: Scene, bySentence: ReadonlyMap<number, readonly Found[]>): readonly boolean[] {
  const near = new Array<boolean>(scene.sentences.length).fill(false);
  for (const [index, findings] of bySentence) {
    if (!findings.some(({ event }) => event !== null && event !== "other")) continue;
    for (let i = Math.max(0, index - REACH); i <= index + REACH && i < near.length; i += 1) near[i] = true;
  }
  return near;
}

function isQuestion(scene: Scene, at: SceneSentence): boolean {
  return at.sentence.last > at.sentence.first && tokenAt(scene.analysis, at.sentence.last - 1).text === "?";
}

function happens(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const { verb, subject } = clause;
  if (verb.form !== "finite" || subject === null) return false;
  if (clause.opener !== null && OPENERS.has(clause.opener)) return false;
  if (verb.modal !== null && MODALS.has(verb.modal)) return false;
  if (NEVER.has(lemmaAt(scene.analysis, verb.verb))) return false;
  if (verb.modal === null && !isPastVerb(scene.analysis, clause)) return false;
  return !isDeverbal(scene, at, clause);
}

/** "the men detained", "a report published": a bare participle behind its noun, with nothing of its own. */
function isDeverbal(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const { verb } = clause;
  if (verb.passive || verb.last - verb.first !== 1 || clause.object !== null || clause.shared) return false;
  const next = at.phrases[clause.index + 1];
  const by = next?.type === "mark" && tokenAt(scene.analysis, next.first).lower === "by";
  return by || at.clauses.some((other) => other !== clause && other.subject === clause.subject && other.index > clause.index);
}

/** A finding hangs on the verb of the clause, or on what it does. */
function isTaken(scene: Scene, clause: Clause, own: readonly Found[]): boolean {
  const verb = spanOf(scene.analysis, clause.verb);
  const whole = spanOf(scene.analysis, { first: Math.min(clause.first, clause.verb.first), last: Math.max(clause.last, clause.verb.last) });
  return own.some((finding) => {
    if (finding.kind === "label" || finding.kind === "relation") return false;
    if (finding.kind === "figure") return within(finding.anchor, whole);
    return finding.start <= verb.start && verb.end <= finding.end;
  });
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function happeningOf(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found {
  const { verb, subject, object } = clause;
  const anchor = spanOf(scene.analysis, { first: verb.verb, last: verb.verb + 1 });
  const by = clause.complements.find(({ preposition }) => preposition === "by")?.noun ?? null;
  const roles = verb.passive
    ? [...participants(scene, by, "agent"), ...participants(scene, subject, "patient")]
    : [...participants(scene, subject, "agent"), ...participants(scene, object, "patient")];
  return found({
    rule: "en.event.clause",
    kind: "event",
    sentence: index,
    ...claimSpan(scene, at, clauseStretch(scene.analysis, at.phrases, clause), anchor),
    anchor,
    event: "other",
    negated: verb.negated,
    who: roles,
  });
}
