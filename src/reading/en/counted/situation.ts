/** What a number without a noun counts where it stands: what was asked for, what was done to people just before, what was counted just before. */
import { tokenAt } from "../../../language/token.ts";
import type { EventType, Unit } from "../../../model/words.ts";
import type { Act } from "../acts.ts";
import type { Found } from "../../found.ts";
import { unitByNoun } from "../lexicon.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import { endingIn, lemmaAt } from "../words.ts";
import { SUFFERED, THINGS } from "./of.ts";
import { toldOf } from "./predicate.ts";
import { actUnit, eventByUnit } from "./unit.ts";

type Tokens = Pick<Stage, "analysis">;

/** What is being counted from a token on. */
export interface Situation {
  readonly unit: Unit;
  readonly event: EventType | null;
  /** Lemma of the noun that the text had for it, or null. */
  readonly noun: string | null;
  /** Position of the sentence, and the token from which it holds. */
  readonly sentence: number;
  readonly from: number;
  /** The figure that it is known from; null for a question or for what was done to people without a number. */
  readonly figure: Found | null;
}

/** Sentences over which a question or a deed still says what a bare number counts. */
const REACH = 2;

/** What a sentence asks for or tells of people, in order of its words. */
export function situationsOf(stage: Tokens, at: SceneSentence, index: number): readonly Situation[] {
  const asked = askedIn(stage, at, index);
  if (asked !== null) return [asked];
  return at.acts.flatMap((act) => sufferedIn(stage, at, index, act) ?? []);
}

/** "How many were in the cell?", "What is the number of wounded?" */
function askedIn(stage: Tokens, at: SceneSentence, index: number): Situation | null {
  const { analysis } = stage;
  const { first, last } = at.sentence;
  if (tokenAt(analysis, last - 1).text !== "?") return null;
  for (let how = first; how + 1 < last; how += 1) {
    if (tokenAt(analysis, how).lower !== "how" || tokenAt(analysis, how + 1).lower !== "many") continue;
    const phrase = at.phrases.find((each) => each.type === "noun" && each.first <= how + 1 && how + 1 < each.last);
    const end = phrase?.last ?? how + 2;
    const noun = end > how + 2 ? lemmaAt(analysis, end - 1) : null;
    const named = end > how + 2 ? endingIn(analysis, how + 2, end, unitByNoun) : null;
    const told = toldOf(stage, at, { extent: { first: how + 1, last: end }, after: end, none: false, things: false })?.unit ?? null;
    const unit = (named !== null && THINGS.has(named) ? named : (told ?? named)) ?? "other";
    return { unit, event: eventByUnit[unit] ?? null, noun, sentence: index, from: last, figure: null };
  }
  return null;
}

/** "They took people from every house": what was done to people who were not counted. */
function sufferedIn(stage: Tokens, at: SceneSentence, index: number, act: Act): Situation | null {
  const { patient } = act;
  if (act.negated || act.infinitive || act.form === "adjective" || patient === null || !SUFFERED.has(act.type)) return null;
  const named = endingIn(stage.analysis, patient.first, patient.last, unitByNoun);
  const unit = actUnit(stage, act);
  if (unit === null || (named !== null && THINGS.has(named))) return null;
  return { unit, event: act.type, noun: null, sentence: index, from: act.last, figure: null };
}

/** A figure as what the next number without a noun counts. */
export function situationOfFigure(finding: Found, from: number): Situation | null {
  const { figure, event, sentence } = finding;
  return figure === null ? null : { unit: figure.unit, event, noun: figure.counted, sentence, from, figure: finding };
}

/** The latest situation that still holds at a token of the sentence; null when nothing near says what is counted. */
export function situationAt(situations: readonly Situation[], index: number, token: number, reach = REACH): Situation | null {
  const latest = situations.findLast(({ sentence, from }) => sentence < index || from <= token);
  return latest === undefined || latest.sentence < index - reach ? null : latest;
}
