/** What somebody who can be held to it says will be done: by verb, by subject and by voice. */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/pledges.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround } from "../frame.ts";
import { partyWords } from "../lexicon.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, spanOf } from "../words.ts";

const DEEDS: ReadonlySet<string> = new Set(words.deeds);
const OWED: ReadonlySet<string> = new Set(words.owed);
const OWED_NOT: ReadonlySet<string> = new Set(words["owed-not"]);
const NEEDS_WORD: ReadonlySet<string> = new Set(words["needs-word"]);
const NEEDS_OBJECT: ReadonlySet<string> = new Set(words["needs-object"]);
const HARSH: ReadonlySet<string> = new Set(words.harsh);
const RESTRAINT: ReadonlySet<string> = new Set(words.restraint);
const GET: ReadonlySet<string> = new Set(words.get);
const AID: ReadonlySet<string> = new Set(words.aid);
const INQUIRIES: ReadonlySet<string> = new Set(words.inquiries);
const READY: ReadonlySet<string> = new Set(words.ready);
const THINGS: ReadonlySet<string> = new Set(words["things-due"]);
const HOLDERS: ReadonlySet<string> = new Set(words.holders);
const AHEAD: ReadonlySet<string> = new Set(["will", "'ll", "shall", "wo", "would"]);
const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "we"]);
const PRONOUNS: ReadonlySet<string> = new Set(["it", "he", "she", "they"]);
const HELD: ReadonlySet<string> = new Set(["state", "security", "opposition", "ngo", "medical"]);

/** Openers of clauses in which nothing is promised. */
const FREE: ReadonlySet<string | null> = new Set([null, "that", "and", "but", "so"]);

/** True when a clause is a promise by its form: who, will, and a deed that is owed. */
export function isPromise(scene: Scene, at: SceneSentence, clause: Clause): boolean {
  const { verb, subject } = clause;
  const bare = bareOpener(scene, clause);
  if (subject === null || !FREE.has(clause.opener) || bare || !isAhead(scene, at, clause)) return false;
  const frame = framesAround(scene.voices, spanOf(scene.analysis, { first: verb.verb, last: verb.verb + 1 })).at(-1) ?? null;
  if (
    frame !== null &&
    (frame.stance === "predicts" || frame.stance === "denies" || frame.stance === "accuses" || frame.stance === "promises")
  )
    return false;
  if (verb.modal === "would" && frame === null) return false;
  return verb.passive ? isOwed(scene, clause, frame) : isDone(scene, clause, frame) || isDue(scene, clause, frame);
}

/** "if the army withdraws", "who will pay": the clause hangs on another. */
function bareOpener({ analysis }: Scene, { first }: Clause): boolean {
  return first > 0 && BOUND.has(tokenAt(analysis, first - 1).lower);
}

const BOUND: ReadonlySet<string> = new Set([
  "if",
  "unless",
  "whether",
  "who",
  "which",
  "when",
  "until",
  "because",
  "what",
  "how",
  "where",
  "why",
  "before",
  "after",
]);

/** "will pay", "is to be paid"; never "would have paid". */
function isAhead({ analysis }: Scene, at: SceneSentence, { verb, index }: Clause): boolean {
  if (verb.modal !== null && AHEAD.has(verb.modal)) {
    for (let token = verb.first; token < verb.verb; token += 1) if (tokenAt(analysis, token).lower === "have") return false;
    return true;
  }
  const before = at.phrases[index - 1];
  return (
    verb.form === "infinitive" &&
    before?.type === "verb" &&
    before.last === verb.first &&
    before.last - before.first === 1 &&
    /^(?:is|are|'re|'s)$/.test(tokenAt(analysis, before.verb).lower)
  );
}

/** "will be paid", "will not be evicted", "an inquiry will be held". */
function isOwed({ analysis }: Scene, { verb, subject }: Clause, frame: VoiceFrame | null): boolean {
  const lemma = lemmaAt(analysis, verb.verb);
  // "If the court agrees, the men will be released": in nobody's word it is only foreseen.
  if (frame === null && NEEDS_WORD.has(lemma)) return false;
  if (lemma === "hold") return subject !== null && INQUIRIES.has(lemmaAt(analysis, subject.head));
  return (verb.negated ? OWED_NOT : OWED).has(lemma);
}

/** Who will do it can be held to it, and does what is a deed. */
function isDone(scene: Scene, clause: Clause, frame: VoiceFrame | null): boolean {
  const { analysis } = scene;
  const { verb, subject, object } = clause;
  if (subject === null) return false;
  const lemma = lemmaAt(analysis, verb.verb);
  if (GET.has(lemma)) return object !== null && verb.modal !== null && mentions(scene, object, AID);
  if (object === null && NEEDS_OBJECT.has(lemma) && !verb.negated) return false;
  if (!(verb.negated ? RESTRAINT : DEEDS).has(lemma) && !(verb.negated && DEEDS.has(lemma))) return false;
  if (lemma === "hold" && (object === null || !mentions(scene, object, INQUIRIES))) return false;
  const { lower } = tokenAt(analysis, subject.head);
  if (FIRST_PERSON.has(lower)) return true;
  if (PRONOUNS.has(lower)) return frame !== null && frame.stance !== "suspects";
  return canBeHeld(scene, subject) || (frame !== null && isTheirs(scene, subject));
}

/** "power would be back by midnight", "the school will be ready on 1 September": in the word of who sees to it. */
function isDue(scene: Scene, { verb, subject }: Clause, frame: VoiceFrame | null): boolean {
  const { analysis } = scene;
  if (lemmaAt(analysis, verb.verb) !== "be" || subject === null || frame?.source == null) return false;
  if (!canBeHeld(scene, frame.source) || !mentions(scene, subject, THINGS)) return false;
  const next = verb.last;
  return next < analysis.tokens.length && READY.has(tokenAt(analysis, next).lower);
}

/** "its members", "our soldiers": the speaker's own people. */
function isTheirs({ analysis }: Scene, { first }: Stretch): boolean {
  return /^(?:its|his|her|their|our|my)$/.test(tokenAt(analysis, first).lower);
}

/** A body or an office: somebody who can be asked later whether it was kept. */
export function canBeHeld(scene: Scene, stretch: Stretch): boolean {
  const party = lookup(scene.analysis, stretch, partyWords);
  return (party !== null && HELD.has(party)) || mentions(scene, stretch, HOLDERS);
}

function mentions({ analysis }: Scene, { first, last }: Stretch, list: ReadonlySet<string>): boolean {
  for (let at = first; at < last; at += 1) if (list.has(lemmaAt(analysis, at)) || list.has(tokenAt(analysis, at).lower)) return true;
  return false;
}

/** True for a verb that a body which plans it can be held to; a plan to arrest somebody is no promise. */
export function isDeed(lemma: string, negated: boolean): boolean {
  return negated ? RESTRAINT.has(lemma) || DEEDS.has(lemma) : DEEDS.has(lemma) && !HARSH.has(lemma);
}
