/** What a number counts: the noun, its unit, which group, and the event that makes it a count of the dead, the detained or the charged. */
import type { Of } from "../../model/figure.ts";
import type { EventType, Unit } from "../../model/words.ts";
import type { Act } from "./acts.ts";
import type { Clause } from "./clauses.ts";
import { nounOf } from "./counted/noun.ts";
import { groupOf, ofWords, predicateOf, SUFFERED, THINGS } from "./counted/of.ts";
import { labelOf } from "./counted/label.ts";
import { includingUnit, isCompared, isGapped, tollOf } from "./counted/toll.ts";
import { mistaken, toldOf } from "./counted/predicate.ts";
import type { Noun } from "./counted/noun.ts";
import { actAlongWith, actOn, actUnit, attribute, clauseOf, covers, eventByUnit, eventFor, eventOfNoun } from "./counted/unit.ts";
import { classifiers, measureWords, moneyWords, peopleWords, unitByEvent, unitByNoun } from "./lexicon.ts";
import { isPeople } from "./people.ts";
import type { Quantity } from "./quantities.ts";
import predicates from "../lexicons/en/predicates.json" with { type: "json" };
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import type { Stretch } from "./words.ts";
import type { Token } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { endingIn, lemmaAt, textOf } from "./words.ts";

type Stage = Pick<Scene, "analysis">;

/** A quantity in its sentence, with the noun it counts. */
interface Case {
  readonly stage: Stage;
  readonly at: SceneSentence;
  readonly quantity: Quantity;
  readonly noun: Noun;
  /** Lemma of the head noun, or null. */
  readonly head: string | null;
  readonly clause: Clause | null;
  readonly act: Act | null;
  /** The unit that the sentence gives them, or null. */
  readonly told: Unit | null;
  /** What the heading over the line counts, or null. */
  readonly heading: Unit | null;
}

export interface Counted {
  readonly unit: Unit;
  readonly event: EventType | null;
  /** Lemma of the noun as said; null when the text leaves it out. */
  readonly noun: string | null;
  readonly of: readonly Of[];
  /** Tokens of number and noun together. */
  readonly extent: Stretch;
  /** The act whose patient it is, or null. */
  readonly act: Act | null;
  readonly clause: Clause | null;
  /** True when the sentence itself says what became of those counted. */
  readonly told: boolean;
  /** True when the noun was left out or is a pronoun: the unit is then the whole's. */
  readonly elliptic: boolean;
  readonly rule: string;
}

/** What a quantity counts, or null when it counts nothing a record would keep (measures, distances, ages). `heading` is the unit of the list it stands in. */
export function countedBy(stage: Stage, at: SceneSentence, acts: readonly Act[], quantity: Quantity, heading: Unit | null): Counted | null {
  const noun = nounOf(stage, at, quantity);
  if (noun === null) return null;
  const verbal = noun.head === null ? null : mistaken(stage, at, quantity.last);
  if (verbal !== null) return mistakenFor(stage, at, quantity, noun, verbal);
  const head = noun.head === null ? null : lemmaAt(stage.analysis, noun.head);
  const after = noun.head === null ? noun.extent.last : noun.head + 1;
  const ofThings =
    head !== null &&
    !isPeople(head) &&
    THINGS.has(unitByNoun.get(head) ?? "cases") &&
    (noun.label === null || groupOf(stage, noun.label) === null);
  const told = toldOf(stage, at, { extent: noun.extent, after, none: quantity.form === "none", things: ofThings })?.unit ?? null;
  const of: Case = { stage, at, quantity, noun, head, clause: clauseOf(at, noun.extent), act: actOn(acts, noun.extent), told, heading };
  if (quantity.currency !== null || (head !== null && moneyWords.has(head))) return built(of, { unit: "money", act: null, rule: "money" });
  if (isCompared(stage, at, quantity) && (head === null || measureWords.has(head)))
    return built(of, { unit: "other", act: null, elliptic: true, rule: "compared", extent: quantity });
  if (head === null) return bare(of, acts);
  if (measureWords.has(head) || MONTH.test(head)) return null;
  return alongWith(of, acts) ?? included(of) ?? people(of, head) ?? things(of, head);
}

/** "Seven suffered gunshot wounds": the number alone counts, the rest is said of it. */
function mistakenFor(stage: Stage, at: SceneSentence, quantity: Quantity, noun: Noun, unit: Unit): Counted {
  const extent = { first: quantity.first, last: noun.extent.last };
  const event = eventByUnit[unit] ?? null;
  return { unit, event, noun: null, of: [], extent, act: null, clause: null, told: true, elliptic: false, rule: "en.figure.pronoun" };
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

function built(of: Case, said: Partial<Counted> & Pick<Counted, "unit" | "rule">): Counted {
  const { noun, head, clause, act } = of;
  return {
    extent: noun.extent,
    noun: head,
    clause,
    event: null,
    of: [],
    act,
    told: of.told !== null,
    elliptic: false,
    ...said,
    rule: `en.figure.${said.rule}`,
  };
}

/** "… died, along with two children". */
function alongWith(of: Case, acts: readonly Act[]): Counted | null {
  const along = actAlongWith(of.stage, acts, of.at, of.noun.extent);
  if (along === null) return null;
  const unit = unitByEvent[along.type] ?? "other";
  return built(of, { unit, event: along.type, of: ofWords(of.stage, of.noun, unit), clause: null, act: null, rule: "along-with" });
}

/** "The dead include four teenagers", "among the detained were two minors": the unit is that of the whole named beside it. */
function included(of: Case): Counted | null {
  const unit = includingUnit(of.stage, of.at, of.quantity);
  if (unit === null) return null;
  return built(of, { unit, event: eventByUnit[unit] ?? null, of: ofWords(of.stage, of.noun, unit), act: null, rule: "included" });
}

/** A number without a noun: a line of a list, a toll, a comparison, a share of what was counted before. */
function bare(of: Case, acts: readonly Act[]): Counted | null {
  const { stage, at, quantity, noun, clause, act } = of;
  if (!noun.pronoun) {
    if (isMoney(of)) return built(of, { unit: "money", act: null, rule: "money" });
    if (isGapped(stage, at, quantity)) return built(of, { unit: "other", act: null, elliptic: true, rule: "gapped" });
    const said = listed(of) ?? tolled(of, acts);
    if (said !== null) return said;
    // "put the number at 700": which number is said before.
    if (isNumberOfBefore(stage, clause)) return built(of, { unit: "other", act: null, elliptic: true, rule: "compared" });
  }
  const own = of.told ?? actUnit(stage, act) ?? (isNoneOfThem(of) ? "other" : null);
  if (noun.pronoun || (own !== null && (quantity.form === "none" || act !== null || clause !== null || of.told !== null))) {
    const which = noun.label === null ? predicateOf(stage, clause, noun) : ofWords(stage, noun, "other");
    const event = own === null ? null : (act?.type ?? eventByUnit[own] ?? null);
    return built(of, {
      unit: own ?? "other",
      event,
      of: which,
      told: own !== null,
      elliptic: own === null || noun.pronoun,
      rule: own === null ? "ellipsis" : "pronoun",
    });
  }
  if (quantity.form === "vague" || quantity.form === "none" || !standsAlone(of)) return null;
  return built(of, { unit: "other", of: predicateOf(stage, clause, noun), act: null, elliptic: true, rule: "ellipsis" });
}

/** "None had been allowed to telephone": of those spoken of before, for whom something was or was not done. */
function isNoneOfThem({ stage, quantity, clause }: Case): boolean {
  if (quantity.form !== "none" || tokenAt(stage.analysis, quantity.first).lower !== "none") return false;
  return (
    clause?.subject != null &&
    clause.subject.first <= quantity.first &&
    quantity.first < clause.subject.last &&
    (clause.verb.passive || clause.verb.past)
  );
}

const MONEY_VERBS: ReadonlySet<string> = new Set(predicates.money);

/** "allocated 30 million for repairs", "bail of 3,000": a sum whose coin is not said. */
function isMoney({ stage, at, quantity, clause, told }: Case): boolean {
  if (told === "money") return true;
  const value = quantity.amount.best ?? quantity.amount.min ?? quantity.amount.max ?? 0;
  if (clause === null || value < 10_000 || quantity.first < clause.verb.last || quantity.first > clause.verb.last + 1) return false;
  return MONEY_VERBS.has(lemmaAt(stage.analysis, clause.verb.verb)) && quantity.last < at.sentence.last;
}

/** "Wounded: at least 20", "Wounded – 20", "Varn: 31" under a heading that counts arrests. */
function listed(of: Case): Counted | null {
  const label = labelOf(of.stage, of.at, of.quantity);
  if (label?.end !== of.quantity.first || of.quantity.form === "vague") return null;
  const own = label.unit !== null && (of.heading === null || THINGS.has(of.heading) || !THINGS.has(label.unit)) ? label.unit : null;
  const heading = label.open || label.of.length > 0 ? of.heading : null;
  const told = (own === null || THINGS.has(own)) && isToldOn(of) ? of.told : null;
  const unit = told ?? own ?? heading ?? (label.of.length > 0 || !label.open ? "other" : null);
  const extent = { first: label.words.first, last: of.quantity.last };
  return built(of, {
    unit: unit ?? "other",
    event: unit === null ? null : (eventByUnit[unit] ?? null),
    noun: label.noun,
    of: label.of,
    extent,
    act: null,
    elliptic: (unit ?? "other") === "other",
    rule: "listed",
  });
}

/** What follows the number of an entry is said of it ("Dorm 4: 61 taken"), unless a comma or a bracket stands between ("Varn: 88, of whom 61 released"). */
function isToldOn({ stage, at, quantity }: Case): boolean {
  return quantity.last < at.sentence.last && !/^[,;(]$/.test(tokenAt(stage.analysis, quantity.last).text);
}

/** "The toll rose to 31", "our own count is 103". */
function tolled(of: Case, acts: readonly Act[]): Counted | null {
  const toll = tollOf(of.stage, of.at, acts, of.quantity);
  if (toll === null) return null;
  const extent = { first: Math.min(toll.first, of.quantity.first), last: Math.max(of.quantity.last, toll.last) };
  const { unit, event, noun } = toll;
  return built(of, { unit: unit ?? "other", event, noun, of: toll.of, extent, act: null, elliptic: unit === null, rule: "toll" });
}

/** "287 in the gym, 108 in the church": a number after another one, told apart only by where they are or what they are like. */
function isSequel(stage: Stage, at: SceneSentence, quantity: Quantity): boolean {
  const { analysis } = stage;
  if (quantity.first <= at.sentence.first || quantity.last >= at.sentence.last || quantity.form === "none") return false;
  if (!at.quantities.some(({ last }) => last <= quantity.first)) return false;
  const before = tokenAt(analysis, quantity.first - 1).lower;
  return (
    /^(?:,|and|:|\(|–|whom|which|them)$/.test(before) &&
    /^(?:in|at|from|with|under|on|near|of|for|without|to|by|inside|outside|among|aboard|after|before|since|elsewhere|there|here|abroad)$/.test(
      tokenAt(analysis, quantity.last).lower,
    )
  );
}

/** Verbs whose bare number counts what was counted before: "we counted 14", "the commission has received 214". */
const COUNTING =
  /^(?:count|admit|receive|register|record|report|confirm|acknowledge|recognise|recognize|find|see|document|list|claim|give|name|estimate|speak|reach|number|make|get|say)$/;

/** "The council speaks of ten thousand". */
const SPEAKING = /^(?:speak|talk|tell|know|hear|write)$/;

/** A bare number that is the subject or object of a clause, the predicate of "we are", or a whole answer. */
function standsAlone({ at, stage, quantity, clause }: Case): boolean {
  const { analysis } = stage;
  if (isSequel(stage, at, quantity)) return true;
  const next = quantity.last < at.sentence.last ? tokenAt(analysis, quantity.last) : null;
  const before = quantity.first > at.sentence.first ? tokenAt(analysis, quantity.first - 1) : null;
  if (clause === null || at.clauses.length === 0) return isFragment(timed(at, before) ? null : before, next);
  if (next?.tag === "NOUN") return false;
  // "Box 322", "to six", "a soldier, 20, was": a name, a score, an age.
  const spoken = before?.lower === "of" && SPEAKING.test(lemmaAt(analysis, clause.verb.verb)) && quantity.first === clause.verb.last + 1;
  if (spoken) return true;
  if (before !== null && (/^(?:NOUN|PROPN|ADP)$/.test(before.tag) || before.lower === "to")) return false;
  if (before?.text === "," && next?.text === ",") return false;
  const { verb, subject } = clause;
  if (verb.form !== "finite") return false;
  if (subject !== null && subject.first <= quantity.from && quantity.from < subject.last && quantity.last >= subject.last) return true;
  if (verb.first >= quantity.first || quantity.first > verb.last + 1) return false;
  const lemma = lemmaAt(analysis, verb.verb);
  if (subject === null) return false;
  const { lower, tag } = tokenAt(analysis, subject.head);
  if (lemma === "be") return /^(?:we|they|there|us|it|that|this)$/.test(lower);
  // "he gave 90 for himself", "she made two": what one person does with a number is no count.
  return COUNTING.test(lemma) && !(/^(?:give|make|get|find)$/.test(lemma) && tag === "PRON");
}

/** "02:45 Five now": the time at the head of an entry. */
function timed(at: SceneSentence, before: Token | null): boolean {
  return before !== null && at.times.some(({ start, end }) => start <= before.start && before.end <= end + 1);
}

/** "Eleven from our village.", "In Ost, two.", "14 there": a number with at most a place or a time beside it, in a sentence without a verb. */
function isFragment(before: Token | null, next: Token | null): boolean {
  if (before !== null && !/^(?:[,:;–—"“]|-|and|but|maybe|perhaps|now|then|only|just|here|there|another)$/.test(before.lower)) return false;
  return (
    next === null ||
    /^[.,;!?"”)]$/.test(next.text) ||
    /^(?:ADP|SCONJ|ADV|PART)$/.test(next.tag) ||
    /^(?:there|here|now|that|more)$/.test(next.lower)
  );
}

function people(of: Case, head: string): Counted | null {
  const { stage, noun, clause, act } = of;
  const nounUnit = unitOfNoun(of);
  const isThing = nounUnit !== null && THINGS.has(nounUnit);
  const named = isPeople(head) || classifiers.has(head) || (noun.label !== null && groupOf(stage, noun.label) !== null);
  const done = act !== null && SUFFERED.has(act.type) && act.form === "passive";
  const suffers = nounUnit === null && (done || of.told !== null);
  if (isThing || !(named || suffers || nounUnit === "participants" || nounUnit === "troops")) return null;
  const unit =
    soldiers(of, of.told) ?? actUnit(stage, act) ?? attribute(stage, noun) ?? putAt(of, head, nounUnit) ?? inList(of, nounUnit) ?? "other";
  const event = eventFor(unit, act, nounUnit);
  return built(of, { unit, event, of: ofWords(stage, noun, unit, clause), rule: act === null ? "noun" : act.form });
}

/** "Still in custody: 4 dockers, 1 student": the label or the heading says what the people of a list are counted as, unless their noun does. */
function inList(of: Case, own: Unit | null): Unit | null {
  if (own !== null && own !== "troops" && own !== "participants") return own;
  const label = labelOf(of.stage, of.at, of.quantity)?.unit ?? null;
  return (label !== null && !THINGS.has(label) ? label : null) ?? (of.clause === null ? of.heading : null) ?? own;
}

/** "put the number of wounded at eleven persons": plain people after a toll are what it counts. */
function putAt({ stage, at, quantity }: Case, head: string, own: Unit | null): Unit | null {
  if (own !== null || !peopleWords.has(head)) return null;
  return tollOf(stage, at, at.acts, quantity)?.unit ?? null;
}

/** Police who gather or block a road take part in nothing: they are troops. */
function soldiers({ stage, noun }: Case, told: Unit | null): Unit | null {
  return told === "participants" && noun.label !== null && groupOf(stage, noun.label) === "security" ? "troops" : told;
}

/** The object or subject is a bare "the number", "the figure", "the toll". */
function isNumberOfBefore(stage: Stage, clause: Clause | null): boolean {
  const object = clause?.object ?? null;
  if (clause === null || object === null || !/^(?:put|estimate|set|place)$/.test(lemmaAt(stage.analysis, clause.verb.verb))) return false;
  return object.last - object.first <= 2 && /^(?:number|figure|total|count)$/.test(lemmaAt(stage.analysis, object.head));
}

/** The unit that the noun itself names: the longest run of words that ends with its head ("criminal cases", but not the buses in "bus drivers"). */
function unitOfNoun({ stage, quantity, noun }: Case): Unit | null {
  const last = noun.head === null ? noun.extent.last : noun.head + 1;
  return endingIn(stage.analysis, Math.max(quantity.last, noun.extent.first), last, unitByNoun);
}

function things(of: Case, head: string): Counted {
  const { stage, noun, clause, act } = of;
  const own = unitOfNoun(of);
  // "Four of the wounded have died": of a state, the sentence tells what has become.
  const unit = own !== null && of.told !== null && !THINGS.has(own) && isPartitive(of) ? of.told : own;
  if (unit === null && isCoin(of)) return built(of, { unit: "money", act: null, rule: "money" });
  if (unit === null) return built(of, { unit: "other", event: act?.type ?? null, of: ofWords(stage, noun, "other"), rule: "other" });
  const event = act?.type ?? eventOfNoun(head);
  const involved = unit === "cases" ? involvedIn(of) : null;
  return built(of, { unit, event, of: involved ?? ofWords(stage, noun, unit, clause), rule: "thing" });
}

/** "pledged 5 million tanga to each family", "compensation of 400 velas": a noun that no list has, where money is spoken of, is a coin. */
function isCoin({ stage, at, quantity, noun, clause }: Case): boolean {
  const { analysis } = stage;
  const before = quantity.first - 2;
  if (before >= at.sentence.first && tokenAt(analysis, quantity.first - 1).lower === "of" && SUM_NOUNS.has(lemmaAt(analysis, before)))
    return true;
  const paid = clause !== null && clause.verb.last <= quantity.first && MONEY_VERBS.has(lemmaAt(analysis, clause.verb.verb));
  const value = quantity.amount.best ?? quantity.amount.min ?? quantity.amount.max ?? 0;
  const end = noun.head === null ? noun.extent.last : noun.head + 1;
  const shared = end < at.sentence.last && SHARES.has(tokenAt(analysis, end).lower);
  return paid && (shared || (value >= 1_000_000 && noun.head === quantity.last));
}

const SUM_NOUNS: ReadonlySet<string> = new Set(predicates.of.money);
/** Words after a sum: "each", "per family", "in damages". */
const SHARES: ReadonlySet<string> = new Set(predicates.sums);

/** "four of the wounded", "two of those detained". */
function isPartitive({ stage, at, quantity }: Case): boolean {
  return (
    quantity.last + 1 < at.sentence.last &&
    tokenAt(stage.analysis, quantity.last).lower === "of" &&
    /^(?:the|these|those|his|her|our|their|its)$/.test(tokenAt(stage.analysis, quantity.last + 1).lower)
  );
}

/** "45 cases involved acts of terrorism": what the cases are about is which of them. */
function involvedIn({ stage, noun, clause }: Case): readonly Of[] | null {
  if (clause?.object == null || !covers(clause.subject, noun.extent)) return null;
  if (!/^(?:involve|concern|relate|cover)$/.test(lemmaAt(stage.analysis, clause.verb.verb))) return null;
  return [{ group: null, label: textOf(stage.analysis, clause.object) }];
}
