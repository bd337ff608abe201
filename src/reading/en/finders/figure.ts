/** Figures: each number that counts something, its unit and bounds, and the whole that it is a part of. */
import { tokenAt } from "../../../language/token.ts";
import type { Span } from "../../../model/passage.ts";
import type { Accrual, PartKind } from "../../../model/words.ts";

import type { Counted } from "../counted.ts";
import { countedBy } from "../counted.ts";
import type { Found } from "../../found.ts";
import { found } from "../../found.ts";
import type { Quantity } from "../quantities.ts";
import type { Scene } from "../scene.ts";
import type { SceneSentence } from "../stage.ts";
import type { Finder } from "../finder.ts";
import { claimSpan } from "../extent.ts";
import { unitByNoun } from "../lexicon.ts";
import { lemmaAt, spanOf, textOf } from "../words.ts";

export const figures: Finder = {
  name: "figure",
  find(scene) {
    const all: Found[] = [];
    scene.sentences.forEach((at, index) => {
      const { acts } = at;
      const own: { finding: Found; quantity: Quantity; counted: Counted }[] = [];
      for (const quantity of at.quantities) {
        const counted = countedBy(scene, at, acts, quantity);
        if (counted === null || passedOver(scene, at, quantity, counted, all)) continue;
        const whole = wholeOf(scene, at, quantity, own, all, index);
        const finding = figureOf(scene, at, index, quantity, counted, whole);
        if (finding === null) continue;
        own.push({ finding, quantity, counted });
        all.push(finding);
      }
    });
    return all;
  },
};

interface Whole {
  readonly finding: Found | null;
  readonly kind: PartKind;
}

function figureOf(scene: Scene, at: SceneSentence, index: number, quantity: Quantity, counted: Counted, whole: Whole | null): Found | null {
  const inherits = counted.elliptic || (whole !== null && counted.unit === "other" && counted.rule !== "en.figure.money");
  const from = whole?.finding ?? null;
  if (inherits && from === null && counted.unit === "other") return null;
  const unit = inherits && from?.figure != null && counted.unit === "other" ? from.figure.unit : counted.unit;
  const several = at.quantities.length > 1;
  const anchor = spanOf(scene.analysis, { first: quantity.first, last: quantity.last });
  const extent = extentOf(counted, (several && !isMain(at, counted)) || whole?.kind === "including", whole);
  return found({
    rule: whole === null || from === null ? counted.rule : `${counted.rule}.part`,
    kind: "figure",
    sentence: index,
    ...claimSpan(scene, at, extent, anchor),
    anchor,
    event: inherits && counted.event === null ? (from?.event ?? null) : counted.event,
    negated: false,
    figure: {
      ...quantity.amount,
      unit,
      counted: counted.noun ?? (inherits ? (from?.figure?.counted ?? null) : null),
      of: counted.of,
      accrual: accrualOf(scene, at, quantity),
      partKind: from === null ? null : (whole?.kind ?? null),
      per: quantity.per,
    },
    whole: from,
  });
}

/** A clause with one number speaks for itself; among several, the first that is its subject does. */
function isMain(at: SceneSentence, counted: Counted): boolean {
  const { clause, extent } = counted;
  if (clause?.subject == null || clause.subject.first > extent.first || extent.first >= clause.subject.last) return false;
  return at.quantities.every((other) => other.first >= extent.first || other.last <= clause.first || other.first >= clause.last);
}

/** A clause that opens with "Of these," begins at its number. */
function extentOf(counted: Counted, alone: boolean, whole: Whole | null): { first: number; last: number } {
  const { act, clause, extent } = counted;
  if (alone && !(act !== null && act.form === "reduced")) return extent;
  const around = act !== null ? act.extent : clause;
  if (around === null) return extent;
  const partitive = clause !== null && clause.subject !== null && clause.subject.first === extent.first && whole?.kind === "breakdown";
  return { first: partitive ? extent.first : Math.min(around.first, extent.first), last: Math.max(around.last, extent.last) };
}

const TOTALS = /\b(?:in total|in all|overall|so far|to date|altogether|a total of|cumulative(?:ly)?)\b/i;
const CURRENT =
  /\b(?:remain(?:s|ed)? (?:in (?:custody|detention|hospital|prison)|under arrest)|currently (?:in|held|detained)|still (?:in (?:custody|hospital|detention)|being held|held|missing))\b/i;

function accrualOf(scene: Scene, at: SceneSentence, quantity: Quantity): Accrual | null {
  if (quantity.accrual !== null) return quantity.accrual;
  const text = scene.analysis.text.slice(at.sentence.start, at.sentence.end);
  if (CURRENT.test(text)) return "current";
  return TOTALS.test(text) && at.quantities.length === 1 ? "cumulative" : null;
}

/** Speakers ("two doctors said"), repeats ("of the 612"), and small numbers of nothing in particular are no figures. */
function passedOver(scene: Scene, at: SceneSentence, quantity: Quantity, counted: Counted, before: readonly Found[]): boolean {
  const { analysis } = scene;
  const span: Span = { start: quantity.start, end: quantity.end };
  if (
    counted.unit === "other" &&
    scene.voices.some((frame) => frame.source !== null && frame.source.first <= quantity.first && quantity.first < frame.source.last)
  )
    return true;
  const determiner = quantity.first > at.sentence.first ? tokenAt(analysis, quantity.first - 1).lower : "";
  const value = quantity.amount.best;
  if (/^(?:the|these|those|all|both)$/.test(determiner)) {
    if (before.some((finding) => finding.figure?.best === value)) return true;
    if (counted.act === null || quantity.form === "words") return true;
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
  const small = quantity.form === "words" && value !== null && value <= 3;
  if (counted.unit === "other" && small && !isBounded(quantity)) return true;
  if (value === 1 && quantity.form === "words" && !isBounded(quantity) && counted.act === null) return true;
  if (quantity.form === "vague" && counted.unit === "other" && counted.act === null) return true;
  if (quantity.form === "none" && counted.act === null) return true;
  if (quantity.per === "whole" && counted.unit === "other" && counted.elliptic) return true;
  return isLabelNumber(scene, span);
}

function isBounded(quantity: Quantity): boolean {
  return quantity.first < quantity.from;
}

/** A number inside a name ("Boeing 737", "Group of Seven"). */
function isLabelNumber(scene: Scene, span: Span): boolean {
  return scene.names.all.some((name) => name.start < span.start && span.end <= name.end);
}

type Own = readonly { readonly finding: Found; readonly quantity: Quantity; readonly counted: Counted }[];

/** The whole that a number is part of: before "including", in "of whom", after "of these", in brackets or after a dash. */
function wholeOf(scene: Scene, at: SceneSentence, quantity: Quantity, own: Own, all: readonly Found[], index: number): Whole | null {
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
    const earlier = own.length > 0 && !opener.startsWith("of the") ? (own[0]?.finding.whole ?? null) : null;
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
