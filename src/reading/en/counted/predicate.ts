/** What is said of those who are counted: the verb whose subject or object they are, the state they are in, what they have. */
import type { Analysis } from "../../../language/token.ts";
import { tokenAt } from "../../../language/token.ts";
import type { Unit } from "../../../model/words.ts";
import predicates from "../../lexicons/en/predicates.json" with { type: "json" };
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt } from "../words.ts";
import { ofComplement, ofNoun, ofObject } from "./object.ts";
import type { View } from "./sayings.ts";
import { DONE, follows, HAD, reachOf, STATES, stops, UNDERGONE, unitAround, unitAt, unitIn } from "./sayings.ts";
import { COPULAS, HAVING, ofSubject, participle } from "./subject.ts";

type Tokens = Pick<Stage, "analysis">;

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
