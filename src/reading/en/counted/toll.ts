/** Tolls: what "the death toll", "the number of …" and "the dead include …" make a number count. */
import { tokenAt } from "../../../language/token.ts";
import type { Of } from "../../../model/figure.ts";
import type { EventType, Unit } from "../../../model/words.ts";
import type { Act } from "../acts.ts";
import type { Clause } from "../clauses.ts";
import { peopleWords, tolls, unitByEvent, unitByNoun } from "../lexicon.ts";
import type { Quantity } from "../quantities.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { endingIn, lemmaAt, lookup, textOf } from "../words.ts";
import { skipArticle } from "./noun.ts";
import { groupOf, THINGS } from "./of.ts";
import { toldOf } from "./predicate.ts";
import { eventByUnit } from "./unit.ts";

type Tokens = Pick<Stage, "analysis">;

/** What a toll or a "number of …" counts. */
export interface Toll {
  /** null when it counts what was counted before ("the real figure"). */
  readonly unit: Unit | null;
  readonly event: EventType | null;
  readonly noun: string;
  readonly first: number;
  readonly last: number;
  readonly of: readonly Of[];
}

/** "the number of injured officers": which of them, from the words after "of". */
function tollGroup(stage: Tokens, stretch: Stretch, head: number): readonly Of[] {
  if (stretch.last <= head + 2) return [];
  const label = { first: skipArticle(stage, head + 1, stretch.last), last: stretch.last };
  const group = groupOf(stage, label);
  if (group === null || (label.last - label.first === 1 && unitByNoun.has(lemmaAt(stage.analysis, label.first)))) return [];
  return [{ group, label: textOf(stage.analysis, label) }];
}

/** Nouns whose number is the number of something else. */
const FIGURES: ReadonlySet<string> = new Set(["number", "total", "count", "figure", "tally", "toll", "estimate", "balance", "sum"]);
/** Verbs by which such a noun has its number. */
const AMOUNTS =
  /^(?:rise|grow|reach|stand|climb|be|exceed|fall|amount|come|increase|drop|jump|hit|total|number|surpass|decline|remain|revise|raise|put|pass|go|set|estimate|have|cross|top|approach|near|double|become)$/;
/** Verbs by which a noun of people has its number without "the number of". */
const NUMBERS: ReadonlySet<string> = new Set(["number", "total", "be", "amount", "come", "reach", "exceed", "put", "estimate"]);
const PUTS = /^(?:bring|take|push|drive|lift|put|estimate|set|place|revise|raise|lower|correct|update)$/;

/** "The death toll rose to 225", "the number of detainees reached 612", "put the number of victims at 4,578": subject or object tell what the number counts. */
export function tollOf(stage: Tokens, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Toll | null {
  const before = ofToll(stage, at, acts, quantity);
  if (before !== null) return before;
  const clause = at.clauses
    .filter((candidate) => candidate.verb.first < quantity.first && quantity.first < candidate.last + 2)
    .filter((candidate) => candidate.subject !== null || candidate.object !== null)
    .at(-1);
  if (clause === undefined) return null;
  const verb = lemmaAt(stage.analysis, clause.verb.verb);
  const put = clause.object !== null && PUTS.test(verb) ? tollIn(stage, at, acts, clause.object, clause.object.head) : null;
  if (put !== null || clause.subject === null || !AMOUNTS.test(verb)) return put;
  const subject = { first: clause.subject.first, last: Math.max(clause.subject.last, subjectEnd(at, clause)) };
  const toll = tollIn(stage, at, acts, subject, clause.subject.head);
  if (toll !== null || !NUMBERS.has(verb)) return toll;
  if (verb === "be" && quantity.first !== clause.verb.last) return null;
  // "The dead already number 26", "The affected are 120", "Insurgent dead were put at 60 to 70"
  const unit = endingIn(stage.analysis, clause.subject.first, clause.subject.last, unitByNoun);
  const noun = lemmaAt(stage.analysis, clause.subject.last - 1);
  return unit === null || (verb === "be" && THINGS.has(unit) && unit !== "cases")
    ? null
    : { unit, event: eventByUnit[unit] ?? null, noun, first: subject.first, last: subject.last, of: [] };
}

/** "The official toll of 118", "a total of 40". */
function ofToll(stage: Tokens, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Toll | null {
  const of = quantity.first - 1;
  if (of <= at.sentence.first || tokenAt(stage.analysis, of).lower !== "of") return null;
  const phrase = at.phrases.find(({ last }) => last === of);
  return phrase?.type === "noun" && FIGURES.has(lemmaAt(stage.analysis, phrase.head)) ? tollIn(stage, at, acts, phrase, phrase.head) : null;
}

/** What the number of a toll counts; `unit` is null for a bare "the figure", which counts what was counted before. */
function tollIn(stage: Tokens, at: SceneSentence, acts: readonly Act[], party: Stretch, head: number): Toll | null {
  const shared = { first: party.first, last: party.last, of: tollGroup(stage, party, head) };
  const named = lookup(stage.analysis, party, tolls);
  if (named !== null) return { ...shared, unit: named, event: named === "dead" ? "death" : null, noun: "toll" };
  const noun = lemmaAt(stage.analysis, head);
  if (!FIGURES.has(noun)) return null;
  const act = acts.find(
    (candidate) => candidate.first >= party.first && candidate.first < party.last && unitByEvent[candidate.type] !== undefined,
  );
  const counted = { first: Math.min(head + 2, party.last), last: party.last };
  const told =
    counted.last > counted.first
      ? (toldOf(stage, at, { extent: counted, after: counted.last, none: false, things: false })?.unit ?? null)
      : null;
  const unit =
    told ?? (act === undefined ? null : unitByEvent[act.type]) ?? lookup(stage.analysis, party, unitByNoun) ?? peopleIn(stage, counted);
  return { ...shared, unit, event: act?.type ?? (unit === null ? null : (eventByUnit[unit] ?? null)), noun };
}

/** "The number of people waiting": people of no unit. */
function peopleIn(stage: Tokens, stretch: Stretch): Unit | null {
  for (let at = stretch.first; at < stretch.last; at += 1) if (peopleWords.has(lemmaAt(stage.analysis, at))) return "other";
  return null;
}

function subjectEnd(at: SceneSentence, clause: Clause): number {
  return at.phrases[clause.index]?.first ?? clause.verb.first;
}

const COMPARED =
  /(?:^|\s)(?:(?:up|down|increase|rise|drop|fall|risen|rising|fallen|falling|increasing) from|(?:as )?(?:compared|opposed) (?:with|to)|against|rather than|instead of|(?<!was |were |did |are |is )not|and not)$/;

/** "up from 31", "compared with 12", "not 2": a bare number set beside another one counts the same. */
export function isCompared(stage: Tokens, at: SceneSentence, quantity: Quantity): boolean {
  const from = Math.max(at.sentence.first, quantity.first - 3);
  if (quantity.first === at.sentence.first || quantity.form === "none") return false;
  return COMPARED.test(textOf(stage.analysis, { first: from, last: quantity.first }).toLowerCase());
}

/** The unit of the whole in "the dead include four teenagers" and "among the detained were two minors"; null elsewhere. */
export function includingUnit(stage: Tokens, at: SceneSentence, quantity: Quantity): Unit | null {
  const clause = at.clauses.find(
    (candidate) =>
      candidate.verb.first < quantity.first &&
      candidate.subject !== null &&
      /^(?:include|number|comprise)$/.test(lemmaAt(stage.analysis, candidate.verb.verb)),
  );
  if (clause?.subject != null && quantity.first < clause.last + 8) return wholeUnit(stage, clause.subject);
  const opener = tokenAt(stage.analysis, at.sentence.first).lower;
  const verb = at.clauses[0]?.verb;
  if (opener !== "among" || verb === undefined || quantity.first < verb.first || at.phrases[1]?.type !== "noun") return null;
  return lemmaAt(stage.analysis, verb.verb) === "be" ? wholeUnit(stage, at.phrases[1]) : null;
}

function wholeUnit(stage: Tokens, whole: Stretch): Unit | null {
  const word = tokenAt(stage.analysis, whole.last - 1).lower;
  const unit = unitByNoun.get(word) ?? unitByNoun.get(lemmaAt(stage.analysis, whole.last - 1)) ?? null;
  return unit === "cases" || unit === "places" || unit === "buildings" ? null : unit;
}

/** "Two died on Monday and three on Tuesday": the verb is not said again; the number counts as the one before does. */
export function isGapped(stage: Tokens, at: SceneSentence, quantity: Quantity): boolean {
  if (quantity.first - 2 < at.sentence.first || quantity.last + 1 >= at.sentence.last || quantity.form === "none") return false;
  const before = tokenAt(stage.analysis, quantity.first - 1);
  const link = tokenAt(stage.analysis, quantity.last);
  if (!/^(?:and|,)$/.test(before.lower) || !/^(?:on|in|at|near)$/.test(link.lower)) return false;
  const next = tokenAt(stage.analysis, quantity.last + 1);
  return (
    at.times.some((time) => time.start <= next.start && next.start < time.end) ||
    at.places.some((place) => place.first <= next.at && next.at < place.last)
  );
}
