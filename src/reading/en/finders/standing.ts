/**
 * How things stand, told in a story: "the taps are dry", "there were marks on his wrists", "two men are being held", "Bridge Road: closed". Such a form
 * tells of a condition only beside sentences that tell of events, because the same form in a brochure describes.
 */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { EventType } from "../../../model/words.ts";
import conditions from "../../lexicons/en/conditions.json" with { type: "json" };
import words from "../../lexicons/en/standing-states.json" with { type: "json" };
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Clause } from "../clauses.ts";
import { clauseStretch } from "../clause-extent.ts";
import { claimSpan } from "../extent.ts";
import type { Finder } from "../finder.ts";
import { isAsked, isHeading } from "../genre.ts";
import { triggers } from "../lexicon.ts";
import { isNone, saysNot } from "../negation.ts";
import { isTime } from "../nominals.ts";
import type { NounPhrase, Phrase } from "../phrase.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { storyOf } from "../story.ts";
import { isPastVerb } from "../tense.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, spanOf } from "../words.ts";

interface State {
  readonly type: EventType;
  /** The state consists in a lack ("does not answer"): the "not" is part of it. */
  readonly lack: boolean;
}

function tableOf(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, EventType> {
  return new Map(Object.entries(lists).flatMap(([type, list]) => list.map((word): [string, EventType] => [word, type as EventType])));
}

const IS = tableOf(words.is);
const PLACED = [...tableOf(words.in)].map(([phrase, type]) => ({ words: phrase.split(" "), type }));
const ENTRY = tableOf(words.entry);
const PREPOSITIONS: ReadonlySet<string> = new Set(words.prepositions);
const NOT_IN: ReadonlySet<string> = new Set(words["not-in"]);
const NOW: ReadonlySet<string> = new Set(words.now);
const LACKING: ReadonlySet<string> = new Set(words["lacks-when-not"]);
const UNDERGONE: ReadonlySet<string> = new Set(words.undergone);
const HAS_NOT: ReadonlySet<string> = new Set(words["has-not"]);
const THERE_NOT: ReadonlySet<string> = new Set(words["there-not"]);
const COPULAS: ReadonlySet<string> = new Set(["be", "remain", "stay", "stand", "lie", "keep", "sit"]);
const LACKED: ReadonlyMap<string, EventType> = tableOf({ shutdown: conditions.things.shutdown, shortage: conditions.things.shortage });
const OPENERS: ReadonlySet<string> = new Set([
  "who",
  "whom",
  "which",
  "whose",
  "if",
  "unless",
  "whether",
  "because",
  "than",
  "how",
  "why",
  "what",
  "so",
  "until",
  "lest",
]);
const PLAIN: State = { type: "other", lack: false };

export const standing: Finder = {
  name: "standing",
  find(scene) {
    const story = storyOf(scene);
    return scene.sentences.flatMap((at, index): readonly Found[] => {
      if (story[index] !== true || isAsked(scene, at) || isHeading(scene, at)) return [];
      const reported = new Set(scene.voicesIn(index).map((frame) => frame.verb));
      const told = at.clauses.flatMap((clause): readonly Found[] => {
        const state = reported.has(clause.verb.verb) ? null : stateOf(scene, at, clause);
        return state === null ? [] : [conditionOf(scene, at, index, clause, state)];
      });
      return [...told, ...entries(scene, at, index)];
    });
  },
};

/** What a clause says of how things stand; null when it tells of something else. */
function stateOf(scene: Scene, at: SceneSentence, clause: Clause): State | null {
  const { analysis } = scene;
  const { verb, subject } = clause;
  if (verb.form !== "finite" || subject === null || verb.modal !== null) return null;
  if (clause.opener !== null && OPENERS.has(clause.opener)) return null;
  // "14 are in hospital", "three have no papers": a count, and a figure.
  if (counts(at, scene, clause)) return null;
  const lemma = lemmaAt(analysis, verb.verb);
  const past = isPastVerb(analysis, clause);
  const head = tokenAt(analysis, subject.head).lower;
  if (head === "i") return null;
  if (head === "there") return lemma === "be" ? existing(analysis, at, clause) : null;
  if (verb.passive) return !past && UNDERGONE.has(lemma) && isPresent(analysis, clause) ? typed(analysis, clause, lemma) : null;
  if (COPULAS.has(lemma)) return copula(analysis, at, clause, past && head === "we");
  if (lemma === "have") return possessed(analysis, at, clause, head);
  if (past || !NOW.has(lemma)) return null;
  if (head === "it" || head === "you") return null;
  if (verb.negated && LACKING.has(lemma)) return { type: "shutdown", lack: true };
  const then = at.phrases[clause.index + 1];
  if (lemma === "continue" && then?.type === "verb" && !NOW.has(lemmaAt(analysis, then.verb))) return null;
  if ((lemma === "work" && verb.verb === verb.first) || (lemma === "need" && clause.object === null)) return null;
  return { type: lemma === "lack" || lemma === "need" ? "shortage" : "other", lack: false };
}

/** "is held", "are being treated": now. "has been held" tells of what was done. */
function isPresent(analysis: Analysis, { verb }: Clause): boolean {
  return /^(?:is|are|am|'s|'re|’s|’re)$/.test(tokenAt(analysis, verb.first).lower);
}

function typed(analysis: Analysis, clause: Clause, lemma: string): State {
  const form = tokenAt(analysis, clause.verb.verb).lower;
  return { type: IS.get(form) ?? (lemma === "treat" ? "hospitalisation" : "other"), lack: false };
}

/** "is dry", "remain closed", "was under water", "are on strike". */
function copula(analysis: Analysis, at: SceneSentence, clause: Clause, own: boolean): State | null {
  let next = clause.verb.last;
  while (
    next < at.sentence.last &&
    (tokenAt(analysis, next).tag === "ADV" || /^(?:not|n't|all|also)$/.test(tokenAt(analysis, next).lower))
  ) {
    if (IS.has(tokenAt(analysis, next).lower)) break;
    next += 1;
  }
  if (next >= at.sentence.last) return null;
  for (const { words: phrase, type } of PLACED)
    if (phrase.every((word, offset) => next + offset < at.sentence.last && tokenAt(analysis, next + offset).lower === word))
      return { type, lack: false };
  const { lower } = tokenAt(analysis, next);
  const type = IS.get(lower);
  if (type !== undefined && endsPredicate(analysis, at, next)) return { type, lack: false };
  if (own || !PREPOSITIONS.has(lower)) return null;
  const noun = phraseFrom(at, clause, next + 1);
  if (noun?.type !== "noun" || isTime(analysis, noun) || NOT_IN.has(lemmaAt(analysis, noun.head))) return null;
  // "was under attack", "were behind the riots": an event, or an account of one.
  if (isEventWord(lemmaAt(analysis, noun.head))) return null;
  if (tokenAt(analysis, noun.head).tag === "NUM") return null;
  return lower === "without" ? { type: "shortage", lack: false } : PLAIN;
}

/** The phrase that begins at a token behind the verb, or the next one; looked for from the verb on, so that a page without a full stop is walked once. */
function phraseFrom(at: SceneSentence, { index }: Clause, token: number): Phrase | undefined {
  let i = index;
  while (i < at.phrases.length && (at.phrases[i] as Phrase).first < token) i += 1;
  return at.phrases[i];
}

/** The word is all that is said of the subject, or goes on with a place or a time: not "full stop", "open question". */
function endsPredicate(analysis: Analysis, at: SceneSentence, word: number): boolean {
  if (word + 1 >= at.sentence.last) return true;
  return (
    !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokenAt(analysis, word + 1).tag) ||
    at.times.some(({ start }) => start === tokenAt(analysis, word + 1).start)
  );
}

/** "There were marks of cuffs on his wrists", "there are no latrines". */
function existing(analysis: Analysis, at: SceneSentence, clause: Clause): State | null {
  const noun = phraseFrom(at, clause, clause.verb.last);
  if (noun?.type !== "noun") return null;
  const lemma = lemmaAt(analysis, noun.head);
  if (
    THERE_NOT.has(lemma) ||
    isTime(analysis, noun) ||
    at.acts.some(({ first, last, form }) => form === "noun" && first <= noun.head && noun.head < last)
  )
    return null;
  if (isEventWord(lemma)) return null;
  return missing(analysis, noun);
}

/** "no latrines", "no electricity": the lack of a thing that people need is a shortage and says all; of anything else it is said that it was not so. */
function missing(analysis: Analysis, noun: NounPhrase): State {
  if (!isNone(analysis, noun.first)) return PLAIN;
  const type = lookup(analysis, noun, LACKED);
  return type === null ? PLAIN : { type, lack: true };
}

/** A number stands in the subject or in what follows the verb. */
function counts(at: SceneSentence, { analysis }: Scene, { subject, verb, object }: Clause): boolean {
  return at.quantities.some(
    ({ first, last, form }) =>
      form !== "none" &&
      ((subject !== null && subject.first <= first && last <= subject.last) ||
        (object !== null && object.first <= first && last <= object.last) ||
        (first >= verb.last && first <= verb.last + 2)) &&
      tokenAt(analysis, first).lower !== "one",
  );
}

/** "They had a list", "Two had rifles": what somebody has, not what he may or means to. */
function possessed(analysis: Analysis, at: SceneSentence, clause: Clause, head: string): State | null {
  const { object, verb } = clause;
  if (object === null || head === "it" || head === "you" || verb.last - verb.first > 2) return null;
  const noun = phraseFrom(at, clause, object.first);
  if (noun?.type !== "noun" || noun.first !== object.first || isTime(analysis, noun) || HAS_NOT.has(lemmaAt(analysis, object.head)))
    return null;
  if (object.first > verb.last || tokenAt(analysis, object.head).tag === "PRON") return null;
  const next = phraseFrom(at, clause, object.last);
  // "had bags searched", "had residents kneel": somebody had it done.
  if (next?.type === "verb") return null;
  if (isEventWord(lemmaAt(analysis, object.head))) return null;
  return tokenAt(analysis, object.head).tag === "ADJ" ? null : missing(analysis, noun);
}

/** One word that names an event by itself. */
function isEventWord(lemma: string): boolean {
  return triggers.get(lemma)?.some(({ frame, words: own }) => frame === "noun" && own.length === 1) === true;
}

function conditionOf(scene: Scene, at: SceneSentence, index: number, clause: Clause, { type, lack }: State): Found {
  const anchor = spanOf(scene.analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 });
  return found({
    rule: "en.condition.standing",
    kind: "condition",
    sentence: index,
    ...claimSpan(scene, at, clauseStretch(scene.analysis, at.phrases, clause), anchor),
    anchor,
    event: type,
    negated: !lack && saysNot(scene.analysis, clause.verb, at.sentence.end),
  });
}

/** "Power out in Eastgate since 4am", "Closed: Bridge Road, North Gate", "burns unit FULL": notes without a verb, each up to its full stop or semicolon. */
function entries(scene: Scene, at: SceneSentence, index: number): readonly Found[] {
  const { analysis } = scene;
  const finite = at.clauses.some(({ verb }) => verb.form === "finite");
  return notesOf(analysis, at).flatMap((note): readonly Found[] => {
    const opener = tokenAt(analysis, note.first);
    const colon = tokenAt(analysis, note.first + 1).text === ":" && note.last - note.first > 2;
    if (colon && ENTRY.has(opener.lower)) return [noted(scene, index, { first: note.first + 2, last: note.last }, ENTRY.get(opener.lower))];
    if (finite) return [];
    for (let word = note.first + 1; word < Math.min(note.last, note.first + 7); word += 1) {
      const type = ENTRY.get(tokenAt(analysis, word).lower);
      const before = tokenAt(analysis, word - 1);
      if (type === undefined || !/^(?:NOUN|PROPN|ADV|PRON|PUNCT|DET)$/.test(before.tag) || before.lower === "the") continue;
      const after = word + 1 < note.last ? tokenAt(analysis, word + 1) : null;
      if (after === null || after.tag === "ADP" || after.tag === "SCONJ" || after.tag === "PUNCT" || after.tag === "ADV")
        return [noted(scene, index, note, type)];
    }
    return [];
  });
}

/** The pieces of a sentence without a verb between its commas, semicolons and full stops, without the mark of a list. */
function notesOf(analysis: Analysis, { sentence }: SceneSentence): readonly Stretch[] {
  const notes: Stretch[] = [];
  let { first } = sentence;
  for (let at = sentence.first; at <= sentence.last; at += 1) {
    if (at < sentence.last && !/^[;.!?]$/.test(tokenAt(analysis, at).text)) continue;
    while (first < at && !/[\p{L}\p{N}]/u.test(tokenAt(analysis, first).text)) first += 1;
    if (at > first + 1 && at - first <= 24) notes.push({ first, last: at });
    first = at + 1;
  }
  return notes;
}

function noted(scene: Scene, index: number, note: Stretch, type: EventType = "other"): Found {
  const span = spanOf(scene.analysis, note);
  return found({ rule: "en.condition.entry", kind: "condition", sentence: index, ...span, anchor: span, event: type, negated: false });
}
