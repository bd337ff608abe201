/** Events: an event word with who did it to whom. A noun that only points back ("in the clashes") tells of no event of its own. */
import type { Participant } from "../../../model/claim.ts";
import type { EventType, Role } from "../../../model/words.ts";
import type { Act } from "../acts.ts";
import { clauseStretch } from "../clause-extent.ts";
import { claimSpan } from "../extent.ts";
import { isAsked, isHeading } from "../genre.ts";
import type { Finder } from "../finder.ts";
import { isLight, lightParties } from "../light.ts";
import { found } from "../../found.ts";
import { participants } from "../participants.ts";
import { instrumentOf, isNobody, withInstruments } from "../roles.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { VerbGroup } from "../phrase.ts";
import { tokenAt } from "../../../language/token.ts";
import { isElsewhere, isHabit } from "../story.ts";
import { isPastVerb } from "../tense.ts";
import { lemmaAt, spanOf, textOf } from "../words.ts";

/** Words that tell of an event only when somebody is said to take part in it. */
const NEEDS_SOMEBODY: ReadonlySet<EventType> = new Set<EventType>([
  "request",
  "investigation",
  "deployment",
  "negotiation",
  "order",
  "other",
  "compensation",
  "trial",
]);

export const events: Finder = {
  name: "event",
  find(scene) {
    const past = scene.sentences.some(({ clauses }) =>
      clauses.some((clause) => clause.verb.form === "finite" && isPastVerb(scene.analysis, clause)),
    );
    return scene.sentences.flatMap((at, index) => {
      const acts = at.acts.filter((act) => tells(scene, at, act) && !isNotTold(scene, act, past));
      return acts.flatMap((act) => (covered(act, acts) ? [] : [eventOf(scene, at, index, act)]));
    });
  },
};

function tells(scene: Scene, at: SceneSentence, act: Act): boolean {
  if (isAsked(scene, at) || (act.form === "noun" && isHeading(scene, at))) return false;
  if (act.pointsBack && !isLight(scene, act)) return false;
  if (act.infinitive && !isPlan(scene, at, act)) return false;
  if (act.clause !== null && /^(?:if|unless|whether)$/.test(act.clause.opener ?? "")) return false;
  if (act.form === "noun" && (isOffence(scene, at, act) || (act.modal !== null && CAN.test(act.modal) && !act.negated))) return false;
  if (act.form === "adjective" && act.clause === null) return false;
  const somebody = act.agent !== null || act.patient !== null || (isLight(scene, act) && act.clause?.subject != null);
  if (NEEDS_SOMEBODY.has(act.type) && !somebody) return false;
  if (act.form === "noun" && !somebody && !dated(scene, at, act)) return false;
  if (act.form === "active" && act.type === "order") return act.patient !== null;
  if (act.form === "active" && act.clause?.verb.form === "gerund" && act.patient === null) return false;
  return true;
}

/** "remained closed" is a state. "Replace the filter", "Annex 3 replaces Annex 2": a plain present tells of an event only among others that are past, an imperative never. */
const CAN = /^(?:can|ca)$/;
const STANDING = /^(?:remain|remains|remained|stay|stays|stayed)$/;

function isNotTold(scene: Scene, { form, clause }: Act, past: boolean): boolean {
  if (clause === null || form === "noun" || form === "adjective") return false;
  const { verb, subject } = clause;
  if (STANDING.test(tokenAt(scene.analysis, verb.first).lower) && verb.first < verb.verb) return true;
  if (isHabit(scene.analysis, clause) || isElsewhere(scene.analysis, clause)) return true;
  if (verb.modal !== null && CAN.test(verb.modal) && !verb.negated) return true;
  if (verb.form !== "finite" || verb.modal !== null || isPastVerb(scene.analysis, clause)) return false;
  return subject === null || !past;
}

/** A time or place inside the extent or a clause of its own makes a bare noun an event ("Protests began in X on 2 January"). */
function dated(scene: Scene, at: SceneSentence, act: Act): boolean {
  const subject = act.clause?.subject;
  const isSubject =
    subject != null && subject.first <= act.first && act.first < subject.last && act.clause !== null && act.clause.verb.form === "finite";
  const extent = spanOf(scene.analysis, act.extent);
  const inside =
    at.times.some((time) => extent.start <= time.start && time.end <= extent.end) ||
    at.places.some((place) => extent.start <= place.start && place.end <= extent.end);
  return isSubject || inside;
}

/** A noun inside the clause of a verb of the same type tells of the same event ("was beaten … the beating"). */
function covered(act: Act, acts: readonly Act[]): boolean {
  return (
    act.form === "noun" &&
    acts.some(
      (other) =>
        other !== act &&
        other.form !== "noun" &&
        (other.type === act.type || (other.type === "order" && other.form === "active")) &&
        other.extent.first <= act.first &&
        act.first < other.extent.last,
    )
  );
}

const OBJECT_ROLE: Readonly<Partial<Record<EventType, Role>>> = { handover: "other", destruction: "patient", compensation: "beneficiary" };

function eventOf(scene: Scene, at: SceneSentence, index: number, act: Act): ReturnType<typeof found> {
  const anchor = spanOf(scene.analysis, act);
  const stretch =
    act.form === "noun" && act.clause !== null && isWholeClause(scene, act)
      ? {
          first: isLight(scene, act) ? clauseStretch(scene.analysis, at.phrases, act.clause).first : startOf(scene, at, act),
          last: Math.max(act.clause.last, act.extent.last),
        }
      : act.extent;
  return found({
    rule: `en.event.${act.form}`,
    kind: "event",
    sentence: index,
    ...claimSpan(scene, at, stretch, anchor),
    anchor,
    event: typeOf(act),
    negated: act.negated,
    who: participantsOf(scene, act),
    certainty: act.infinitive ? "planned" : null,
    whenKind: act.type === "body-found" ? "found" : null,
  });
}

/** A killing needs somebody who kills or the word itself; the contract counts a bare "were shot" as a shooting. */
function typeOf(act: Act): EventType {
  return act.type;
}

/** The noun is the subject, or all that a light verb says ("carried out a search", "came under fire"): the event is what the whole clause tells. */
function isWholeClause(scene: Scene, act: Act): boolean {
  const subject = act.clause?.subject ?? null;
  if (subject !== null && subject.first <= act.first && act.first < subject.last) return true;
  return isLight(scene, act);
}

/** From the start of its clause when only a time stands before the subject, else from the noun. */
function startOf(scene: Scene, at: SceneSentence, act: Act): number {
  const { clause, extent } = act;
  if (clause === null || clause.first >= extent.first) return extent.first;
  const lead = spanOf(scene.analysis, { first: clause.first, last: extent.first });
  const timed = at.times.some((time) => time.start >= lead.start && time.end <= lead.end);
  return timed &&
    extent.first - clause.first <= 8 &&
    !at.phrases.some(
      (phrase) =>
        phrase.type === "noun" &&
        phrase.first >= clause.first &&
        phrase.last < extent.first &&
        !at.times.some((time) => overlapsTime(scene, time, phrase)),
    )
    ? clause.first
    : extent.first;
}

function overlapsTime(
  scene: Scene,
  time: { readonly start: number; readonly end: number },
  stretch: { readonly first: number; readonly last: number },
): boolean {
  const span = spanOf(scene.analysis, stretch);
  return time.start < span.end && span.start < time.end;
}

function participantsOf(scene: Scene, act: Act): readonly Participant[] {
  const { agent: said, patient } = lightParties(scene, act);
  const agent = said !== null && isNobody(scene, said) ? null : said;
  return [
    ...participants(scene, agent, withInstruments(scene, act.clause, agent, "agent")),
    ...participants(scene, patient, withInstruments(scene, act.clause, patient, OBJECT_ROLE[act.type] ?? "patient")),
    ...(act.form === "noun" ? [] : participants(scene, instrumentOf(scene, act.clause), "instrument")),
  ];
}

const PLANS = /^(?:plan|intend|prepare|aim|decide|mean|go|due|set|schedule|expect|threaten|order|vow)$/;

/** "plans to arrest", "is due to be released", "threatened to shoot": said to lie ahead. */
function isPlan(scene: Scene, at: SceneSentence, act: Act): boolean {
  if (act.form === "noun" || act.clause === null || act.clause.verb.negated) return false;
  const before = at.clauses.findLast((clause) => clause.verb.last <= (act.clause?.verb.first ?? 0));
  if (before === undefined || before.verb.negated) return false;
  const adjacent = act.clause.verb.first - before.verb.last;
  const last = lemmaAt(scene.analysis, act.clause.verb.first - 1);
  return (
    (adjacent === 0 && PLANS.test(lemmaAt(scene.analysis, before.verb.verb)) && !isPast(scene, before.verb)) ||
    /^(?:due|set|scheduled|expected|going)$/.test(last)
  );
}

/** "was ordered to": an order given; what it asked for is not said to come. */
function isPast(scene: Scene, verb: VerbGroup): boolean {
  return lemmaAt(scene.analysis, verb.verb) === "order" && verb.passive;
}

const LEGAL: ReadonlySet<EventType> = new Set<EventType>([
  "charge",
  "sentence",
  "acquittal",
  "arrest",
  "trial",
  "remand",
  "investigation",
  "interrogation",
]);

/** "charged with abuse of power", "convicted of murder", "on suspicion of arson": an offence that is named, not an event that is told. */
function isOffence(scene: Scene, at: SceneSentence, act: Act): boolean {
  const { analysis } = scene;
  const phrase = at.phrases.find((each) => each.first <= act.first && act.first < each.last);
  if (phrase === undefined || phrase.first <= at.sentence.first + 1) return false;
  const link = tokenAt(analysis, phrase.first - 1).lower;
  if (!/^(?:of|with|for|to|and|or|,)$/.test(link)) return false;
  const text = textOf(analysis, { first: Math.max(at.sentence.first, phrase.first - 8), last: phrase.first });
  if (
    /\b(?:suspicion of|suspected of|accused of|charges? of|charged with|convicted of|guilty of|acquitted of|complicity in|on trial for|suspects? in)\s+(?:\w+ )?(?:and |, )?(?:\w+ )?$/i.test(
      `${text} `,
    )
  )
    return true;
  return (
    link !== "and" &&
    link !== "to" &&
    at.acts.some((other) => other !== act && other.form !== "noun" && LEGAL.has(other.type) && other.last === phrase.first - 1)
  );
}
