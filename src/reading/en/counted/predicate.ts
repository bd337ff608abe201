/** What is said of those who are counted: the verb whose subject or object they are, the state they are in, what they have. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import type { Clause } from "../clauses.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Nominal } from "../nominals.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { groupWords, partyWords } from "../lexicon.ts";
import { isPeopleAt } from "../people.ts";
import { lemmaAt, lookup } from "../words.ts";
import type { View } from "./sayings.ts";
import {
  AGAINST,
  DONE,
  follows,
  FOR,
  HAD,
  NEGATED,
  OF,
  reachOf,
  sayingAt,
  STATES,
  stops,
  UNDERGONE,
  unitAround,
  unitAt,
  unitIn,
} from "./sayings.ts";

type Tokens = Pick<Stage, "analysis">;

const COPULAS: ReadonlySet<string> = new Set(["be", "remain", "stay", "lie", "go", "feel", "get", "become", "end", "keep", "seem"]);
const HAVING: ReadonlySet<string> = new Set([
  "have",
  "suffer",
  "receive",
  "sustain",
  "get",
  "show",
  "bear",
  "display",
  "incur",
  "obtain",
  "carry",
]);
/** "had broken fingers" is tagged as a perfect. */
const BROKEN: ReadonlySet<string> = new Set(["break", "burn", "bruise", "fracture", "sprain"]);
/** "are feared dead", "was reported missing": the verb only passes on the state after it. */
const PASSING: ReadonlySet<string> = new Set(predicates.passing);

/** What is counted is the nominal itself or one of its coordinated members, not what stands in it after "of" or "by". */
function isParty(analysis: Analysis, nominal: Nominal | null, extent: Stretch): boolean {
  if (nominal === null || nominal.first >= extent.last || extent.first >= nominal.last) return false;
  if (extent.first <= nominal.first) return true;
  for (let at = extent.first - 1; at >= nominal.first; at -= 1) {
    const { lower, tag } = tokenAt(analysis, at);
    if (lower === "and" || lower === "or" || lower === ",") return true;
    if (lower === "of" || tag === "ADP") return false;
    if (tag === "NOUN" || tag === "PROPN") return false;
  }
  return true;
}

/** What a clause says of its subject. */
function ofSubject(view: View, clause: Clause, denied: boolean): Unit | null {
  const { analysis } = view;
  const { verb } = clause;
  const end = reachOf(view, verb.verb + 1);
  if (denied) return unitAt(view, NEGATED, verb.verb, end, 5);
  const lemma = lemmaAt(analysis, verb.verb);
  const opener = lemmaAt(analysis, verb.first);
  if (verb.passive) {
    const passed = PASSING.has(lemma) ? passedOn(view, verb.verb + 1, end) : null;
    return (
      passed ?? unitAt(view, UNDERGONE, verb.verb, end, 5) ?? unitIn(view, STATES, verb.verb, end) ?? withInjury(view, verb.verb + 1, end)
    );
  }
  if (HAVING.has(lemma) || (opener === "have" && BROKEN.has(lemma))) {
    const had = unitIn(view, HAD, verb.first + 1, end);
    if (had !== null) return had;
  }
  const done = sayingAt(view, DONE, verb.verb, end, 5);
  // A bare participle after its noun is what was done to it ("61 admitted to us"), unless more words say what they did ("those who sought help").
  const bare = verb.past && verb.last - verb.first === 1 && clause.object === null;
  const undergone = bare ? sayingAt(view, UNDERGONE, verb.verb, end, 5) : null;
  const told = undergone !== null && undergone.rest.length >= (done?.rest.length ?? 0) ? undergone : done;
  // "find themselves in intensive care"
  const reflexive = verb.last < end && tokenAt(analysis, verb.last).lower.endsWith("selves");
  const state = COPULAS.has(lemma) || reflexive ? (unitIn(view, STATES, verb.verb, end) ?? takenForNoun(view, verb.last, end)) : null;
  return told?.unit ?? state ?? withInjury(view, verb.verb + 1, end);
}

/** "have been rescued": a participle that the tagger took for a noun or an adjective. */
function takenForNoun(view: View, from: number, end: number): Unit | null {
  if (from >= end) return null;
  const { lower, tag } = tokenAt(view.analysis, from);
  return lower.endsWith("ed") && tag !== "VERB" ? unitAt(view, UNDERGONE, from, end, 5) : null;
}

/** "feared trapped", "reported killed", "believed to have drowned". */
function passedOn(view: View, from: number, end: number): Unit | null {
  for (let at = from; at < end && at < from + 4; at += 1) {
    const { tag } = tokenAt(view.analysis, at);
    const told = unitAt(view, STATES, at, end, 3) ?? (tag === "VERB" || tag === "ADJ" ? participle(view, at, end) : null);
    if (told !== null) return told;
  }
  return null;
}

function participle(view: View, at: number, end: number): Unit | null {
  return unitAt(view, UNDERGONE, at, end, 4) ?? unitAt(view, DONE, at, end, 4);
}

/** "came away with broken bones". */
function withInjury(view: View, from: number, end: number): Unit | null {
  for (let at = from; at < end; at += 1) if (tokenAt(view.analysis, at).lower === "with") return unitIn(view, HAD, at + 1, end);
  return null;
}

/** "the remains of six persons", "a warrant for nine officers": the noun before "of" or "for" says what they are counted as. */
function ofNoun(view: View, sentence: Stretch, extent: Stretch): Unit | null {
  const link = extent.first - 1;
  if (link <= sentence.first) return null;
  const { lower } = tokenAt(view.analysis, link);
  if (lower === "of") return unitAt(view, OF, link - 1, link, 0);
  if (lower !== "for") return null;
  const verb = tokenAt(view.analysis, link - 1);
  const noun = verb.tag === "VERB" ? link - 3 : link - 1;
  return noun >= sentence.first ? unitIn(view, FOR, noun, link) : null;
}

/** What a clause says of its object, or of what its preposition governs. */
function ofObject(view: View, clause: Clause, extent: Stretch, denied: boolean): Unit | null {
  const { analysis } = view;
  const { verb } = clause;
  const end = reachOf(view, verb.verb + 1);
  if (clause.subject !== null && tokenAt(analysis, clause.subject.head).lower === "there")
    return denied ? null : unitIn(view, STATES, extent.last, reachOf(view, extent.last));
  if (verb.passive) return null;
  if (denied) return unitAt(view, NEGATED, verb.verb, end, 9);
  const host = hosted(analysis, clause);
  if (host !== null || isHabit(analysis, clause)) return host;
  const told = sayingAt(view, UNDERGONE, verb.verb, end, 9);
  if (told?.ofThings !== true || clause.subject === null || isSomebody(analysis, clause.subject)) return told?.unit ?? null;
  return DISASTERS.has(lemmaAt(analysis, clause.subject.head)) ? "dead" : null;
}

/** "The avalanche took seven": what takes people without being anybody. */
const DISASTERS: ReadonlySet<string> = new Set(predicates.disasters);

/** People, a body of people, or a name: not "the hotline". */
function isSomebody(analysis: Analysis, subject: Nominal): boolean {
  const { tag } = tokenAt(analysis, subject.head);
  if (/^(?:it|this|that|which|one)$/.test(tokenAt(analysis, subject.head).lower)) return false;
  return (
    tag === "PRON" ||
    tag === "PROPN" ||
    groupIn(analysis, subject) !== null ||
    lookup(analysis, subject, partyWords) !== null ||
    isPeopleAt(analysis, subject.head)
  );
}

/** "The boat takes six passengers", "beat two egg whites": the plain present of a thing, or of nobody, tells of nothing that happened. */
function isHabit(analysis: Analysis, { verb, subject }: Clause): boolean {
  const { lower, lemma } = tokenAt(analysis, verb.verb);
  if (verb.form !== "finite" || verb.last - verb.first > 1 || (lower !== lemma && lower !== `${lemma}s`)) return false;
  return subject === null || groupIn(analysis, subject) === null;
}

function groupIn(analysis: Analysis, stretch: Stretch): string | null {
  return lookup(analysis, stretch, groupWords) ?? (tokenAt(analysis, stretch.first).tag === "PRON" ? "person" : null);
}

const HOSTS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(predicates.hosts).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit as Unit] as const)),
);
const HOSTING: ReadonlySet<string> = new Set(predicates.hosting);

/** "The camp holds 19,000", "the hospital is treating 30": whoever is in such a place counts as what the place makes of them. */
function hosted(analysis: Analysis, { verb, subject }: Clause): Unit | null {
  if (subject === null || !HOSTING.has(lemmaAt(analysis, verb.verb))) return null;
  return HOSTS.get(lemmaAt(analysis, subject.head)) ?? HOSTS.get(tokenAt(analysis, subject.head).lower) ?? null;
}

const PARTICLES: ReadonlySet<string> = new Set([
  "up",
  "away",
  "out",
  "off",
  "in",
  "down",
  "into",
  "for",
  "after",
  "at",
  "to",
  "over",
  "on",
]);
const FINDS: ReadonlySet<string> = new Set(["find", "record", "note", "register", "document", "see", "establish"]);
/**
 * What a clause says of those whom a preposition governs: "on 18 persons" after bruises that were found, "by 300 people" after what was done,
 * "to five men" after prison terms, "against two officers" after charges, "up 19 students" after picked.
 */
function ofComplement(view: View, clause: Clause, preposition: string): Unit | null {
  const { analysis } = view;
  const { verb, subject, object } = clause;
  const end = reachOf(view, verb.verb + 1);
  const given = verb.passive ? subject : object;
  if (preposition === "by") {
    if (!verb.passive) return null;
    const had = given !== null && HAVING.has(lemmaAt(analysis, verb.verb)) ? unitIn(view, HAD, given.first, given.last) : null;
    return had ?? unitAt(view, DONE, verb.verb, end, 5);
  }
  if ((preposition === "to" || (verb.passive && preposition === "on")) && given !== null) {
    const had = unitIn(view, HAD, given.first, given.last);
    if (had !== null) return had;
  }
  if (preposition === "against") {
    const brought = given === null ? null : unitIn(view, AGAINST, given.first, given.last);
    // "(c) Proceedings were opened against five": whatever the parse took for the subject.
    return brought ?? unitIn(view, AGAINST, Math.max(clause.first, verb.first - 4), verb.first);
  }
  if (verb.passive && given !== null && (preposition === "on" || preposition === "in"))
    return FINDS.has(lemmaAt(analysis, verb.verb)) ? unitIn(view, HAD, given.first, given.last) : null;
  if (verb.passive || !PARTICLES.has(preposition) || !takes(analysis, verb.verb, preposition)) return null;
  return unitAt(view, UNDERGONE, verb.verb, end, 9);
}

/** The list has the verb with this preposition ("look for"). */
function takes(analysis: Analysis, verb: number, preposition: string): boolean {
  return UNDERGONE.get(lemmaAt(analysis, verb))?.some(({ rest }) => rest.includes(preposition)) ?? false;
}

/** Clauses that hold the counted words; the relative ones last, since the main verb is what is told. */
function inOrderOfWeight(clauses: readonly Clause[]): readonly Clause[] {
  const relative = (clause: Clause): boolean => clause.opener === "who" || clause.opener === "which" || clause.opener === "that";
  return [...clauses.filter((clause) => !relative(clause)), ...clauses.filter(relative)];
}

/** What is asked about the counted words. */
export interface Counting {
  /** The counted phrase. */
  readonly extent: Stretch;
  /** The token after its noun. */
  readonly after: number;
  /** True for "nobody", whose clause is negated by it. */
  readonly none: boolean;
  /** True when its noun names no people. */
  readonly things: boolean;
}

/** The unit that the sentence gives to those counted, and the clause that gives it; null when nothing that the lists know is said of them. */
export function toldOf(
  stage: Tokens,
  at: SceneSentence,
  { extent, after, none, things }: Counting,
): { unit: Unit; clause: Clause | null } | null {
  const { analysis } = stage;
  const view: View = { analysis, last: at.sentence.last, things };
  const named = ofNoun(view, at.sentence, extent);
  if (named !== null) return { unit: named, clause: null };
  for (const clause of inOrderOfWeight(at.clauses)) {
    const denied = clause.verb.negated && !none;
    let unit: Unit | null = null;
    if (isParty(analysis, clause.subject, extent)) unit = ofSubject(view, clause, denied);
    else if (isParty(analysis, clause.object, extent)) unit = ofObject(view, clause, extent, denied);
    else if (!denied) {
      const complement = clause.complements.find(({ noun }) => isParty(analysis, noun, extent));
      if (complement !== undefined) unit = ofComplement(view, clause, complement.preposition);
    }
    if (unit !== null) return { unit, clause };
  }
  const near = nearby(view, at, extent, none) ?? inverted(view, at, extent);
  if (near !== null) return near;
  const beside = besideOf(view, after);
  return beside === null ? null : { unit: beside, clause: null };
}

/**
 * Where the parse gave the verb another subject or none: the verb that follows the number, its "of …", a bracket or an apposition has it as its
 * subject; the verb right before it has it as its object.
 */
function nearby(view: View, at: SceneSentence, extent: Stretch, none: boolean): { unit: Unit; clause: Clause } | null {
  const { analysis } = view;
  const governed = extent.first > at.sentence.first && tokenAt(analysis, extent.first - 1).tag === "ADP";
  const verb = governed ? null : verbAfter(analysis, at, extent.last);
  const after = verb === null ? undefined : at.clauses.find((clause) => clause.verb.first === verb);
  if (after !== undefined && (after.subject === null || after.subject.last <= extent.first || after.subject.first >= extent.last)) {
    const unit = ofSubject(view, after, after.verb.negated && !none);
    if (unit !== null) return { unit, clause: after };
  }
  const before = at.clauses.find((clause) => clause.verb.last === extent.first && clause.object === null);
  if (before === undefined) return null;
  const unit = ofObject(view, before, extent, before.verb.negated);
  return unit === null ? null : { unit, clause: before };
}

/**
 * "In the hospital were delivered 18 persons", "To the square came out some 3,000": the verb stands before those of whom it tells, and what belongs
 * to it before the verb. So do translators put it.
 */
function inverted(view: View, at: SceneSentence, extent: Stretch): { unit: Unit; clause: Clause } | null {
  const { analysis } = view;
  const { first } = at.sentence;
  const clause = at.clauses.findLast(({ verb }) => verb.last <= extent.first);
  if (clause === undefined || clause.verb.negated || extent.first - clause.verb.last > 5) return null;
  const { subject, verb } = clause;
  const object = clause.object !== null && clause.object.first < extent.first;
  const own = subject !== null && subject.last <= verb.first && !isAdverbial(analysis, subject, first);
  if (own && !object && !verb.passive && verb.form === "finite") {
    // "has placed on the wanted list 66 persons"
    const unit = verb.last < extent.first ? unitAt(view, UNDERGONE, verb.verb, extent.first, 5) : null;
    const long = UNDERGONE.get(lemmaAt(analysis, verb.verb))?.some(({ rest, unit: other }) => other === unit && rest.length > 0);
    return unit !== null && long === true ? { unit, clause } : null;
  }
  if (own || object || (!verb.passive && subject === null && verb.first === first && !FRONTED.has(lemmaAt(analysis, verb.verb))))
    return null;
  const around = { first: clause.opener === null ? first : clause.first, last: extent.last };
  const told = verb.passive
    ? (unitAround(view, UNDERGONE, verb.verb, around) ?? withHad(view, verb.first, around))
    : (unitAround(view, DONE, verb.verb, around) ?? (COPULAS.has(lemmaAt(analysis, verb.verb)) ? fronted(view, around, verb.first) : null));
  return told === null ? null : { unit: told, clause };
}

/** A noun after a preposition at the head of the sentence, or "there". */
function isAdverbial(analysis: Analysis, subject: Nominal, first: number): boolean {
  if (tokenAt(analysis, subject.head).lower === "there") return true;
  return subject.first > first && tokenAt(analysis, subject.first - 1).tag === "ADP";
}

/** "Took part in the action 120 persons". */
const FRONTED: ReadonlySet<string> = new Set(["take", "remain", "perish", "participate", "suffer"]);

/** "Destroyed are 62", "Without news remain 12". */
function fronted(view: View, around: Stretch, verb: number): Unit | null {
  return unitIn(view, STATES, around.first, verb) ?? participleAt(view, around.first, verb);
}

/** "To 37 persons aid was rendered" and the like: what was given, before the verb. */
function withHad(view: View, verb: number, around: Stretch): Unit | null {
  return unitIn(view, HAD, around.first, verb);
}

/** The first token of the verb that comes after `from` with nothing between but what belongs to the noun; null when something else stands there. */
function verbAfter(analysis: Analysis, at: SceneSentence, from: number): number | null {
  let index = at.phrases.findIndex((phrase) => phrase.first >= from);
  if (index < 0) return null;
  let close: string | null = null;
  for (let steps = 0; steps < 9; steps += 1, index += 1) {
    const phrase = at.phrases[index];
    if (phrase === undefined) return null;
    const { text, lower } = tokenAt(analysis, phrase.first);
    if (phrase.type === "verb") return close === null ? phrase.first : null;
    if (phrase.type === "noun") {
      if (close === null && !/^(?:of|from|in|at|on|with|aged|under|over)$/.test(tokenAt(analysis, phrase.first - 1).lower)) return null;
      continue;
    }
    if (text === close) close = null;
    else if (close === null && (text === "," || text === "(" || text === "–" || text === "—")) close = text === "(" ? ")" : text;
    else if (close === null && phrase.kind !== "preposition" && phrase.kind !== "other") return null;
    else if (/^(?:[.;:!?]|and|but|who|which|that)$/.test(lower)) return null;
  }
  return null;
}

/** A state, an injury or a participle set right after the noun: "two of them in serious condition", "three with burns", "61 since released". */
function besideOf(view: View, after: number): Unit | null {
  const { analysis, last } = view;
  let end = after;
  while (end < last && end < after + 5) {
    const { lower } = tokenAt(analysis, end);
    if (stops(lower) || lower === "," || lower === "and") break;
    end += 1;
  }
  if (end === after) return null;
  if (tokenAt(analysis, after).lower === "with") return unitIn(view, HAD, after + 1, end);
  return unitIn(view, STATES, after, Math.min(end, after + 3)) ?? participleAt(view, after, end);
}

/** A participle that the parse took for no verb of theirs. */
function participleAt(view: View, first: number, end: number): Unit | null {
  for (let at = first; at < end && at <= first + 1; at += 1) {
    const { tag, lower } = tokenAt(view.analysis, at);
    if ((tag === "VERB" || tag === "ADJ") && !lower.endsWith("ing")) return participle(view, at, end);
  }
  return null;
}

const IRREGULAR: Readonly<Record<string, string>> = predicates.irregular;

/** The verb that a past form at a token is one of; null when it is no verb of the lists. */
function pastOf(analysis: Analysis, at: number): string | null {
  const { lower } = tokenAt(analysis, at);
  const known = (lemma: string): boolean => HAVING.has(lemma) || DONE.has(lemma);
  if (Object.hasOwn(IRREGULAR, lower)) return IRREGULAR[lower] as string;
  if (known(lower)) return lower;
  if (!lower.endsWith("ed")) return null;
  return [lower.slice(0, -2), lower.slice(0, -1)].find(known) ?? null;
}

/**
 * "Seven suffered gunshot wounds", "Eight lost their lives": a verb that the tagger took for a word of the noun, right after a bare number. Only
 * verbs of having, and those whose further words follow.
 */
export function mistaken(stage: Tokens, at: SceneSentence, after: number): Unit | null {
  const { analysis } = stage;
  if (after + 1 >= at.sentence.last) return null;
  const lemma = pastOf(analysis, after);
  if (lemma === null) return null;
  const view: View = { analysis, last: at.sentence.last, things: false };
  const end = reachOf(view, after + 1);
  if (HAVING.has(lemma)) {
    const had = unitIn(view, HAD, after + 1, end);
    if (had !== null) return had;
  }
  return DONE.get(lemma)?.find(({ rest }) => rest.length > 0 && follows(analysis, rest, after + 1, end, 3))?.unit ?? null;
}

/** The unit of a verb alone, as a word before a noun ("detained protesters", "wounded officers"). */
export function unitOfParticiple(lemma: string): Unit | null {
  return UNDERGONE.get(lemma)?.find(({ rest }) => rest.length === 0)?.unit ?? null;
}

/** The unit of the participle at `at` with the words after it ("taken to hospital", "sentenced to death"); null when the lists have no such verb. */
export function toldAt(analysis: Analysis, at: number, last: number): Unit | null {
  return participle({ analysis, last, things: false }, at, last);
}

/** The unit of the first state that stretch of text names ("still in custody"); null when it names none. */
export function stateIn(analysis: Analysis, first: number, last: number): Unit | null {
  return unitIn({ analysis, last, things: false }, STATES, first, last);
}
