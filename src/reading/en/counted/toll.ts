/** Tolls: what "the death toll", "the number of …" and "the dead include …" make a number count. */
import { tokenAt } from "../../../language/token.ts";
import type { Of } from "../../../model/figure.ts";
import type { EventType, Unit } from "../../../model/words.ts";
import type { Act } from "../acts.ts";
import type { Clause } from "../clauses.ts";
import { tolls, unitByEvent, unitByNoun } from "../lexicon.ts";
import type { Quantity } from "../quantities.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, lookup, textOf } from "../words.ts";
import { skipArticle } from "./noun.ts";
import { groupOf } from "./of.ts";
import { eventByUnit } from "./unit.ts";

type Tokens = Pick<Stage, "analysis">;

/** What a toll or a "number of …" counts. */
export interface Toll {
  readonly unit: Unit;
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

/** "The death toll rose to 225", "the number of detainees reached 612": the subject tells what the number counts. */
export function tollOf(stage: Tokens, at: SceneSentence, acts: readonly Act[], quantity: Quantity): Toll | null {
  const clause = at.clauses
    .filter((candidate) => candidate.subject !== null && candidate.verb.first < quantity.first && quantity.first < candidate.last + 2)
    .at(-1);
  if (clause?.subject == null) return null;
  const put = putAt(stage, at, acts, clause);
  if (put !== null) return put;
  const verb = lemmaAt(stage.analysis, clause.verb.verb);
  if (
    !/^(?:rise|grow|reach|stand|climb|be|exceed|fall|amount|come|increase|drop|jump|hit|total|number|surpass|decline|remain|revise|raise|put|pass|go|set|estimate|have)$/.test(
      verb,
    )
  )
    return null;
  const subject = { first: clause.subject.first, last: Math.max(clause.subject.last, subjectEnd(at, clause)) };
  const toll = lookup(stage.analysis, subject, tolls);
  if (toll !== null)
    return {
      unit: toll,
      event: toll === "dead" ? "death" : null,
      noun: "toll",
      first: subject.first,
      last: subject.last,
      of: tollGroup(stage, subject, clause.subject.head),
    };
  const head = lemmaAt(stage.analysis, clause.subject.head);
  if (head !== "number" && head !== "total" && head !== "count" && head !== "figure" && head !== "tally") return null;
  const act = acts.find((candidate) => candidate.first >= subject.first && candidate.first < clause.verb.first);
  const unit = act === undefined ? lookup(stage.analysis, subject, unitByNoun) : (unitByEvent[act.type] ?? null);
  return unit === null
    ? null
    : {
        unit,
        event: act?.type ?? null,
        noun: head,
        first: subject.first,
        last: subject.last,
        of: tollGroup(stage, subject, clause.subject.head),
      };
}

/** "put the number of victims at 4,578": the object tells what the number counts. */
function putAt(stage: Tokens, at: SceneSentence, acts: readonly Act[], clause: Clause): Toll | null {
  if (clause.object === null || !/^(?:put|estimate|set|place|revise|raise|lower)$/.test(lemmaAt(stage.analysis, clause.verb.verb)))
    return null;
  const object = clause.object;
  const toll = lookup(stage.analysis, object, tolls);
  if (toll !== null)
    return {
      unit: toll,
      event: toll === "dead" ? "death" : null,
      noun: "toll",
      first: object.first,
      last: object.last,
      of: tollGroup(stage, object, object.head),
    };
  const head = lemmaAt(stage.analysis, object.head);
  if (head !== "number" && head !== "total" && head !== "count" && head !== "figure" && head !== "tally") return null;
  const act = acts.find(
    (candidate) => candidate.first >= object.first && candidate.first < object.last && unitByEvent[candidate.type] !== undefined,
  );
  const unit = act === undefined ? lookup(stage.analysis, object, unitByNoun) : (unitByEvent[act.type] ?? null);
  return unit === null
    ? null
    : {
        unit,
        event: act?.type ?? eventByUnit[unit] ?? null,
        noun: head,
        first: object.first,
        last: object.last,
        of: tollGroup(stage, object, object.head),
      };
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

/** "Wounded: at least 20": a line of a list, its heading a word that counts. */
export function listed(stage: Tokens, at: SceneSentence, quantity: Quantity): Toll | null {
  const colon = quantity.first - 1;
  if (colon <= at.sentence.first || tokenAt(stage.analysis, colon).text !== ":" || colon - at.sentence.first > 4) return null;
  const heading = { first: at.sentence.first, last: colon };
  const unit = lookup(stage.analysis, heading, tolls) ?? lookup(stage.analysis, heading, unitByNoun);
  return unit === null
    ? null
    : { unit, event: eventByUnit[unit] ?? null, noun: lemmaAt(stage.analysis, colon - 1), first: heading.first, last: colon, of: [] };
}
