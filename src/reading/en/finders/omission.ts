/** What was not done or did not happen, in the document's own words: "no warning was given", "the police failed to protect the owners", "the tests showed no trace". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/negations.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import { claimSpan } from "../extent.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import { framesAround } from "../frame.ts";
import { isAsked, isHeading } from "../genre.ts";
import { groupWords, partyWords, triggers } from "../lexicon.ts";
import { isNone, opensWithNot } from "../negation.ts";
import type { VerbGroup } from "../phrase.ts";
import { canBeHeld } from "../pledges/deeds.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import { lemmaAt, lookup, spanOf } from "../words.ts";

const ACTS: ReadonlySet<string> = new Set(words.acts);
const FAILING: ReadonlySet<string> = new Set(words.failing);
const RESULTS: ReadonlySet<string> = new Set(words.results);
const TESTS: ReadonlySet<string> = new Set(words.tests);
const WITHOUT: ReadonlySet<string> = new Set(words.without);
const PERSONS: ReadonlySet<string> = new Set(words.persons);
const PERSONAL: ReadonlySet<string> = new Set(["he", "she", "they", "we", "i", "nobody", "none", "no-one", "nothing", "neither"]);
const FREE: ReadonlySet<string | null> = new Set([null, "and", "but"]);

/** Runs after the finders of one kind each: what they took is theirs. */
export function omissions(scene: Scene, taken: readonly Found[]): readonly Found[] {
  const bySentence = Map.groupBy(taken, ({ sentence }) => sentence);
  return scene.sentences.flatMap((at, index) => {
    if (isAsked(scene, at) || isHeading(scene, at)) return [];
    const own = bySentence.get(index) ?? [];
    return at.clauses.flatMap((each): Found[] => {
      const clause = withSubject(at, each);
      const omission = omissionIn(scene, at, index, clause);
      return omission === null || own.some((other) => isSame(other, omission)) ? [] : [omission];
    });
  });
}

/** It hangs on the same verb, or on the words around it. A count of nobody is told by what did not happen. */
function isSame({ kind, anchor, start, end, figure }: Found, omission: Found): boolean {
  if (kind === "relation" || kind === "label") return false;
  if (kind === "figure" && figure?.max === 0) return figure.unit !== "other" && start < omission.end && end > omission.start;
  return anchor.start < omission.anchor.end && anchor.end > omission.anchor.start
    ? true
    : start <= omission.anchor.start && end >= omission.anchor.end;
}

/** "Samples taken on Monday showed no trace": the subject stands before a participle of its own. */
function withSubject(at: SceneSentence, clause: Clause): Clause {
  if (clause.subject !== null) return clause;
  const before = at.clauses.findLast(({ verb }) => verb.last <= clause.verb.first);
  const parted = at.phrases.some(
    (phrase) =>
      phrase.type === "mark" &&
      phrase.kind !== "preposition" &&
      phrase.first >= (before?.verb.last ?? 0) &&
      phrase.last <= clause.verb.first,
  );
  if (before?.subject == null || parted || before.verb.last - before.verb.first !== 1 || !before.verb.past) return clause;
  return { ...clause, subject: before.subject, first: before.first };
}

function omissionIn(scene: Scene, at: SceneSentence, index: number, clause: Clause): Found | null {
  const { analysis } = scene;
  const { verb, subject } = clause;
  if (verb.form !== "finite" || subject === null || !FREE.has(clause.opener)) return null;
  const anchor = spanOf(analysis, { first: verb.verb, last: verb.verb + 1 });
  if (framesAround(scene.voices, anchor).length > 0) return null;
  const failed = failedIn(scene, at, clause);
  if (failed === null && !wasNot(scene, clause) && !isUnanswered(scene, at, clause)) return null;
  // What stands between the subject and a "not" belongs to it: nobody may read half of it.
  const first = subject.first < verb.first && !clause.shared ? Math.min(clause.first, subject.first) : verb.first;
  const stretch = { first, last: Math.max(clause.last, verb.last) };
  return found({
    rule: "en.event.omission",
    kind: "event",
    sentence: index,
    ...claimSpan(scene, at, stretch, anchor),
    anchor,
    event: failed === null ? typeOf(lemmaAt(analysis, verb.verb)) : typeOf(failed),
    negated: true,
  });
}

function typeOf(lemma: string): Found["event"] {
  return triggers.get(lemma)?.find(({ frame, words: run }) => frame !== "noun" && run.length === 1)?.type ?? "other";
}

/** "did not open", "has not been paid", "could not reach", "nobody came": past, by or to somebody, and an act. */
function wasNot(scene: Scene, clause: Clause): boolean {
  const { analysis } = scene;
  const { verb, subject, object } = clause;
  if (!verb.negated || subject === null || subject.first >= verb.first) return false;
  if (!isPast(scene, verb)) return false;
  const sentence = analysis.sentences[tokenAt(analysis, verb.verb).sentence];
  if (sentence !== undefined && opensWithNot(analysis, sentence.first, sentence.last))
    return verb.last - verb.first > 1 || !/^(?:did|was|were|has|had)$/.test(tokenAt(analysis, verb.verb).lower);
  const lemma = lemmaAt(analysis, verb.verb);
  const result = RESULTS.has(lemma) && (mentions(scene, subject, TESTS) || (object !== null && isNone(analysis, object.first)));
  if (result) return true;
  return ACTS.has(lemma) && (isSomebody(scene, clause) || (verb.passive && isNone(analysis, subject.first)));
}

/** "failed to protect", "neglected to lock": the verb of what was not done. */
function failedIn(scene: Scene, at: SceneSentence, clause: Clause): string | null {
  const { analysis } = scene;
  if (!FAILING.has(lemmaAt(analysis, clause.verb.verb)) || clause.verb.negated || clause.verb.passive || !isSomebody(scene, clause))
    return null;
  const next = at.phrases[clause.index + 1];
  if (next?.type !== "verb" || next.form !== "infinitive") return null;
  const lemma = lemmaAt(analysis, next.verb);
  return ACTS.has(lemma) ? lemma : null;
}

/** "is to this day without an answer". */
function isUnanswered({ analysis }: Scene, at: SceneSentence, { verb }: Clause): boolean {
  if (!/^(?:be|remain|stay|go)$/.test(lemmaAt(analysis, verb.verb)) || verb.negated) return false;
  for (let token = verb.last; token < at.sentence.last - 1 && token <= verb.last + 6; token += 1) {
    if (tokenAt(analysis, token).lower !== "without") continue;
    const noun = /^(?:an?|any)$/.test(tokenAt(analysis, token + 1).lower) ? token + 2 : token + 1;
    return noun < at.sentence.last && WITHOUT.has(tokenAt(analysis, noun).lower);
  }
  return false;
}

function isPast({ analysis }: Scene, verb: VerbGroup): boolean {
  if (verb.past || verb.modal === "could") return true;
  // "no longer control": it was so once.
  if (verb.first > 0 && tokenAt(analysis, verb.first - 1).lower === "longer") return true;
  for (let token = verb.first; token < verb.last; token += 1)
    if (/^(?:has|have|had|did|was|were|'ve|'d|been|could)$/.test(tokenAt(analysis, token).lower)) return true;
  return (
    verb.modal === null &&
    tokenAt(analysis, verb.verb).lower !== tokenAt(analysis, verb.verb).lemma &&
    !/(?:s|ing)$/.test(tokenAt(analysis, verb.verb).lower)
  );
}

/** A body, a group of people, a person, or nobody of them. */
function isSomebody(scene: Scene, { subject }: Clause): boolean {
  if (subject === null) return false;
  const head = tokenAt(scene.analysis, subject.head).lower;
  return (
    PERSONAL.has(head) ||
    PERSONAL.has(tokenAt(scene.analysis, subject.first).lower) ||
    canBeHeld(scene, subject) ||
    lookup(scene.analysis, subject, partyWords) !== null ||
    lookup(scene.analysis, subject, groupWords) !== null ||
    mentions(scene, subject, PERSONS)
  );
}

function mentions(
  { analysis }: Scene,
  { first, last }: { readonly first: number; readonly last: number },
  list: ReadonlySet<string>,
): boolean {
  for (let token = first; token < last; token += 1)
    if (list.has(lemmaAt(analysis, token)) || list.has(tokenAt(analysis, token).lower)) return true;
  return false;
}
