/** The whole that a figure is part of: before "including", in "of whom", after "of these", in brackets or after a dash or colon. */
import { tokenAt } from "../../language/token.ts";
import type { PartKind } from "../../model/words.ts";
import type { Found } from "../found.ts";
import type { Counted } from "./counted.ts";
import { unitByNoun } from "./lexicon.ts";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import type { SceneSentence } from "./stage.ts";
import { textOf } from "./words.ts";

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

/** The whole that a number is part of: before "including", in "of whom", after "of these", in brackets or after a dash. */
export function wholeOf(scene: Scene, at: SceneSentence, quantity: Quantity, own: Own, all: readonly Found[], index: number): Whole | null {
  const { analysis } = scene;
  const { sentence } = at;
  const first = own[0] ?? null;
  const between =
    first === null
      ? ""
      : textOf(analysis, { first: Math.min(first.quantity.last, quantity.first), last: quantity.first + 1 }).toLowerCase();
  const opener = openerText(scene, at, Math.max(quantity.first, sentence.first + 1));
  if (
    /^(?:of|among|from|out of) (?:these|those|them|whom|that number|this number|the total|the (?:latter|detainees|detained|dead|injured|wounded|victims|cases|arrested)|the \d[\d,]*)\b/.test(
      opener,
    )
  ) {
    const repeated = /^(?:of|among|from|out of) the ([\d,]+)/.exec(opener)?.[1]?.replaceAll(",", "");
    const stated = own.find((each) => repeated !== undefined && each.finding.figure?.best === Number(repeated))?.finding ?? null;
    const earlier = stated ?? (own.length > 0 && !opener.startsWith("of the") ? (own[0]?.finding.whole ?? null) : null);
    return { finding: earlier ?? lastWhole(all, index, quantity), kind: "breakdown" };
  }
  if (first !== null && first.quantity !== quantity) {
    const main = own.findLast((each) => each.finding.whole === null) ?? first;
    const since = textOf(analysis, { first: Math.min(main.quantity.last, quantity.first), last: quantity.first + 1 }).toLowerCase();
    const lately = textOf(analysis, {
      first: Math.min((own.at(-1) as (typeof own)[number]).quantity.last, quantity.first),
      last: quantity.first + 1,
    }).toLowerCase();
    if (/\bof whom\b|\bof which\b/.test(lately))
      return { finding: (own.findLast((each) => partsFit(each.quantity, quantity)) ?? main).finding, kind: "breakdown" };
    if (/\bincluding\b|\bamong them\b|\bamong whom\b|\bsuch as\b|\bwith \S+ of them\b/.test(since))
      return { finding: main.finding, kind: "including" };
    if (/\bof them\b|\bof those\b|\bof these\b/.test(since)) return { finding: main.finding, kind: "breakdown" };
    if (/[(:–—]\s*\S*$/.test(since.replace(/\S+$/, "")) || /[(–—:]/.test(since)) {
      if (partsFit(main.quantity, quantity) && !/\bwhile\b|\bbut\b/.test(since) && sameKind(main, quantity))
        return { finding: main.finding, kind: "breakdown" };
    }
    const sibling = own.findLast((each) => each.finding.whole !== null);
    if (sibling !== undefined && between !== "" && continues(scene, sibling.quantity, quantity))
      return { finding: sibling.finding.whole, kind: sibling.finding.figure?.partKind ?? "unclear" };
  }
  if (/^included\b/.test(wordsAfter(scene, at, quantity)))
    return {
      finding: own.findLast((each) => partsFit(each.quantity, quantity))?.finding ?? lastWhole(all, index, quantity),
      kind: "including",
    };
  const partitive = partitiveWhole(scene, at, quantity, all, index);
  if (partitive !== null) return partitive;
  const after =
    quantity.last < sentence.last
      ? textOf(analysis, { first: quantity.last, last: Math.min(quantity.last + 2, sentence.last) }).toLowerCase()
      : "";
  if (/^of (?:them|these|those|whom)$/.test(after))
    return { finding: own[0]?.finding ?? lastWhole(all, index, quantity), kind: "breakdown" };
  return null;
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

function openerText(scene: Scene, at: SceneSentence, until: number): string {
  const last = Math.min(until + 1, at.sentence.last);
  return textOf(scene.analysis, { first: at.sentence.first, last })
    .toLowerCase()
    .replace(/^(?:but|and),? /, "");
}

/** Brackets hold parts only of something larger. */
function partsFit(whole: Quantity, part: Quantity): boolean {
  const high = whole.amount.max ?? whole.amount.best ?? whole.amount.min;
  const low = part.amount.best ?? part.amount.min ?? part.amount.max;
  return high !== null && low !== null && low < high;
}

function sameKind(main: { readonly counted: Counted }, _part: Quantity): boolean {
  return main.counted.unit !== "money";
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
