/** The unit of a count: from the act done to what is counted, from its verb, from the words before its noun. */
import { tokenAt } from "../../../language/token.ts";
import type { EventType, Unit } from "../../../model/words.ts";
import type { Act } from "../acts.ts";
import type { Clause } from "../clauses.ts";
import type { Nominal } from "../nominals.ts";
import { unitByEvent, unitByNoun } from "../lexicon.ts";
import { unitOfParticiple } from "./predicate.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { lemmaAt, textOf } from "../words.ts";
import type { Noun } from "./noun.ts";

type Tokens = Pick<Stage, "analysis">;

/** True when a nominal shares tokens with a stretch. */
export function covers(nominal: Nominal | null, stretch: Stretch): boolean {
  return nominal !== null && nominal.first < stretch.last && stretch.first < nominal.last;
}

/** The act done to what is counted, or that it does together (protests). */
export function actOn(acts: readonly Act[], extent: Stretch): Act | null {
  const inside = acts.find((act) => act.form === "adjective" && covers(act.patient, extent));
  const done = acts.find((act) => act.form !== "adjective" && covers(act.patient, extent) && unitByEvent[act.type] !== undefined);
  const together = acts.find((act) => covers(act.agent, extent) && (act.type === "protest" || act.type === "suicide"));
  return done ?? inside ?? together ?? null;
}

/** "… died, along with two children": the act of the clause before holds for those who are named after it. */
export function actAlongWith(stage: Tokens, acts: readonly Act[], at: SceneSentence, extent: Stretch): Act | null {
  const from = Math.max(at.sentence.first, extent.first - 3);
  const before = extent.first > from ? textOf(stage.analysis, { first: from, last: extent.first }).toLowerCase() : "";
  if (!/(?:\balong with|\btogether with|\bas well as|\bas did|\bas were)$/.test(before)) return null;
  return acts.findLast((act) => act.last <= extent.first && act.form !== "noun" && unitByEvent[act.type] !== undefined) ?? null;
}

/** The event of a count of people. */
export function eventFor(unit: Unit, act: Act | null, nounUnit: Unit | null): EventType | null {
  if (act !== null) return act.type;
  if (unit === "participants" && nounUnit === "participants") return "protest";
  return eventByUnit[unit] ?? null;
}

/** The event that a unit alone tells of. */
export const eventByUnit: Readonly<Partial<Record<Unit, EventType>>> = {
  dead: "death",
  injured: "injury",
  detained: "arrest",
  remanded: "remand",
  released: "release",
  summoned: "summons",
  charged: "charge",
  sentenced: "sentence",
  missing: "disappearance",
  hospitalised: "hospitalisation",
  acquitted: "acquittal",
  amnestied: "amnesty",
};

/** The event that a counted noun names ("44 deaths"). */
export function eventOfNoun(head: string): EventType | null {
  if (head === "death" || head === "fatality") return "death";
  if (head === "arrest" || head === "detention") return "arrest";
  if (head === "injury") return "injury";
  if (head === "investigation" || head === "case" || head === "probe") return "investigation";
  return null;
}

/** The unit that the governing act gives. */
export function actUnit(stage: Tokens, act: Act | null): Unit | null {
  if (act === null) return null;
  // People found dead are dead; a count of bodies is another measure.
  if (act.type === "body-found") return "dead";
  if (act.type === "sentence" && /^(?:convict|find)$/.test(lemmaAt(stage.analysis, act.first))) return "convicted";
  return unitByEvent[act.type] ?? null;
}

/** "detained protesters", "wounded officers", "missing people": the unit stands before the noun. */
export function attribute(stage: Tokens, noun: Noun): Unit | null {
  if (noun.label === null) return null;
  for (let at = noun.label.first; at < (noun.head ?? noun.label.last); at += 1) {
    const unit = unitByNoun.get(tokenAt(stage.analysis, at).lower) ?? unitOfParticiple(lemmaAt(stage.analysis, at));
    if (
      unit !== null &&
      (tokenAt(stage.analysis, at).tag === "VERB" || tokenAt(stage.analysis, at).tag === "ADJ") &&
      unit !== "troops" &&
      unit !== "participants" &&
      unit !== "in-custody"
    )
      return unit;
  }
  return null;
}

/** The clause that holds the counted phrase: as its subject, else by its stretch. */
export function clauseOf(at: SceneSentence, extent: Stretch): Clause | null {
  const subject = at.clauses.find((clause) => covers(clause.subject, extent) && clause.verb.form !== "infinitive");
  if (subject !== undefined) return subject;
  return at.clauses.filter((clause) => clause.first <= extent.first && extent.first < clause.last).at(-1) ?? null;
}
