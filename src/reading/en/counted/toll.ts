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
  readonly of: readonly Of[];
}

/** "the number of injured officers": which of them, from the words after "of". */
function tollGroup(stage: Tokens, stretch: Stretch, head: number): readonly Of[] {
  if (stretch.last <= head + 2) return [];
  const label = { first: skipArticle(stage, head + 1, stretch.last), last: stretch.last };
  const group = groupOf(stage, label);
  return group === null ? [] : [{ group, label: textOf(stage.analysis, label) }];
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
      of: tollGroup(stage, subject, clause.subject.head),
    };
  const head = lemmaAt(stage.analysis, clause.subject.head);
  if (head !== "number" && head !== "total" && head !== "count" && head !== "figure" && head !== "tally") return null;
  const act = acts.find((candidate) => candidate.first >= subject.first && candidate.first < clause.verb.first);
  const unit = act === undefined ? lookup(stage.analysis, subject, unitByNoun) : (unitByEvent[act.type] ?? null);
  return unit === null
    ? null
    : { unit, event: act?.type ?? null, noun: head, first: subject.first, of: tollGroup(stage, subject, clause.subject.head) };
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
    : { unit, event: act?.type ?? eventByUnit[unit] ?? null, noun: head, first: object.first, of: tollGroup(stage, object, object.head) };
}

function subjectEnd(at: SceneSentence, clause: Clause): number {
  return at.phrases[clause.index]?.first ?? clause.verb.first;
}
