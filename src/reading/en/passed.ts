/** Numbers that stand in a text and make no figure. */
import { tokenAt } from "../../language/token.ts";
import type { Span } from "../../model/passage.ts";
import type { Unit } from "../../model/words.ts";
import type { Found } from "../found.ts";
import words from "../lexicons/en/passed.json" with { type: "json" };
import type { Clause } from "./clauses.ts";
import type { Counted } from "./counted.ts";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import type { Whole } from "./wholes.ts";
import { groupWords } from "./lexicon.ts";
import { lemmaAt, lookup } from "./words.ts";

/** Speakers ("two doctors said"), repeats ("of the 612"), and small numbers of nothing in particular are no figures. */
export function passedOver(
  scene: Scene,
  at: SceneSentence,
  quantity: Quantity,
  counted: Counted,
  whole: Whole | null,
  before: readonly Found[],
): boolean {
  const { analysis } = scene;
  const span: Span = { start: quantity.start, end: quantity.end };
  if (
    counted.unit === "other" &&
    scene
      .voicesIn(tokenAt(analysis, at.sentence.first).sentence)
      .some((frame) => frame.source !== null && frame.source.first <= quantity.first && quantity.first < frame.source.last)
  )
    return true;
  if (isHeardOut(scene, counted) || assertsNothing(scene, at)) return true;
  if (counted.clause !== null && HOLDING.has(lemmaAt(analysis, counted.clause.verb.verb)) && !counted.told) return true;
  const part = whole?.finding != null;
  const determiner = quantity.first > at.sentence.first ? tokenAt(analysis, quantity.first - 1).lower : "";
  const value = quantity.amount.best;
  const of = quantity.first > at.sentence.first + 1 && /^(?:of|among)$/.test(tokenAt(analysis, quantity.first - 2).lower);
  if (of && /^(?:the|those|these)$/.test(determiner) && quantity.first - 2 > at.sentence.first + 1) return true;
  if (/^(?:the|these|those|all|both)$/.test(determiner)) {
    if (before.some((finding) => finding.figure?.best === value)) return true;
    // "Of the 118 men who were underground, 83 …": said here for the first time.
    if (of && quantity.first - 2 <= at.sentence.first + 1) return false;
    if (counted.act === null || quantity.form === "words") return !part;
  }
  if (counted.unit === "other" || (value !== null && value <= 3)) {
    const head = counted.extent.last > quantity.last ? lemmaAt(analysis, counted.extent.last - 1) : "";
    if (
      /^(?:toll|number|figure|account|version|statement|report|total|list|count|meaning|claim|explanation|people's|side|phase|part|group|clan|sentence)$/.test(
        head,
      )
    )
      return true;
  }
  if (part) return isLabelNumber(scene, at, span);
  if (
    UNTOLD.has(counted.rule) &&
    !counted.told &&
    counted.act === null &&
    !NONE_COUNTED.has(counted.unit) &&
    !isReported(scene, at, counted)
  )
    return true;
  const small = quantity.form === "words" && value !== null && value <= 3;
  if (counted.unit === "other" && small && !counted.told && counted.rule !== "en.figure.ellipsis" && !isBounded(quantity)) return true;
  if (value === 1 && quantity.form === "words" && !isBounded(quantity) && counted.act === null && !NONE_COUNTED.has(counted.unit))
    return true;
  if (quantity.form === "vague" && counted.unit === "other" && counted.act === null) return true;
  if (quantity.form === "none" && !saysNone(counted) && !isNoneOf(scene, at, quantity, counted)) return true;
  if (quantity.per === "whole" && counted.unit === "other" && counted.elliptic) return true;
  return isLabelNumber(scene, at, span);
}

/** `width=4`, `x=1`: a value given to a name by a machine, never a count. A sign with blanks around it may be somebody's sum. */
export function isAssigned({ analysis }: Scene, { start }: Quantity): boolean {
  return analysis.text[start - 1] === "=" && /[\p{L}\p{N}_"'-]/u.test(analysis.text[start - 2] ?? "");
}

/** "We spoke with 64 detainees", "interviewed 87 residents": what a text says of its own making. */
function isHeardOut({ analysis }: Scene, { clause, told, unit, extent }: Counted): boolean {
  if (clause === null || told || unit === "cases" || clause.verb.first > extent.first) return false;
  if (clause.verb.passive) return false;
  const verb = lemmaAt(analysis, clause.verb.verb);
  // "speak of 14 detained" counts them.
  return verb === "interview" || ((verb === "speak" || verb === "talk") && /^(?:to|with)$/.test(tokenAt(analysis, clause.verb.last).lower));
}

/** Rules by which the noun alone makes a count. */
const UNTOLD: ReadonlySet<string> = new Set(["en.figure.other", "en.figure.thing", "en.figure.noun"]);

/** "No casualties", "nobody was killed", "no arrests": nothing of a thing that a record counts. "No police in the streets" counts nothing. */
function saysNone(counted: Counted): boolean {
  return counted.act !== null || NONE_COUNTED.has(counted.unit);
}

/** "None of the families had received an offer", "none had been allowed to telephone": none of some who are known. "Nobody spoke" is no count. */
function isNoneOf({ analysis }: Scene, at: SceneSentence, quantity: Quantity, { told, clause }: Counted): boolean {
  if (!/^(?:none|not)$/.test(tokenAt(analysis, quantity.first).lower) || clause === null) return false;
  const of = quantity.last + 1 < at.sentence.last && tokenAt(analysis, quantity.last).lower === "of";
  return of ? /^(?:the|these|those|them|our|their|his|her|my)$/.test(tokenAt(analysis, quantity.last + 1).lower) : told;
}

const NONE_COUNTED: ReadonlySet<Unit> = new Set<Unit>([
  "dead",
  "injured",
  "victims",
  "detained",
  "missing",
  "critical",
  "suspected",
  "hospitalised",
  "in-custody",
  "wanted",
  "released",
  "bodies",
  "displaced",
  "sought-care",
  "names",
  "cases",
]);

/**
 * What the noun alone makes a count is kept when a voice counts it, a line lists it or the past tells of it, and in a text that tells of events
 * also in the present; "add 200 grams" and "bus 12 leaves" count nothing.
 */
function isReported(scene: Scene, at: SceneSentence, counted: Counted): boolean {
  if (scene.voices.length > 0 && counted.rule !== "en.figure.other") return true;
  if (scene.voicesIn(tokenAt(scene.analysis, at.sentence.first).sentence).length > 0) return true;
  const { clause } = counted;
  if (at.clauses.length === 0) return true;
  if (clause?.verb.form !== "finite") return false;
  if (clause.verb.past || clause.verb.passive || isPerfect(scene, clause)) return true;
  if (clause.subject === null) return false;
  // "There are nine toilets", "Volunteers hand out 1,500 meals": people or a place, now; not "the recipe needs 200 grams".
  const subject = { first: clause.subject.first, last: clause.subject.last };
  if (tokenAt(scene.analysis, clause.subject.head).lower === "there" || lookup(scene.analysis, subject, groupWords) !== null)
    return counted.rule === "en.figure.other" || tellsOfEvents(scene);
  return counted.rule !== "en.figure.other" && tellsOfEvents(scene);
}

function isPerfect({ analysis }: Scene, { verb }: Clause): boolean {
  return verb.last - verb.first > 1 && lemmaAt(analysis, verb.first) === "have";
}

/** A sentence that only asks, and one that only tells somebody what to do: "Is it true that 14 died?", "Share this page with one friend". */
function assertsNothing({ analysis }: Scene, at: SceneSentence): boolean {
  let { first } = at.sentence;
  while (first + 1 < at.sentence.last && /^(?:["“'(]|and|so|but|or)$/.test(tokenAt(analysis, first).lower)) first += 1;
  const { lower, tag } = tokenAt(analysis, first);
  if (tokenAt(analysis, at.sentence.last - 1).text === "?" && ASKING.has(lower)) return true;
  const [opening] = at.clauses;
  return tag === "VERB" && opening?.verb.first === first && opening.subject === null && BIDDING.has(lower);
}

const ASKING: ReadonlySet<string> = new Set(words.asking);
const BIDDING: ReadonlySet<string> = new Set(words.bidding);
/** Verbs after which a number is a capacity: "limited to 15 places", "seats 200". */
const HOLDING: ReadonlySet<string> = new Set(words.capacity);

const telling = new WeakMap<Scene, boolean>();

/** Some sentence of the document tells of an event. Looked for once a document. */
function tellsOfEvents(scene: Scene): boolean {
  let tells = telling.get(scene);
  if (tells === undefined) telling.set(scene, (tells = scene.sentences.some((at) => at.acts.some((act) => act.type !== "other"))));
  return tells;
}

function isBounded(quantity: Quantity): boolean {
  return quantity.first < quantity.from;
}

/** A number inside a name ("Boeing 737", "Group of Seven"). */
function isLabelNumber(scene: Scene, at: SceneSentence, span: Span): boolean {
  const { sentence } = tokenAt(scene.analysis, at.sentence.first);
  return scene.names.within(sentence, sentence).some((name) => name.start < span.start && span.end <= name.end);
}
