/** What is lacking or lingers: "there was no explanation for", "no answer has come", "questions remain over", "nobody has claimed responsibility". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/questions.json" with { type: "json" };
import { isNone } from "../negation.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";
import type { Place, Reading } from "./reading.ts";
import { askingAfter, isRelative, isThingAsked, namedSubject, ownStart } from "./reading.ts";

const GAPS: ReadonlySet<string> = new Set(words.gaps);
const GAPS_OF: ReadonlySet<string> = new Set(words["gaps-of-something"]);
const OFFICIAL: ReadonlySet<string> = new Set(words.official);
const REPLIES: ReadonlySet<string> = new Set(words.replies);
const GAP_VERBS: ReadonlySet<string> = new Set(words["gap-verbs"]);
const QUESTIONS: ReadonlySet<string> = new Set(words.questions);
const LINGER: ReadonlySet<string> = new Set(words.linger);
const OF: ReadonlySet<string> = new Set(["of", "on", "about", "for", "to", "as", "regarding", "concerning", "over", "from", "into"]);

export function gapReading(place: Place): Reading | null {
  return lacking(place) ?? lingering(place) ?? unclaimed(place) ?? unreplied(place);
}

/** "There is no word on the crew", "we have had no answer", "no explanation was given". */
function lacking(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  if (!GAP_VERBS.has(lemmaAt(analysis, clause.verb.verb)) || isRelative(place)) return null;
  const subject = clause.subject;
  const gap = [clause.object, subject].find((noun) => noun !== null && isGap(place, noun));
  if (gap == null) return null;
  const isSubject = gap === subject;
  if (!isSubject && subject === null) return null;
  const behind = isSubject ? Math.max(gap.last, gap.head + 1) : gap.head + 1;
  const what = at.sentence.last > behind && OF.has(tokenAt(analysis, gap.head + 1 < at.sentence.last ? gap.head + 1 : gap.head).lower);
  const asking = askingAfter(place, gap.head + 1);
  const named = GAPS.has(lemmaAt(analysis, gap.head));
  if (isOfficial(place, gap))
    return {
      rule: "gap",
      first: ownStart(place),
      asks: { first: gap.first, last: at.sentence.last },
      holder: isSubject ? null : namedSubject(place),
    };
  if (!named && !what && asking === null) return null;
  if (!named && asking === null && lemmaAt(analysis, clause.verb.verb) === "be" && !aboutThing(place, gap)) return null;
  const first = ownStart(place);
  const asks: Stretch = { first: asking ?? (what ? Math.min(gap.head + 2, at.sentence.last - 1) : gap.first), last: at.sentence.last };
  return { rule: "gap", first, asks, holder: isSubject ? null : namedSubject(place) };
}

/** "There is still no official toll", "no reliable figures exist". */
function isOfficial({ scene, clause }: Place, gap: Stretch): boolean {
  for (let token = Math.min(clause.verb.first, gap.first); token < gap.last; token += 1)
    if (OFFICIAL.has(tokenAt(scene.analysis, token).lower)) return true;
  return false;
}

/** "no trace of the crew" asks after somebody, "no information on the fate" after a thing; "no sign of poison" tells of a test. */
function aboutThing({ scene, at }: Place, gap: { readonly head: number }): boolean {
  const lemma = lemmaAt(scene.analysis, gap.head);
  if (lemma === "information" || lemma === "word" || lemma === "news" || lemma === "data" || lemma === "detail" || lemma === "confirmation")
    return true;
  return isThingAsked(scene, { first: gap.head + 1, last: Math.min(at.sentence.last, gap.head + 8) });
}

function isGap({ scene, clause }: Place, noun: { readonly first: number; readonly head: number }): boolean {
  const lemma = lemmaAt(scene.analysis, noun.head);
  if (!GAPS.has(lemma) && !GAPS_OF.has(lemma)) return false;
  if (isNone(scene.analysis, noun.first)) return true;
  // "did not give any explanation", "have not had an answer".
  const opener = tokenAt(scene.analysis, noun.first).lower;
  return clause.verb.negated && opener !== "the" && opener !== "this";
}

/** "Questions remain over …", "doubts linger about …", "there are open questions about …". */
function lingering(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  const { subject, object, verb } = clause;
  const lemma = lemmaAt(analysis, verb.verb);
  if (subject === null || verb.negated) return null;
  const first = Math.min(subject.first, verb.first);
  if (QUESTIONS.has(lemmaAt(analysis, subject.head)) && LINGER.has(lemma) && subject.first < verb.first && !isNone(analysis, subject.first))
    return { rule: "gap", first, asks: { first, last: at.sentence.last }, holder: null };
  if (tokenAt(analysis, subject.head).lower !== "there" || object === null || !QUESTIONS.has(lemmaAt(analysis, object.head))) return null;
  if (isNone(analysis, object.first) || (lemma !== "be" && !LINGER.has(lemma))) return null;
  return object.head + 1 < at.sentence.last && OF.has(tokenAt(analysis, object.head + 1).lower)
    ? { rule: "gap", first, asks: { first: object.first, last: at.sentence.last }, holder: null }
    : null;
}

/** "No one has claimed responsibility for the attack": who did it is open. */
function unclaimed({ scene, at, clause }: Place): Reading | null {
  const { analysis } = scene;
  if (
    clause.object === null ||
    lemmaAt(analysis, clause.verb.verb) !== "claim" ||
    lemmaAt(analysis, clause.object.head) !== "responsibility"
  )
    return null;
  const opener = clause.subject === null ? "" : tokenAt(analysis, clause.subject.first).lower;
  if (!clause.verb.negated && !/^(?:no|nobody|no-one|none)$/.test(opener)) return null;
  return {
    rule: "unclaimed",
    first: Math.max(clause.first, at.sentence.first),
    asks: { first: clause.object.first, last: clause.last },
    holder: null,
  };
}

/** "We asked how many …; it did not reply": a stated question that stays open. */
function unreplied(place: Place): Reading | null {
  const { scene, index, clause } = place;
  const { analysis } = scene;
  if (!REPLIES.has(lemmaAt(analysis, clause.verb.verb)) || !clause.verb.negated || clause.subject === null || clause.verb.passive)
    return null;
  const put = [index, index - 1].some((sentence) =>
    scene.sentences[sentence]?.clauses.some(
      (other) =>
        other !== clause &&
        lemmaAt(analysis, other.verb.verb) === "ask" &&
        (sentence < index || other.verb.first < clause.verb.first) &&
        askingAfter({ ...place, at: scene.sentences[sentence] ?? place.at, clause: other }, other.verb.last) !== null,
    ),
  );
  const first = ownStart(place);
  return put ? { rule: "silence", first, asks: { first, last: clause.last }, holder: namedSubject(place) } : null;
}
