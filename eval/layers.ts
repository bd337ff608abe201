/** One document's claims compared layer by layer. Row names are the keys of scores.json: change one and the committed scores no longer hold it. */
import type { Draft } from "../src/model/claim.ts";
import type { Span } from "../src/model/passage.ts";
import { overlaps } from "../src/model/passage.ts";
import type { Kind } from "../src/model/words.ts";
import { sameBounds, sameValue } from "./amount.ts";
import type { GoldClaim, GoldDocument, GoldVoice } from "./gold.ts";
import type { Matching, Pair } from "./match.ts";
import { rightShare } from "./match.ts";
import { foldTime, sameMention, sameName, sameTime } from "./same.ts";
import type { Tallies } from "./tally.ts";

type Language = GoldDocument["language"];

/** Kinds that assert something: what the others say about certainty is in the kind itself. */
const asserting: ReadonlySet<Kind> = new Set(["event", "figure", "relation", "explanation", "condition", "assessment", "label"]);

/** What went wrong in one place, with how bad it is: 10 a lost or invented negation, 1 a detail. */
export interface Fault {
  readonly weight: number;
  readonly what: string;
  readonly gold: GoldClaim | null;
  readonly found: Draft | null;
}

function sameVoice(gold: GoldVoice, found: Draft["voice"][number], language: Language): boolean {
  if (gold.name === null || found.name === null) return gold.name === found.name;
  const name = found.name;
  return [gold.name, ...gold.accept].some((each) => sameName(each, name, language));
}

/** True when both chains have the same length and the same names in the same order. */
export function sameChain(gold: readonly GoldVoice[], found: Draft["voice"], language: Language): boolean {
  return (
    gold.length === found.length &&
    gold.every((voice, index) => {
      const other = found[index];
      return other !== undefined && sameVoice(voice, other, language);
    })
  );
}

function sameEvent({ gold, found }: Pair): boolean {
  return gold.event === found.event || (found.event !== null && gold.orEvents.includes(found.event));
}

function partRight({ gold, found }: Pair, matching: Matching, drafts: readonly Draft[]): boolean {
  const whole = gold.figure?.partOf ?? null;
  const at = found.figure?.partOf ?? null;
  if (whole === null || at === null) return whole === at;
  const draft = drafts[at];
  return draft !== undefined && matching.goldOf.get(draft) === whole;
}

/** Value, bounds, unit and part-of: what the brief calls a figure fully right. */
function figureRight(pair: Pair, matching: Matching, drafts: readonly Draft[]): boolean {
  const [gold, found] = [pair.gold.figure, pair.found.figure];
  return gold !== null && found !== null && sameBounds(gold, found) && gold.unit === found.unit && partRight(pair, matching, drafts);
}

/** The part of a claim that only its kind has. */
function contentRight(pair: Pair, matching: Matching, drafts: readonly Draft[], language: Language): boolean {
  const { gold, found } = pair;
  if (gold.figure !== null && found.figure !== null) return figureRight(pair, matching, drafts);
  if (gold.kind === "event" || (gold.kind === "condition" && gold.event !== null)) return sameEvent(pair);
  if (gold.relation !== null) {
    const [a, b] = [gold.relation, found.relation];
    const same = (left: string | null, right: string | null): boolean =>
      left === null || right === null ? left === right : sameName(left, right, language);
    return b !== null && a.type === b.type && same(a.from, b.from) && same(a.to, b.to);
  }
  if (gold.pledge !== null && found.pledge !== null) {
    const [by, other] = [gold.pledge.by, found.pledge.by];
    const speaker = gold.voice.at(-1);
    if (by === null || other === null) return by === other;
    return (
      sameName(by, other, language) ||
      (speaker?.name != null && [speaker.name, ...speaker.accept].some((n) => sameName(n, other, language)))
    );
  }
  return true;
}

function addKinds(into: Tallies, document: GoldDocument, matching: Matching, drafts: readonly Draft[], faults: Fault[]): void {
  for (const pair of matching.pairs) {
    const { gold, found } = pair;
    const right = pair.share >= rightShare;
    const whole =
      right &&
      sameChain(gold.voice, found.voice, document.language) &&
      gold.certainty === found.certainty &&
      gold.negated === found.negated &&
      contentRight(pair, matching, drafts, document.language);
    for (const kind of [gold.kind, "all"]) {
      into.add(`kind.${kind}.found`, 1, 1, 1);
      into.add(`kind.${kind}.span`, 1, 1, right ? 1 : 0);
      into.add(`kind.${kind}.whole`, 1, 1, whole ? 1 : 0);
    }
    if (gold.kind === "event" && !sameEvent(pair)) {
      faults.push({ weight: 2, what: `event type ${String(found.event)}, not ${String(gold.event)}`, gold, found });
    }
  }
  const rows = ["found", "span", "whole"];
  for (const { gold, found } of matching.crossed) {
    for (const kind of [gold.kind, "all"]) for (const row of rows) into.add(`kind.${kind}.${row}`, 1, 0, 0);
    for (const kind of [found.kind, "all"]) for (const row of rows) into.add(`kind.${kind}.${row}`, 0, 1, 0);
    faults.push({ weight: 3, what: `kind ${found.kind} (${found.rule}), not ${gold.kind}`, gold, found });
  }
  for (const gold of matching.missed) {
    for (const kind of [gold.kind, "all"]) for (const row of rows) into.add(`kind.${kind}.${row}`, 1, 0, 0);
    faults.push({
      weight: gold.kind === "figure" || gold.kind === "question" || gold.kind === "pledge" ? 5 : 3,
      what: `missed ${gold.kind}`,
      gold,
      found: null,
    });
  }
  for (const found of matching.extra) {
    for (const kind of [found.kind, "all"]) for (const row of rows) into.add(`kind.${kind}.${row}`, 0, 1, 0);
    faults.push({ weight: found.kind === "figure" ? 4 : 2, what: `extra ${found.kind} (${found.rule})`, gold: null, found });
  }
}

/** Claims that say the same words, under the right kind or another. */
function said({ pairs, crossed }: Matching): readonly Pair[] {
  return [...pairs, ...crossed];
}

/** A layer over claims: who has it, and whether a pair agrees on it. Claims that nobody found count against recall, extra ones against precision. */
function addLayer(
  into: Tallies,
  name: string,
  matching: Matching,
  has: { readonly gold: (claim: GoldClaim) => number; readonly found: (claim: Draft) => number },
  right: (pair: Pair) => number,
): void {
  for (const pair of said(matching)) {
    const [gold, found] = [has.gold(pair.gold), has.found(pair.found)];
    const agreed = right(pair);
    if (gold + found > 0) into.add(name, gold, found, agreed);
    // The same, of claims that were found: how good the layer is by itself.
    if (gold + found > 0) into.add(`${name}.of-found`, gold, found, agreed);
  }
  for (const gold of matching.missed) if (has.gold(gold) > 0) into.add(name, has.gold(gold), 0, 0);
  for (const found of matching.extra) if (has.found(found) > 0) into.add(name, 0, has.found(found), 0);
}

const one = (yes: boolean): number => (yes ? 1 : 0);

function addVoice(into: Tallies, { language }: GoldDocument, matching: Matching, faults: Fault[]): void {
  addLayer(
    into,
    "voice.exact",
    matching,
    { gold: (c) => one(c.voice.length > 0), found: (c) => one(c.voice.length > 0) },
    ({ gold, found }) => one(gold.voice.length > 0 && sameChain(gold.voice, found.voice, language)),
  );
  for (const { gold, found } of said(matching)) {
    const same = sameChain(gold.voice, found.voice, language);
    // Over all claims, those in the document's own voice included.
    into.add("voice.every-claim.of-found", 1, 1, one(same));
    const [inner, other] = [gold.voice.at(-1), found.voice.at(-1)];
    if (same && inner !== undefined && other !== undefined) {
      into.add("voice.stance.of-exact", 1, 1, one(inner.stance === other.stance));
      if (inner.party !== "unknown") into.add("voice.party.of-exact", 1, 1, one(inner.party === other.party));
    }
    if (!same) {
      const chain = (voices: readonly { readonly name: string | null }[]): string =>
        `[${voices.map((voice) => voice.name ?? "it was reported").join(" > ")}]`;
      faults.push({ weight: 5, what: `voice ${chain(found.voice)}, not ${chain(gold.voice)}`, gold, found });
    }
  }
}

function addCertainty(into: Tallies, matching: Matching, faults: Fault[]): void {
  const counts = (claim: { readonly kind: Kind; readonly certainty: string }): number =>
    one(asserting.has(claim.kind) && claim.certainty !== "stated");
  addLayer(into, "certainty.not-stated", matching, { gold: counts, found: counts }, ({ gold, found }) =>
    Math.min(counts(gold), one(gold.certainty === found.certainty)),
  );
  for (const { gold, found } of said(matching)) {
    if (!asserting.has(gold.kind)) continue;
    const same = gold.certainty === found.certainty;
    into.add("certainty.every-claim.of-found", 1, 1, one(same));
    if (!same) faults.push({ weight: 4, what: `certainty ${found.certainty}, not ${gold.certainty}`, gold, found });
  }
}

function addNegation(into: Tallies, matching: Matching, faults: Fault[]): void {
  // A question is not negated by its "not known", whoever labels it.
  const counts = (claim: { readonly negated: boolean; readonly kind: Kind }): number => one(claim.negated && claim.kind !== "question");
  addLayer(into, "negation", matching, { gold: counts, found: counts }, ({ gold, found }) => one(gold.negated && found.negated));
  for (const { gold, found } of said(matching)) {
    if (gold.negated === found.negated || gold.kind === "question" || found.kind === "question") continue;
    into.add(gold.negated ? "negation.lost" : "negation.invented", 1, 0, 0);
    faults.push({ weight: 10, what: gold.negated ? "NEGATION LOST" : "NEGATION INVENTED", gold, found });
  }
}

function addFigures(into: Tallies, matching: Matching, drafts: readonly Draft[], faults: Fault[]): void {
  const counts = (claim: { readonly figure: unknown }): number => one(claim.figure !== null);
  const layer = (name: string, right: (pair: Pair) => boolean): void => {
    addLayer(into, name, matching, { gold: counts, found: counts }, (pair) =>
      one(pair.gold.figure !== null && pair.found.figure !== null && right(pair)),
    );
  };
  layer("figure.value", ({ gold, found }) => sameValue(gold.figure!, found.figure!));
  layer("figure.bounds", ({ gold, found }) => sameBounds(gold.figure!, found.figure!));
  layer("figure.unit", ({ gold, found }) => gold.figure!.unit === found.figure!.unit);
  layer("figure.fully", (pair) => figureRight(pair, matching, drafts));
  const parts = (claim: { readonly figure: { readonly partOf: number | null } | null }): number => one(claim.figure?.partOf != null);
  addLayer(into, "figure.part-of", matching, { gold: parts, found: parts }, (pair) =>
    one(parts(pair.gold) === 1 && partRight(pair, matching, drafts)),
  );
  for (const pair of matching.pairs) {
    const { gold, found } = pair;
    if (gold.figure === null || found.figure === null) continue;
    const amount = (f: { min: number | null; max: number | null; best: number | null; approx: boolean }): string =>
      `${String(f.min)}..${String(f.max)} best ${String(f.best)}${f.approx ? " approx" : ""}`;
    if (!sameBounds(gold.figure, found.figure))
      faults.push({
        weight: sameValue(gold.figure, found.figure) ? 4 : 6,
        what: `amount ${amount(found.figure)}, not ${amount(gold.figure)}`,
        gold,
        found,
      });
    if (gold.figure.unit !== found.figure.unit)
      faults.push({ weight: 4, what: `unit ${found.figure.unit}, not ${gold.figure.unit}`, gold, found });
    if (!partRight(pair, matching, drafts)) faults.push({ weight: 3, what: "part of another whole", gold, found });
  }
}

/** A time expression as used by claims: where it stands (null when the claim does not say) and its value. */
interface Used {
  readonly span: Span | null;
  readonly value: string;
  readonly optional: boolean;
}

function nearest(text: string, phrase: string, near: Span): Span | null {
  let best: Span | null = null;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (best === null || Math.abs(at - near.start) < Math.abs(best.start - near.start)) best = { start: at, end: at + phrase.length };
  }
  return best;
}

function distinct(times: readonly Used[]): readonly Used[] {
  const seen = new Map<string, Used>();
  for (const time of times) {
    const key = `${time.span === null ? "" : String(time.span.start)} ${foldTime(time.value)}`;
    const before = seen.get(key);
    if (before === undefined || (before.optional && !time.optional)) seen.set(key, time);
  }
  return [...seen.values()];
}

/** Times by expression, so that one date carried by six claims counts once and a claim that was not found does not hide a date that was. */
function addExpressions(into: Tallies, { text, claims }: GoldDocument, drafts: readonly Draft[]): void {
  const used = (value: string | null, phrase: string | null, near: Span, optional: boolean): readonly Used[] =>
    value === null ? [] : [{ span: phrase === null || phrase === "" ? null : nearest(text, phrase, near), value, optional }];
  const gold = distinct(
    claims.flatMap((claim) => [
      ...used(claim.when, claim.whenText, claim, claim.optional),
      ...used(claim.asOf, claim.asOfText, claim, claim.optional),
    ]),
  );
  // A claim says the words of its time but not where they stand, and of its as-of moment only the value.
  const found = distinct(
    drafts.flatMap((draft) => [...used(draft.when, draft.whenText, draft, false), ...used(draft.asOf, null, draft, false)]),
  );
  const taken = new Set<Used>();
  const fits = (a: Used, b: Used): boolean =>
    foldTime(a.value) === foldTime(b.value) && (a.span === null || b.span === null || overlaps(a.span, b.span));
  let right = 0;
  let spare = 0;
  for (const time of [...gold].sort((a, b) => Number(a.optional) - Number(b.optional))) {
    const match = found.find((each) => !taken.has(each) && fits(time, each));
    if (match === undefined) continue;
    taken.add(match);
    if (time.optional) spare++;
    else right++;
  }
  // A second claim's as-of value, said without words, repeats an expression that is already counted.
  const repeats = found.filter((each) => !taken.has(each) && each.span === null && gold.some((time) => fits(time, each))).length;
  into.add("time.expression", gold.filter((time) => !time.optional).length, found.length - spare - repeats, right);
}

function addTimes(into: Tallies, document: GoldDocument, matching: Matching, drafts: readonly Draft[], faults: Fault[]): void {
  for (const [name, key] of [
    ["time.when", "when"],
    ["time.as-of", "asOf"],
    ["time.said", "said"],
  ] as const) {
    addLayer(into, name, matching, { gold: (c) => one(c[key] !== null), found: (c) => one(c[key] !== null) }, ({ gold, found }) =>
      one(gold[key] !== null && sameTime(gold[key], found[key])),
    );
    for (const { gold, found } of said(matching)) {
      if (!sameTime(gold[key], found[key]))
        faults.push({ weight: key === "said" ? 1 : 3, what: `${key} ${String(found[key])}, not ${String(gold[key])}`, gold, found });
    }
  }
  addExpressions(into, document, drafts);
}

/** How many of `gold` have a partner in `found`, one to one, first come first served. */
function common<A, B>(gold: readonly A[], found: readonly B[], same: (a: A, b: B) => boolean): number {
  const free = [...found];
  let count = 0;
  for (const each of gold) {
    const at = free.findIndex((other) => same(each, other));
    if (at === -1) continue;
    free.splice(at, 1);
    count++;
  }
  return count;
}

function addPlacesAndRoles(into: Tallies, { text, language }: GoldDocument, matching: Matching, faults: Fault[]): void {
  const places = ({ gold, found }: Pair): number =>
    common(gold.where, found.where, (a, b) => sameName(a.name, b.name, language) || sameMention(text, a, b));
  addLayer(into, "place", matching, { gold: (c) => c.where.length, found: (c) => c.where.length }, places);
  const roles = ({ gold, found }: Pair): number =>
    common(gold.who, found.who, (a, b) => a.role === b.role && (sameName(a.name, b.name, language) || sameMention(text, a, b)));
  addLayer(into, "role", matching, { gold: (c) => c.who.length, found: (c) => c.who.length }, roles);
  for (const pair of said(matching)) {
    const names = (list: readonly { readonly name: string }[]): string => list.map((each) => each.name).join("; ") || "none";
    if (places(pair) < Math.max(pair.gold.where.length, pair.found.where.length))
      faults.push({
        weight: 1,
        what: `places ${names(pair.found.where)}, not ${names(pair.gold.where)}`,
        gold: pair.gold,
        found: pair.found,
      });
  }
}

/** Adds one document's comparison to the tallies and returns what went wrong in it. */
export function addDocument(into: Tallies, document: GoldDocument, matching: Matching, drafts: readonly Draft[]): readonly Fault[] {
  const faults: Fault[] = [];
  addKinds(into, document, matching, drafts, faults);
  addVoice(into, document, matching, faults);
  addCertainty(into, matching, faults);
  addNegation(into, matching, faults);
  addFigures(into, matching, drafts, faults);
  addTimes(into, document, matching, drafts, faults);
  addPlacesAndRoles(into, document, matching, faults);
  return faults;
}
