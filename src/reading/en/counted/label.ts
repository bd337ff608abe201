/** Lists: the words before a colon and the heading over the lines say what the numbers count. */
import { tokenAt } from "../../../language/token.ts";
import type { Of } from "../../../model/figure.ts";
import type { Unit } from "../../../model/words.ts";
import interviews from "../../lexicons/en/interviews.json" with { type: "json" };
import labels from "../../lexicons/en/list-labels.json" with { type: "json" };
import { groupWords, peopleWords, tolls, unitByNoun } from "../lexicon.ts";
import type { Quantity } from "../quantities.ts";
import type { SceneSentence, Stage } from "../stage.ts";
import type { Stretch } from "../words.ts";
import { endingIn, lemmaAt, lookup, textOf } from "../words.ts";
import { groupOf, THINGS } from "./of.ts";
import { stateIn, toldAt, unitOfParticiple } from "./predicate.ts";

type Tokens = Pick<Stage, "analysis">;

/** The words before the colon of a line, and what they make its numbers count. */
export interface Label {
  /** Tokens of the label, the colon left out. */
  readonly words: Stretch;
  /** Token at which its number can begin. */
  readonly end: number;
  /** null when the label has no unit of its own ("Varn: 31"). */
  readonly unit: Unit | null;
  readonly noun: string;
  readonly of: readonly Of[];
  /** True for "Total". */
  readonly total: boolean;
  /** True when it only says which, when or where, so that the heading over it says what is counted. */
  readonly open: boolean;
}

/** A label is short: longer words before a colon are a sentence. */
const LONGEST = 12;
/** Words that stand right before a number with no colon, or behind a dash or a bar, are fewer still. */
const LONGEST_BESIDE = 6;
const BULLET = /^[-•*–—·+>|]$/;
const BAR = /^(?:[-–—|=→]|\.{2,}|…)$/;

/** The label that a number of the sentence stands under ("Still in custody: 4 dockers, 1 student", "Wounded – 8", "police 9"); null when there is none. */
export function labelOf(stage: Tokens, at: SceneSentence, quantity: Quantity): Label | null {
  return beside(stage, at, quantity) ?? beforeColon(stage, at, quantity);
}

function beforeColon(stage: Tokens, at: SceneSentence, quantity: Quantity): Label | null {
  const { analysis } = stage;
  const { first } = at.sentence;
  let colon = quantity.first - 1;
  while (colon > first && tokenAt(analysis, colon).text !== ":") colon -= 1;
  if (colon <= first || tokenAt(analysis, colon).text !== ":") return null;
  let from = colon - 1;
  while (from > first && !/^[.;:!?]$/.test(tokenAt(analysis, from - 1).text)) from -= 1;
  while (from < colon - 1 && BULLET.test(tokenAt(analysis, from).text)) from += 1;
  if (colon - from > LONGEST || at.quantities.some((other) => countsIn(stage, other, from, colon))) return null;
  const label = labelFrom(stage, { first: from, last: colon }, colon + 1);
  return label.unit === null && isSpeaker(stage, label.words, first) ? null : label;
}

/** "Q:", "MAYOR:": who speaks, not what is counted. */
function isSpeaker({ analysis }: Tokens, words: Stretch, first: number): boolean {
  if (words.first !== first || words.last - words.first > 2) return false;
  for (let at = words.first; at < words.last; at += 1) {
    const { text, lower } = tokenAt(analysis, at);
    if (!/^\p{Lu}+$/u.test(text) && !SPEAKERS.has(lower)) return false;
  }
  return true;
}

const SPEAKERS: ReadonlySet<string> = new Set([...interviews.askers, ...interviews.answerers]);

/** "We are 412 in total: 287 in the gym": words that count are no label. "Dorm 4:" is named by its number, "(5 to 30 days)" stands in brackets. */
function countsIn({ analysis }: Tokens, { first, last }: Quantity, from: number, colon: number): boolean {
  if (first < from || first >= colon) return false;
  for (let at = first - 1; at >= from; at -= 1) if (tokenAt(analysis, at).text === "(") return false;
  return !(last === colon && first > from && tokenAt(analysis, first - 1).tag !== "VERB");
}

/** "Wounded – 8 (2 heavy)", "Detained | 204", "killed 12, wounded 31", "(police 9, civilians 6)": the label stands right before its number, in a line without a sentence. */
function beside(stage: Tokens, at: SceneSentence, quantity: Quantity): Label | null {
  const { analysis } = stage;
  const { first, last } = at.sentence;
  if (quantity.first <= first || (quantity.form !== "digits" && quantity.form !== "none")) return null;
  const after = quantity.last < last ? tokenAt(analysis, quantity.last).text : "";
  if (after !== "" && !/^[,;.()|/+]$/.test(after)) return null;
  const bar = BAR.test(tokenAt(analysis, quantity.first - 1).text);
  const end = bar ? quantity.first - 1 : quantity.first;
  let from = end;
  while (from > first && !/^[,;.:()|/!?]$/.test(tokenAt(analysis, from - 1).text) && tokenAt(analysis, from - 1).tag !== "NUM") from -= 1;
  while (from < end && BULLET.test(tokenAt(analysis, from).text)) from += 1;
  const words = { first: from, last: end };
  if (from >= end || end - from > LONGEST_BESIDE || !isTerse(stage, words) || tokenAt(analysis, end - 1).tag === "ADP") return null;
  const label = labelFrom(stage, words, quantity.first);
  const opens = from === first || /^[(|]$/.test(tokenAt(analysis, from - 1).text) || BULLET.test(tokenAt(analysis, from - 1).text);
  if (label.unit === null && label.of.length === 0 && !(bar && opens)) return null;
  return isListed(stage, at, words) ? label : null;
}

/** No word that a sentence would have. */
function isTerse({ analysis }: Tokens, words: Stretch): boolean {
  for (let at = words.first; at < words.last; at += 1) if (/^(?:PRON|AUX|DET|SCONJ|CCONJ)$/.test(tokenAt(analysis, at).tag)) return false;
  return true;
}

/** The line has no verb with a subject before the label: it is a list, not a sentence. */
function isListed({ analysis }: Tokens, at: SceneSentence, words: Stretch): boolean {
  let open = -1;
  for (let token = words.first - 1; token >= at.sentence.first && open < 0; token -= 1) {
    if (tokenAt(analysis, token).text === ")") break;
    if (tokenAt(analysis, token).text === "(") open = token;
  }
  if (open >= 0) return true;
  for (let token = at.sentence.first; token < at.sentence.last; token += 1)
    if (/^(?:PRON|AUX|SCONJ)$/.test(tokenAt(analysis, token).tag)) return false;
  return at.clauses.every(({ verb, subject }) => subject === null || verb.past);
}

function labelFrom(stage: Tokens, words: Stretch, end: number): Label {
  const { analysis } = stage;
  const unit = unitOfHeading(stage, words);
  const group = groupOf(stage, words);
  const head = lemmaAt(analysis, words.first);
  const which = group !== null || (peopleWords.has(head) && words.last - words.first === 1);
  const noun = lemmaAt(analysis, words.last - 1);
  const total = noun === "total" || head === "total";
  return { words, end, unit, noun, of: which ? [{ group, label: textOf(analysis, words) }] : [], total, open: isOpen(stage, words) };
}

/** Words that only say which of them, when or where: what they count stands over them. "Letters of dismissal" are something else. */
function isOpen({ analysis }: Tokens, words: Stretch): boolean {
  for (let at = words.first; at < words.last; at += 1) {
    const { tag, lower, lemma } = tokenAt(analysis, at);
    if (/^(?:PROPN|NUM|ADJ|ADV|ADP|PUNCT|SYM|X)$/.test(tag) || /\d/.test(lower)) continue;
    if (peopleWords.has(lemma) || groupWords.has(lemma) || groupWords.has(lower) || OPEN.has(lemma) || unitByNoun.get(lemma) === "places")
      continue;
    if (unitByNoun.get(lemma) === "buildings" && lower === lemma) continue;
    if (/^\p{Lu}/u.test(tokenAt(analysis, at).text) && at > words.first) continue;
    return false;
  }
  return true;
}

const OPEN: ReadonlySet<string> = new Set(labels.open);

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
    const done = thing === null || THINGS_DONE.has(thing) ? doneIn(stage, at, words) : null;
    if (done !== null) return done;
  }
  return stateIn(analysis, words.first, words.last) ?? thing;
}

const THINGS_DONE: ReadonlySet<Unit> = new Set<Unit>(["places"]);

/** "Taken to hospital", "Persons apprehended", "Sentenced to administrative detention": what was done to them, as a participle. */
function doneIn({ analysis }: Tokens, at: number, words: Stretch): Unit | null {
  const { tag, lower } = tokenAt(analysis, at);
  if (lower.endsWith("ing") && lower !== "missing") return null;
  const short = words.last - words.first <= 2;
  if (tag !== "VERB" && !(tag === "ADJ" && /(?:ed|en)$/.test(lower)) && !short) return null;
  return toldAt(analysis, at, words.last) ?? (short ? unitOfParticiple(lemmaAt(analysis, at)) : null);
}
