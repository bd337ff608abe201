/**
 * What happened in a story in words that no list of event words holds: "The bus stopped", "Three men got out", "His lawyer has been denied
 * access". A clause is taken by its form (finite, past or perfect or ahead, with a subject) and only beside sentences that tell of events,
 * because the same form in a cookery book tells nothing.
 */
import irregular from "../../../language/en/irregular.json" with { type: "json" };
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { EventType } from "../../../model/words.ts";
import words from "../../lexicons/en/happenings.json" with { type: "json" };
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { saysNot } from "../negation.ts";
import type { Clause } from "../clauses.ts";
import { clauseStretch } from "../clause-extent.ts";
import { claimSpan } from "../extent.ts";
import { isAsked, isHeading } from "../genre.ts";
import { reportNouns, triggers } from "../lexicon.ts";
import { rolesOf } from "../roles.ts";
import type { Phrase } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { isRecorded } from "../light.ts";
import { isElsewhere, storyOf } from "../story.ts";
import { isPastVerb } from "../tense.ts";
import { lemmaAt, spanOf } from "../words.ts";

const NEVER: ReadonlySet<string> = new Set([...words.saying, ...words.thinking, ...words.standing]);
const OPENERS: ReadonlySet<string> = new Set(words["openers-not-told"]);
const ASPECT: ReadonlySet<string> = new Set(words.aspect);
const PARTICIPLES: ReadonlySet<string> = new Set(irregular.participles);
const OWN: ReadonlySet<string> = new Set(words["own-doings"]);
/** Openers of clauses that tell what happened as well ("when a beam came down"). */
const THEN: ReadonlySet<string> = new Set(["when", "after", "once"]);
const UNDERGONE: ReadonlySet<string> = new Set(words["told-when-undergone"]);
const FAILING: ReadonlySet<string> = new Set(words.failing);
const SEEN: ReadonlySet<string> = new Set(words["gone-when-not"]);
const TEXTS: ReadonlySet<string> = new Set(words.texts);
const MODALS: ReadonlySet<string> = new Set(words["not-told-modals"]);

/** Clauses of the story that no other finding took. `taken` are the findings of the other finders. */
export function happenings(scene: Scene, taken: readonly Found[]): readonly Found[] {
  const bySentence = Map.groupBy(taken, (finding) => finding.sentence);
  const story = storyOf(scene, bySentence);
  return scene.sentences.flatMap((at, index) => {
    if (story[index] !== true || isAsked(scene, at) || isHeading(scene, at)) return [];
    const reported = new Set(scene.voicesIn(index).map((frame) => frame.verb));
    const own = bySentence.get(index) ?? [];
    return at.clauses.flatMap((clause) =>
      !reported.has(clause.verb.verb) &&
      happens(scene, at, clause) &&
      !isRecorded(scene, clause, at.acts) &&
      !isTaken(scene, at, clause, own)
        ? [happeningOf(scene, at, index, clause, own)]
        : [],
    );
  });
}

function happens(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const { verb, subject } = clause;
  if (verb.form !== "finite" || subject === null) return false;
  if (
    clause.opener !== null &&
    !isCoordinate(at, clause) &&
    !isThen(scene, clause) &&
    (OPENERS.has(clause.opener) || !isDated(scene, at, clause))
  )
    return false;
  if (verb.modal !== null && MODALS.has(verb.modal)) return false;
  const lemma = lemmaAt(scene.analysis, mainVerb(scene, at, clause));
  if ((NEVER.has(lemma) && !(verb.passive && UNDERGONE.has(lemma))) || reportNouns.has(lemmaAt(scene.analysis, subject.head))) return false;
  if (isElsewhere(scene.analysis, clause) || isOwnDoing(scene, clause) || tellsOfText(scene, at, subject)) return false;
  if (clause.complements.some(({ preposition, noun }) => preposition === "to" && tokenAt(scene.analysis, noun.head).lower === "light"))
    return false;
  if (verb.modal === null && (!isPastVerb(scene.analysis, clause) || isProgressive(scene, clause))) return false;
  return !isReduced(scene, at, clause);
}

/** "had to withdraw", "had to be rebuilt": what had to be done is what was done. */
function mainVerb({ analysis }: Scene, at: SceneSentence, { verb, index }: Clause): number {
  const next = at.phrases[index + 1];
  return lemmaAt(analysis, verb.verb) === "have" && next?.type === "verb" && next.form === "infinitive" ? next.verb : verb.verb;
}

/** "I went down with my daughter": how somebody who tells moved through his story. */
function isOwnDoing({ analysis }: Scene, { subject, object, verb }: Clause): boolean {
  if (subject === null || object !== null || verb.passive || verb.negated) return false;
  return /^(?:i|we)$/.test(tokenAt(analysis, subject.head).lower) && OWN.has(lemmaAt(analysis, verb.verb));
}

/** "Note of conversation, taken by hand": what a document says of its own making. */
function tellsOfText({ analysis }: Scene, { sentence }: SceneSentence, subject: { readonly head: number }): boolean {
  return sentence.paragraph <= 1 && TEXTS.has(lemmaAt(analysis, subject.head));
}

/** ", where his wounds were dressed": behind a comma it tells what happened next. */
function isCoordinate(at: SceneSentence, { opener, first }: Clause): boolean {
  if (opener !== "where") return false;
  const before = at.phrases.findIndex((phrase) => phrase.first < first && first <= phrase.last);
  const comma = at.phrases[at.phrases[before]?.last === first ? before - 1 : before];
  return comma?.type === "mark" && comma.kind === "comma";
}

/** "when a beam came down": what happened as well; "when she got there" only says when. */
function isThen({ analysis }: Scene, { opener, subject, verb }: Clause): boolean {
  if (opener === null || subject === null || !THEN.has(opener)) return false;
  return tokenAt(analysis, subject.head).tag !== "PRON" || !OWN.has(lemmaAt(analysis, verb.verb));
}

/** "when the gate opened on Friday": a subordinate clause is told for itself when it has a time of its own; else it only says when another was. "That" opens what is said. */
function isDated(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const whole = spanOf(scene.analysis, { first: Math.min(clause.first, clause.verb.first), last: Math.max(clause.last, clause.verb.last) });
  if (clause.opener === "that" && (clause.subject?.first ?? 0) >= clause.first) return true;
  return at.times.some(({ start }) => whole.start <= start && start < whole.end);
}

/** "I was driving behind the bus": what went on while something else happened. */
function isProgressive(scene: Scene, { verb, subject, object, opener }: Clause): boolean {
  if (verb.passive || verb.first === verb.verb || !tokenAt(scene.analysis, verb.verb).lower.endsWith("ing")) return false;
  // "He was selling petrol" tells what he did, "he was walking home" where he was.
  return opener !== null || subject === null || object === null || /^(?:i|we)$/.test(tokenAt(scene.analysis, subject.head).lower);
}

/** "a fund set up by the church", "Diary, photographed pages", "(name withheld)": a bare participle that could be a past and tells of its noun only. */
function isReduced({ analysis }: Scene, at: SceneSentence, clause: Clause): boolean {
  const { verb } = clause;
  const governor = at.phrases[clause.index - 1];
  if (governor?.type === "mark" && governor.kind === "preposition") return true;
  if (verb.passive || verb.first < verb.verb || clause.shared) return false;
  const main = tokenAt(analysis, verb.verb);
  if (main.lower.endsWith("ed") || PARTICIPLES.has(main.lower)) {
    const next = at.phrases[clause.index + 1];
    const after = at.phrases[clause.index + 2];
    if (next?.type === "mark" && (isWord(analysis, next, "by") || (after?.type === "mark" && isWord(analysis, after, "by")))) return true;
    const before = at.phrases[clause.index - 1];
    if (
      before === undefined ||
      (before.type === "mark" && (before.kind === "comma" || before.kind === "bracket" || before.kind === "dash"))
    )
      return true;
    if (before.type === "verb") return true;
  }
  return (
    clause.object === null &&
    at.clauses.some(
      (other) =>
        other !== clause &&
        other.subject?.first === clause.subject?.first &&
        other.index > clause.index &&
        !other.shared &&
        other.verb.form === "finite",
    )
  );
}

function isWord(analysis: Analysis, phrase: Phrase, word: string): boolean {
  return tokenAt(analysis, phrase.first).lower === word;
}

/** A finding hangs on the verb of the clause, or on what it does. */
function isTaken(scene: Scene, at: SceneSentence, clause: Clause, own: readonly Found[]): boolean {
  const verb = spanOf(scene.analysis, clause.verb);
  const whole = spanOf(scene.analysis, { first: Math.min(clause.first, clause.verb.first), last: Math.max(clause.last, clause.verb.last) });
  return own.some((finding) => {
    if (finding.kind === "label" || finding.kind === "relation") return false;
    if (finding.kind === "figure") return isTold(scene, at, clause, finding) && within(finding.anchor, whole);
    return finding.start <= verb.start && verb.end <= finding.end;
  });
}

/**
 * The count says all that the clause says, when the clause gives neither a time nor a place and names nobody who did it ("Eight people were turned
 * back"); what was counted by itself ("214 stalls", "600 men") says nothing of what was done.
 */
function isTold(scene: Scene, at: SceneSentence, clause: Clause, { event, anchor, figure }: Found): boolean {
  if (event !== null && at.acts.some(({ type, clause: own }) => type === event && own === clause)) return true;
  const { subject, verb } = clause;
  const whole = spanOf(scene.analysis, { first: Math.min(clause.first, verb.first), last: Math.max(clause.last, verb.last) });
  if (at.times.some((time) => within(time, whole)) || at.places.some((place) => within(place, whole))) return false;
  if (subject !== null && within(anchor, spanOf(scene.analysis, subject))) return verb.passive || figure?.unit !== "other";
  return subject === null;
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function happeningOf(scene: Scene, at: SceneSentence, index: number, clause: Clause, own: readonly Found[]): Found {
  const { verb } = clause;
  const anchor = spanOf(scene.analysis, { first: verb.verb, last: verb.verb + 1 });
  const gone = isGone(scene, clause);
  return found({
    rule: "en.event.clause",
    kind: "event",
    sentence: index,
    ...claimSpan(scene, at, clauseStretch(scene.analysis, at.phrases, clause), anchor),
    anchor,
    event: gone ? "disappearance" : typeOf(scene, at, clause, own),
    negated: !gone && saysNot(scene.analysis, clause.verb, at.sentence.end) !== isFailure(scene, at, clause),
    who: rolesOf(scene, clause),
  });
}

/** "has not been seen since Monday", "was never heard of again": that somebody is gone is what is said, not that it was not so. */
function isGone({ analysis }: Scene, { verb, subject }: Clause): boolean {
  return verb.passive && verb.negated && subject !== null && SEEN.has(lemmaAt(analysis, verb.verb));
}

/** "failed to warn": it was not done. */
function isFailure({ analysis }: Scene, at: SceneSentence, { verb, index }: Clause): boolean {
  const next = at.phrases[index + 1];
  return FAILING.has(lemmaAt(analysis, verb.verb)) && next?.type === "verb" && next.form === "infinitive";
}

/** The type of the event noun that the clause is about ("The raids began"), of what was tried, or of the verb; "other" when none has one. */
function typeOf({ analysis }: Scene, at: SceneSentence, clause: Clause, own: readonly Found[]): EventType {
  const { verb, subject } = clause;
  const whole = spanOf(analysis, { first: Math.min(clause.first, verb.first), last: Math.max(clause.last, verb.last) });
  const counted = own.find(({ kind, event, anchor }) => kind === "figure" && event !== null && within(anchor, whole))?.event ?? null;
  if (counted !== null) return counted;
  const about = at.acts.find(({ form, last }) => form === "noun" && subject !== null && last - 1 === subject.head);
  if (about !== undefined) return about.type;
  const next = at.phrases[clause.index + 1];
  const main = next?.type === "verb" && next.form === "infinitive" && ASPECT.has(lemmaAt(analysis, verb.verb)) ? next.verb : verb.verb;
  if (main !== verb.verb) {
    const tried = at.acts.find((act) => act.first === main);
    if (tried !== undefined) return tried.type;
  }
  return (
    triggers
      .get(lemmaAt(analysis, main))
      ?.find(({ words: own, frame, patients }) => own.length === 1 && frame !== "noun" && frame !== "undergoes" && patients.length === 0)
      ?.type ?? "other"
  );
}
