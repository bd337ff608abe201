/** What somebody is told to do in so many words: "must be brought to court", "the government should lift the ban", "it is necessary to punish", "Free our brothers!". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/demands.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import type { VoiceFrame } from "../frame.ts";
import { framesAround } from "../frame.ts";
import { canBeHeld } from "../pledges/deeds.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, spanOf } from "../words.ts";

const MUST: ReadonlySet<string> = new Set(words.must);
const PEOPLE: ReadonlySet<string> = new Set(words.people);
const NOT_DEEDS: ReadonlySet<string> = new Set(words["not-deeds"]);
const NECESSARY: ReadonlySet<string> = new Set(words.necessary);
const CHANTS: ReadonlySet<string> = new Set(words.chants);
const FREE: ReadonlySet<string | null> = new Set([null, "that"]);

/** The stretch of a clause that says what must be done; null when it says nothing of the kind. */
export function dutyIn(scene: Scene, at: SceneSentence, clause: Clause): Stretch | null {
  const frame = framesAround(scene.voices, spanOf(scene.analysis, { first: clause.verb.verb, last: clause.verb.verb + 1 })).at(-1) ?? null;
  return mustBe(scene, clause, frame) ?? necessary(scene, at, clause, frame) ?? chanted(scene, clause, frame);
}

/** "should stop all demolitions", "must not be allowed to leave"; never "must have been", "should be enough". */
function mustBe(scene: Scene, clause: Clause, frame: VoiceFrame | null): Stretch | null {
  const { analysis } = scene;
  const { verb, subject } = clause;
  if (verb.modal === null || !MUST.has(verb.modal) || verb.modal === "shall" || subject === null || !FREE.has(clause.opener)) return null;
  if (subject.first >= verb.first || !wants(frame)) return null;
  for (let token = verb.first; token < verb.verb; token += 1) if (tokenAt(analysis, token).lower === "have") return null;
  if (NOT_DEEDS.has(lemmaAt(analysis, verb.verb))) return null;
  const head = tokenAt(analysis, subject.head).lower;
  if (head === "you" || head === "i") return null;
  const addressed = canBeHeld(scene, subject) || (frame !== null && (PEOPLE.has(head) || PEOPLE.has(lemmaAt(analysis, subject.head))));
  return addressed || (frame !== null && verb.passive)
    ? { first: Math.max(clause.first, subject.first), last: Math.max(clause.last, verb.last) }
    : null;
}

/** Nobody demands what he predicts or denies. */
function wants(frame: VoiceFrame | null): boolean {
  return (
    frame === null ||
    (frame.stance !== "predicts" && frame.stance !== "denies" && frame.stance !== "accuses" && frame.stance !== "promises")
  );
}

/** "It is necessary to punish the guilty": from the infinitive on. */
function necessary({ analysis }: Scene, at: SceneSentence, { verb, subject }: Clause, frame: VoiceFrame | null): Stretch | null {
  if (frame === null || subject === null || lemmaAt(analysis, verb.verb) !== "be" || verb.negated) return null;
  if (tokenAt(analysis, subject.head).lower !== "it") return null;
  const adjective = verb.last;
  if (adjective >= at.sentence.last || !NECESSARY.has(tokenAt(analysis, adjective).lower)) return null;
  const next = at.phrases.find((phrase) => phrase.first > adjective);
  return next?.type === "verb" && next.form === "infinitive" ? { first: next.first, last: at.sentence.last } : null;
}

/** "Free our brothers!", "Stay indoors", when somebody shouts, warns or orders it. */
function chanted({ analysis }: Scene, clause: Clause, frame: VoiceFrame | null): Stretch | null {
  const { verb } = clause;
  if (frame?.verb == null || !CHANTS.has(lemmaAt(analysis, frame.verb))) return null;
  if (tokenAt(analysis, verb.first).start !== frame.content.start && !opensQuote(analysis.text, frame, tokenAt(analysis, verb.first).start))
    return null;
  const first = tokenAt(analysis, verb.verb);
  const isBase = verb.form !== "infinitive" && !verb.passive && verb.modal === null && first.lower === first.lemma;
  return isBase ? { first: verb.first, last: Math.max(clause.last, verb.last) } : null;
}

function opensQuote(text: string, { content }: VoiceFrame, start: number): boolean {
  return start > content.start && /^[\s“"«]*$/.test(text.slice(content.start, start));
}
