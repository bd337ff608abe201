/** The whole that a figure is part of: before "including", in "of whom", after "of these", in brackets or after a dash or colon. */
import { tokenAt } from "../../language/token.ts";
import type { PartKind, Unit } from "../../model/words.ts";
import units from "../lexicons/en/units.json" with { type: "json" };
import type { Found } from "../found.ts";
import type { Counted } from "./counted.ts";
import { unitByNoun } from "./lexicon.ts";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import { THINGS } from "./counted/of.ts";
import { lemmaAt, textOf } from "./words.ts";

/** A figure of the same sentence with what it was made of. */
export interface OwnFigure {
  readonly finding: Found;
  readonly quantity: Quantity;
  readonly counted: Counted;
}

type Own = readonly OwnFigure[];

export interface Whole {
  readonly finding: Found | null;
  readonly kind: PartKind;
}

/** What a number is looked at with: its sentence, the figures before it in the sentence and in the document. */
interface Place {
  readonly scene: Scene;
  readonly at: SceneSentence;
  readonly quantity: Quantity;
  readonly counted: Counted;
  readonly own: Own;
  readonly all: readonly Found[];
  /** Position of the sentence. */
  readonly index: number;
}

/** The whole that a number is part of; null when it stands for itself. The readings are tried from the plainest words to the faintest sign. */
export function wholeOf(place: Place): Whole | null {
  return (
    relative(place) ??
    opened(place) ??
    introduced(place) ??
    partitive(place) ??
    split(place) ??
    divided(place) ??
    continued(place) ??
    remaining(place) ??
    followsFrom(place)
  );
}

const PARTITIVE: ReadonlySet<string> = new Set(["of", "among", "from"]);
const POINTING: ReadonlySet<string> = new Set(["these", "those", "them", "whom", "which", "that", "this"]);

/** "Of these, 45 were released", "Of the 612 people detained, 45 were released": the sentence opens with its whole. */
function opened({ scene, at, quantity, own, all, index }: Place): Whole | null {
  const { analysis } = scene;
  let first = at.sentence.first;
  while (first + 2 < at.sentence.last && /^(?:and|but|out|,|["“])$/.test(tokenAt(analysis, first).lower)) first += 1;
  if (first + 2 >= at.sentence.last || !PARTITIVE.has(tokenAt(analysis, first).lower) || quantity.first <= first + 1) return null;
  const word = tokenAt(analysis, first + 1).lower;
  const [opening] = at.quantities;
  if (
    opening !== undefined &&
    opening !== quantity &&
    opening.first <=
      first + (at.phrases.some(({ type, first: verb }) => type === "verb" && verb > first && verb < opening.first) ? 2 : 5) &&
    !POINTING.has(word)
  ) {
    const { best } = opening.amount;
    const stated = own.find((each) => each.quantity === opening)?.finding ?? all.findLast((each) => each.figure?.best === best) ?? null;
    return stated === null ? null : { finding: stated, kind: "breakdown" };
  }
  if (opening === quantity && quantity.first <= first + 2 && !POINTING.has(word)) return null;
  if (!POINTING.has(word) && !(word === "the" && stateAt(scene, first + 2) !== null)) return null;
  const earlier = own.length > 0 && word !== "the" ? (own[0]?.finding.whole ?? null) : null;
  return { finding: earlier ?? lastWhole(all, index, quantity), kind: "breakdown" };
}

/** The unit of "the dead", "the detained", "the latter". */
function stateAt(scene: Scene, at: number): string | null {
  const { lower } = tokenAt(scene.analysis, at);
  return lower === "latter" || lower === "total" ? lower : (unitByNoun.get(lower) ?? unitByNoun.get(lemmaAt(scene.analysis, at)) ?? null);
}

/** Words between two numbers, lower case, from the last semicolon on; null when nothing stands before. */
function since(scene: Scene, from: Quantity | undefined, to: Quantity): string | null {
  if (from === undefined || from.last > to.first) return null;
  return textOf(scene.analysis, { first: from.last, last: to.first + 1 }).toLowerCase();
}

/** "six firefighters, three of whom inhaled smoke": of those named last, whatever the sentence opens with. */
function relative({ scene, at, quantity, own }: Place): Whole | null {
  const near = own.at(-1);
  if (near === undefined || quantity.last + 1 >= at.sentence.last || !partsFit(near.quantity, quantity)) return null;
  const words = textOf(scene.analysis, { first: quantity.last, last: quantity.last + 2 }).toLowerCase();
  return words === "of whom" || words === "of which" ? { finding: near.finding, kind: "including" } : null;
}

/** "…, of whom 45 were released", "…, including two children", "…, among them three women". */
function introduced({ scene, quantity, own }: Place): Whole | null {
  const lately = since(scene, own.at(-1)?.quantity, quantity);
  if (lately === null || lately.includes(";")) return null;
  const whole = own.findLast((each) => partsFit(each.quantity, quantity));
  if (whole === undefined) return null;
  if (/\b(?:of|from|amongst?) (?:whom|which|them|those|these)\b/.test(lately) && !/\bamong/.test(lately))
    return { finding: whole.finding, kind: "breakdown" };
  return /\b(?:including|among (?:them|whom|which|those|these)|such as|notably)\b|\bwith \S+ of them\b/.test(lately)
    ? { finding: whole.finding, kind: "including" }
    : null;
}

/** "six of them", "19 of the dead", "175 of the 225", "the 19 soldiers included". */
function partitive(place: Place): Whole | null {
  const { scene, at, quantity, own, all, index } = place;
  const fits = own.findLast((each) => partsFit(each.quantity, quantity));
  if (/^included\b/.test(wordsAfter(scene, at, quantity)))
    return { finding: fits?.finding ?? lastWhole(all, index, quantity), kind: "including" };
  const said = partitiveWhole(scene, at, quantity, all, index);
  if (said !== null) return said;
  if (quantity.last + 1 >= at.sentence.last || tokenAt(scene.analysis, quantity.last).lower !== "of") return null;
  if (!POINTING.has(tokenAt(scene.analysis, quantity.last + 1).lower)) return null;
  return { finding: fits?.finding ?? lastWhole(all, index, quantity), kind: "breakdown" };
}

/** Numbers without a noun that add up to one counted before are its parts: "614 applications; 402 were rejected, 181 granted and 31 are pending". */
function split({ at, counted, own, all, index }: Place): Whole | null {
  if (counted.noun !== null && counted.rule !== "en.figure.listed") return null;
  const [main] = own.filter((each) => each.finding.whole === null);
  const before = all.findLast((each) => each.sentence < index && each.whole === null && each.figure !== null);
  const wholes = [main?.finding, before !== undefined && before.sentence >= index - 2 ? before : undefined];
  for (const whole of wholes) {
    const total = whole?.figure?.best ?? null;
    if (whole === undefined || total === null) continue;
    const parts = at.quantities.filter(({ start }) => start > whole.anchor.start).map(({ amount }) => amount.best ?? Number.NaN);
    if (parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) === total) return { finding: whole, kind: "breakdown" };
  }
  return null;
}

/** "Eight died: five soldiers, three civilians"; "47 (33 released)": parts after a colon, a dash or in brackets. */
function divided({ scene, quantity, counted, own }: Place): Whole | null {
  const main = own.findLast((each) => each.finding.whole === null);
  const between = since(scene, main?.quantity, quantity);
  if (main === undefined || between === null || !/[(:–—]/.test(between)) return null;
  if (/\bwhile\b|\bbut\b|;/.test(between) || !partsFit(main.quantity, quantity)) return null;
  const unit = main.counted.unit;
  if (unit === "money" || (THINGS.has(counted.unit) && counted.unit !== unit)) return null;
  return { finding: main.finding, kind: "breakdown" };
}

/** A further part beside one: only commas, "and" and what the part before counts stand between. */
function continued({ scene, quantity, counted, own }: Place): Whole | null {
  const sibling = own.at(-1);
  if (sibling?.finding.whole == null || !continues(scene, sibling.quantity, quantity)) return null;
  if (THINGS.has(counted.unit) && !THINGS.has(sibling.counted.unit)) return null;
  return { finding: sibling.finding.whole, kind: sibling.finding.figure?.partKind ?? "unclear" };
}

/** "The remaining 53", "the other two": what is left of the whole that was divided before. */
function remaining({ scene, at, quantity, all, index }: Place): Whole | null {
  const before = quantity.from - 1;
  if (before < at.sentence.first || !/^(?:remaining|other)$/.test(tokenAt(scene.analysis, before).lower)) return null;
  if (tokenAt(scene.analysis, Math.max(before - 1, at.sentence.first)).lower !== "the") return null;
  const part = all.findLast((each) => each.whole !== null && each.sentence >= index - 3);
  return part?.whole == null ? null : { finding: part.whole, kind: "breakdown" };
}

/** A list reaches further back than a text. */
const LIST_REACH = 8;

/**
 * A number without a noun counts some of those counted before when what is said of them comes after what was said of the others: of those who
 * sought help some are in hospital, of the detained some are released. So does one that only says who they are ("64 are under ten").
 */
function followsFrom({ scene, quantity, counted, own, all, index }: Place): Whole | null {
  if (quantity.form === "vague" || (counted.noun !== null && counted.rule !== "en.figure.listed")) return null;
  const near = own.at(-1);
  const between = near === undefined ? "" : (since(scene, near.quantity, quantity) ?? "");
  const listed = counted.rule === "en.figure.listed";
  const fits = (each: Found): boolean =>
    each.whole === null &&
    each.figure !== null &&
    (!listed || each.rule === "en.figure.listed" || flows(each.figure.unit, counted.unit)) &&
    partsFit({ amount: each.figure }, quantity) &&
    (listed && counted.of.length > 0
      ? each.figure.unit === counted.unit
      : flows(each.figure.unit, counted.unit) || describes(scene, counted));
  if (near !== undefined && !/\bwhile\b|\bbut\b/.test(between)) {
    const whole = own.findLast((each) => fits(each.finding))?.finding ?? null;
    if (whole !== null) return { finding: whole, kind: "including" };
  }
  const reach = listed ? LIST_REACH : 2;
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const finding = all[i] as Found;
    if (finding.sentence < index - reach) return null;
    if (finding.sentence !== index && fits(finding)) return { finding, kind: "including" };
  }
  return null;
}

const FLOWS: Readonly<Record<string, readonly string[]>> = units.flows;

/** True when those of the second unit come from those of the first. */
function flows(from: Unit, to: Unit): boolean {
  return FLOWS[from]?.includes(to) ?? false;
}

/** "64 are under ten", "nearly half were women": says who they are, and what they count was counted before. */
function describes({ analysis }: Scene, { elliptic, rule, clause }: Counted): boolean {
  return elliptic && rule === "en.figure.ellipsis" && clause !== null && lemmaAt(analysis, clause.verb.verb) === "be";
}

/** "175 of the 225", "nineteen of the dead": the whole is the earlier figure of that value, or of that unit. */
function partitiveWhole(scene: Scene, at: SceneSentence, quantity: Quantity, all: readonly Found[], index: number): Whole | null {
  const last = Math.min(quantity.last + 4, at.sentence.last);
  if (quantity.last + 2 >= at.sentence.last) return null;
  const words = textOf(scene.analysis, { first: quantity.last, last }).toLowerCase();
  const value = /^of the ([\d,]+)\b/.exec(words)?.[1];
  if (value !== undefined) {
    const number = Number(value.replaceAll(",", ""));
    const finding =
      all.findLast((each) => each.figure?.best === number && each.whole === null) ?? all.findLast((each) => each.figure?.best === number);
    return finding === undefined ? null : { finding, kind: "breakdown" };
  }
  const unit =
    /^of (?:the|those) (?:\w+ )?(dead|killed|injured|wounded|detained|arrested|missing|victims|detainees|bodies|cases|released|charged)\b/.exec(
      words,
    )?.[1];
  if (unit === undefined) return null;
  const wanted = unitByNoun.get(unit) ?? unitByNoun.get(unit.replace(/s$/, "")) ?? null;
  const wholes = all.filter((each) => each.whole === null && each.figure?.unit === wanted);
  const finding = wholes.findLast((each) => each.figure?.of.length === 0) ?? wholes.findLast((each) => each.sentence >= index - 3);
  return finding === undefined ? null : { finding, kind: "breakdown" };
}

/** The word after the noun phrase that a number opens ("19 members of the forces included"). */
function wordsAfter(scene: Scene, at: SceneSentence, quantity: Quantity): string {
  let index = at.phrases.findIndex((phrase) => phrase.first <= quantity.from && quantity.from < phrase.last);
  while (
    index + 2 < at.phrases.length &&
    tokenAt(scene.analysis, at.phrases[index + 1]?.first ?? 0).lower === "of" &&
    at.phrases[index + 2]?.type === "noun"
  )
    index += 2;
  const next = at.phrases[index + 1];
  return next === undefined || index === -1 ? "" : textOf(scene.analysis, next).toLowerCase();
}

/** A further part in the same list: only commas, "and" and what the part before counts stand between. */
function continues(scene: Scene, before: Quantity, here: Quantity): boolean {
  const between = textOf(scene.analysis, { first: before.last, last: here.first });
  return !/[;.]|\bwhile\b|\bbut\b|\bsaid\b/.test(between) && between.length < 90;
}

/** Brackets hold parts only of something larger. */
function partsFit(whole: Pick<Quantity, "amount">, part: Quantity): boolean {
  if (part.per === "whole") return true;
  // "dozens", "at least 17": any number can be a part.
  const high = whole.amount.max ?? whole.amount.best ?? (whole.amount.min === null ? null : Infinity);
  const low = part.amount.best ?? part.amount.min ?? part.amount.max;
  return high !== null && low !== null && low < high;
}

/** The nearest earlier figure of the document that is no part itself and is large enough. */
function lastWhole(all: readonly Found[], index: number, quantity: Quantity): Found | null {
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const finding = all[i] as Found;
    if (finding.sentence < index - 2) return null;
    if (finding.sentence === index || finding.whole !== null || finding.figure === null) continue;
    const high = finding.figure.max ?? finding.figure.best ?? Infinity;
    if (high >= (quantity.amount.best ?? quantity.amount.min ?? 0)) return finding;
  }
  return null;
}
