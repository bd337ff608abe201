/** Who does not say and who does not know: "did not disclose how many", "declined to say whether", "I do not know who", "could neither confirm nor deny". */
import { tokenAt } from "../../../language/token.ts";
import words from "../../lexicons/en/questions.json" with { type: "json" };
import { isAsked } from "../genre.ts";
import type { VerbGroup } from "../phrase.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";
import type { Place, Reading } from "./reading.ts";
import { askingAfter, askingBefore, isNobody, isThingAsked, namedSubject, ownStart } from "./reading.ts";

const KNOW: ReadonlySet<string> = new Set(words.know);
const SILENT: ReadonlySet<string> = new Set(words.silent);
const ESTABLISH: ReadonlySet<string> = new Set(words.establish);
const REFUSE: ReadonlySet<string> = new Set(words.refuse);
const UNABLE: ReadonlySet<string> = new Set(words.unable);
const CONFIRM: ReadonlySet<string> = new Set(["confirm", "verify", "corroborate", "exclude", "deny", "prove", "rule"]);
const WITHHOLD: ReadonlySet<string> = new Set(words.withhold);
/** "work out", "figure out": nothing is found out without the "out". */
const OUT: ReadonlySet<string> = new Set(["work", "figure", "find"]);
const OPEN: ReadonlySet<string> = new Set(words["keep-open"]);
const REASONS: ReadonlySet<string> = new Set(["because", "since", "as"]);

/** A clause in which somebody is silent about, or does not know, what is asked. */
export function silenceReading(place: Place): Reading | null {
  const { clause } = place;
  // Inside "because …" it is the reason of another question.
  if (clause.opener !== null && REASONS.has(clause.opener)) return null;
  return anybodyKnowing(place) ?? neither(place) ?? keptOpen(place) ?? notSaid(place) ?? notConfirmed(place);
}

/** What the verb that governs the question is, and the token behind it. */
interface Governor {
  readonly lemma: string;
  readonly last: number;
}

/** The verb of not saying or not knowing: negated, or an infinitive behind a refusal or an inability. */
function governorOf(place: Place): Governor | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  const lemma = lemmaAt(analysis, clause.verb.verb);
  if (REFUSE.has(lemma) && !clause.verb.negated && !clause.verb.passive) return infinitiveAfter(place, clause.verb.last, SILENT);
  if ((lemma === "be" || lemma === "have" || lemma === "remain" || lemma === "prove") && !isNobody(place)) {
    const unable = unableAt(place);
    return unable === null ? null : (infinitiveAfter(place, unable, ESTABLISH) ?? infinitiveAfter(place, unable, SILENT));
  }
  if (lemma === "explain" && clause.verb.passive && clause.verb.negated) return { lemma, last: clause.verb.last };
  if (clause.verb.passive && !/^(?:tell|inform|give)$/.test(lemma)) return null;
  if (clause.verb.passive) return null;
  const negated = clause.verb.negated || isNobody(place);
  if (OUT.has(lemma) && tokenAt(analysis, Math.min(clause.verb.last, at.sentence.last - 1)).lower !== "out") return null;
  if (!negated || !(SILENT.has(lemma) || KNOW.has(lemma))) return null;
  const next = at.phrases[clause.index + 1];
  // "did not tell us how": who is not told stands between.
  return { lemma, last: next?.type === "noun" && lemma === "tell" ? next.last : clause.verb.last };
}

/** "is unable", "is not able", "was not possible", "has yet": the token behind; null when it is none of these. */
function unableAt({ scene, at, clause }: Place): number | null {
  const { analysis } = scene;
  const last = Math.min(at.sentence.last, clause.verb.last + 4);
  for (let token = clause.verb.last; token < last; token += 1) {
    const { lower, tag } = tokenAt(analysis, token);
    if (UNABLE.has(lower)) return token + 1;
    if (
      (lower === "able" ||
        lower === "possible" ||
        lower === "willing" ||
        lower === "prepared" ||
        lower === "authorised" ||
        lower === "authorized") &&
      clause.verb.negated
    )
      return token + 1;
    if (tag !== "ADV" && lower !== "in" && lower !== "a" && lower !== "position") return null;
  }
  return null;
}

function infinitiveAfter({ scene, at }: Place, from: number, verbs: ReadonlySet<string>): Governor | null {
  const group = at.phrases.find(
    (phrase): phrase is VerbGroup => phrase.type === "verb" && phrase.first >= from && phrase.first <= from + 3,
  );
  if (group?.form !== "infinitive" || group.passive) return null;
  const lemma = lemmaAt(scene.analysis, group.verb);
  return verbs.has(lemma) ? { lemma, last: group.last } : null;
}

function notSaid(place: Place): Reading | null {
  const { at, clause } = place;
  const governor = governorOf(place);
  if (governor === null) return null;
  const subject = namedSubject(place);
  const asking = askingAfter(place, governor.last);
  const first = ownStart(place);
  const holder = isNobody(place) ? null : subject;
  const rule = KNOW.has(governor.lemma) && !SILENT.has(governor.lemma) ? "unknown" : "silence";
  if (asking !== null)
    return { rule: subject === null || isNobody(place) ? "unknown" : rule, first, asks: { first: asking, last: at.sentence.last }, holder };
  const before = askingBefore(place, true);
  if (before !== null && closes(place, governor.last)) {
    const nearest = at.phrases[clause.index - 1];
    const silent: Stretch | null = nearest?.type === "noun" ? nearest : subject;
    return { rule, first: before, asks: { first: before, last: (silent ?? clause.verb).first }, holder: silent };
  }
  const thing = thingAfter(place, governor.last) ?? withheld(place, governor);
  if (thing === null || governor.lemma === "be" || governor.lemma === "find") return bare(place, governor);
  return { rule, first, asks: thing, holder };
}

/** "would not name the substance", "refused to identify the officer": what is kept back. */
function withheld({ at, clause }: Place, { lemma, last }: Governor): Stretch | null {
  const refuses = last > clause.verb.last || clause.verb.modal === "would" || clause.verb.modal === "will";
  const next = at.phrases.find((phrase) => phrase.first >= last);
  return refuses && WITHHOLD.has(lemma) && next?.type === "noun" ? { first: next.first, last: at.sentence.last } : null;
}

/** "That I can't say.", "I don't know.": nothing of what is asked but the silence, in the first person. */
function bare(place: Place, { lemma, last }: Governor): Reading | null {
  const { scene, clause } = place;
  if (!/^(?:know|say|tell|answer|remember)$/.test(lemma) || clause.subject === null || !closes(place, last)) return null;
  if (!/^(?:i|we)$/.test(tokenAt(scene.analysis, clause.subject.head).lower) || clause.opener === "if" || clause.opener === "what")
    return null;
  const before = clause.subject.first - 1;
  const fronted = before >= place.at.sentence.first && /^(?:that|this)$/.test(tokenAt(scene.analysis, before).lower);
  const first = fronted ? before : clause.subject.first;
  return { rule: "unknown", first, asks: { first, last: clause.verb.last }, last, holder: clause.subject };
}

function closes({ scene, at }: Place, last: number): boolean {
  return (
    last >= at.sentence.last ||
    /^[.!?,;—–-]$/.test(tokenAt(scene.analysis, last).text) ||
    /^(?:yet|upon|on|about|now)$/.test(tokenAt(scene.analysis, last).lower)
  );
}

/** "the number of those held", "on the fate of the crew": a thing asked after right behind the verb. */
function thingAfter({ scene, at }: Place, from: number): Stretch | null {
  const index = at.phrases.findIndex((phrase) => phrase.first >= from);
  const next = at.phrases[index];
  const noun = next?.type === "mark" && next.kind === "preposition" ? at.phrases[index + 1] : next;
  if (noun?.type !== "noun" || !isThingAsked(scene, noun)) return null;
  return { first: noun.first, last: at.sentence.last };
}

/** "left open whether", "leaves the question unanswered", "would not be drawn on how". */
function keptOpen(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  const lemma = lemmaAt(analysis, clause.verb.verb);
  const drawn = lemma === "draw" && clause.verb.passive && clause.verb.negated;
  if (!drawn && lemma !== "leave" && lemma !== "keep") return null;
  const first = ownStart(place);
  const asking = askingAfter(place, clause.verb.last);
  if (drawn)
    return asking === null
      ? null
      : { rule: "silence", first, asks: { first: asking, last: at.sentence.last }, holder: namedSubject(place) };
  if (clause.verb.passive || clause.verb.negated) return null;
  const next = clause.object?.last ?? clause.verb.last;
  const open = [clause.verb.last, next].find((token) => token < at.sentence.last && OPEN.has(tokenAt(analysis, token).lower));
  if (open === undefined) return null;
  const thing = clause.object !== null && isThingAsked(scene, clause.object) ? clause.object : null;
  const asks = asking === null ? thing : { first: asking, last: at.sentence.last };
  return asks === null ? null : { rule: "silence", first, asks, holder: namedSubject(place) };
}

/** "We cannot confirm that", "I have been unable to verify": said in the first person. */
function notConfirmed(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  if (!clause.verb.negated || clause.verb.passive || clause.verb.modal === null || clause.subject === null) return null;
  if (!CONFIRM.has(lemmaAt(analysis, clause.verb.verb)) || !/^(?:can|ca|could)$/.test(clause.verb.modal)) return null;
  if (!/^(?:i|we)$/.test(tokenAt(analysis, clause.subject.head).lower)) return null;
  return {
    rule: "silence",
    first: clause.subject.first,
    asks: { first: clause.verb.last, last: at.sentence.last },
    holder: clause.subject,
  };
}

/** "neither confirmed nor denied the report". */
function neither(place: Place): Reading | null {
  const { scene, at, clause } = place;
  const { analysis } = scene;
  if (!CONFIRM.has(lemmaAt(analysis, clause.verb.verb)) || clause.subject === null || clause.subject.first >= clause.verb.first)
    return null;
  let saw = false;
  for (let token = clause.subject.last; token < clause.verb.verb; token += 1) if (tokenAt(analysis, token).lower === "neither") saw = true;
  for (let token = clause.subject.last; token < clause.verb.verb; token += 1)
    if (saw && tokenAt(analysis, token).lower === "nor") return null;
  const nor = at.phrases.some(
    (phrase) => phrase.first >= clause.verb.last && phrase.first <= clause.verb.last + 6 && tokenAt(analysis, phrase.first).lower === "nor",
  );
  if (!saw || !nor) return null;
  return {
    rule: "silence",
    first: clause.subject.first,
    asks: { first: clause.verb.verb, last: at.sentence.last },
    holder: clause.subject,
  };
}

/** "if anyone knows where the bus went": who asks does not know. */
export function anybodyKnowing(place: Place): Reading | null {
  const { scene, at, clause } = place;
  if (clause.subject === null || lemmaAt(scene.analysis, clause.verb.verb) !== "know") return null;
  const who = tokenAt(scene.analysis, clause.subject.head).lower;
  const bids = clause.opener === "if" && /^(?:anyone|anybody|someone|somebody|you)$/.test(who);
  if (!bids && !(isAsked(scene, at) && /^(?:anyone|anybody)$/.test(who))) return null;
  const asking = askingAfter(place, clause.verb.last);
  if (asking === null) return null;
  let last = asking;
  while (last < at.sentence.last && tokenAt(scene.analysis, last).text !== ",") last += 1;
  return {
    rule: "unknown",
    first: Math.max(at.sentence.first, bids ? clause.first - 1 : clause.verb.first),
    asks: { first: asking, last },
    last,
    holder: null,
  };
}
