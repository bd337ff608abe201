/** Lists: the words before a colon and the heading over the lines say what the numbers count. */
import { tokenAt } from "../../../language/token.ts";
import type { Of } from "../../../model/figure.ts";
import type { Unit } from "../../../model/words.ts";
import { peopleWords, tolls, unitByNoun } from "../lexicon.ts";
import type { Quantity } from "../quantities.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { endingIn, lemmaAt, lookup, textOf } from "../words.ts";
import { groupOf, THINGS } from "./of.ts";
import { stateIn, unitOfParticiple } from "./predicate.ts";

type Tokens = Pick<Stage, "analysis">;

/** The words before the colon of a line, and what they make its numbers count. */
export interface Label {
  /** Tokens of the label, the colon left out. */
  readonly words: Stretch;
  /** null when the label has no unit of its own ("Varn: 31"). */
  readonly unit: Unit | null;
  readonly noun: string;
  readonly of: readonly Of[];
  /** True for "Total". */
  readonly total: boolean;
}

/** A label is short: longer words before a colon are a sentence. */
const LONGEST = 12;

/** The label that a number of the sentence stands under ("Still in custody: 4 dockers, 1 student"); null when there is no colon before it. */
export function labelOf(stage: Tokens, at: SceneSentence, quantity: Quantity): Label | null {
  const { analysis } = stage;
  const { first } = at.sentence;
  let colon = quantity.first - 1;
  while (colon > first && tokenAt(analysis, colon).text !== ":") colon -= 1;
  if (colon <= first || tokenAt(analysis, colon).text !== ":") return null;
  let from = colon - 1;
  while (from > first && !/^[.;:!?]$/.test(tokenAt(analysis, from - 1).text)) from -= 1;
  // "We are 412 in total: 287 in the gym": words that count are no label.
  if (colon - from > LONGEST || at.quantities.some(({ first: number }) => from <= number && number < colon)) return null;
  const words = { first: from, last: colon };
  const unit = unitOfHeading(stage, words);
  const group = groupOf(stage, words);
  const head = lemmaAt(analysis, from);
  const which = group !== null || (peopleWords.has(head) && colon - from === 1);
  const noun = lemmaAt(analysis, colon - 1);
  return { words, unit, noun, of: which ? [{ group, label: textOf(analysis, words) }] : [], total: noun === "total" || head === "total" };
}

/** What the words of a heading or label count: a toll, a noun of people or events, a participle, a state; places and things only when nothing else is named. */
export function unitOfHeading(stage: Tokens, words: Stretch): Unit | null {
  const { analysis } = stage;
  const toll = lookup(analysis, words, tolls);
  if (toll !== null) return toll;
  let thing: Unit | null = null;
  for (let at = words.first; at < words.last; at += 1) {
    const unit = endingIn(analysis, words.first, at + 1, unitByNoun);
    if (unit !== null && !THINGS.has(unit)) return unit;
    // "City hospital: 2" names a place, "Houses destroyed: 40" counts them.
    const plural = tokenAt(analysis, at).lower !== tokenAt(analysis, at).lemma;
    if (unit !== null && plural && (thing === null || thing === "places")) thing = unit;
    const done = tokenAt(analysis, at).tag === "VERB" || words.last - words.first <= 2 ? unitOfParticiple(lemmaAt(analysis, at)) : null;
    if (done !== null) return done;
  }
  return stateIn(analysis, words.first, words.last) ?? thing;
}
