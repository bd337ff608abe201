/**
 * What stays the same when a text is told again in other words or another language: its numbers and its names, in their order.
 */
import type { Claim } from "../../model/claim.ts";
import { skeletonOf } from "./skeleton.ts";
import calendar from "./calendar.json" with { type: "json" };

/** A number ("#227", "#17:40") or the consonants of a name ("krst"), where it first stands, and how much it tells. */
export interface Anchor {
  readonly key: string;
  /** UTF-16 code units into the text layer. */
  readonly at: number;
  /** 0.3 for what many texts have, to 1.3. */
  readonly weight: number;
}

const NUMBER = /\d{1,3}(?:[ \u00a0\u202f\u2009,.]\d{3})+(?!\d)|\d+(?:[:.]\d{2}(?!\d))?/gu;
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]+/gu;
/** Before a word that stands inside a sentence. */
const INSIDE = /[\p{Ll}\p{N},;’'"”»)]\s+[("“«]?$/u;

const DATES = new Set(calendar.words);

/** Anchors by their first places, in the order of the text. `claims` give the numbers that are written in words. */
export function anchorsIn(text: string, claims: readonly Pick<Claim, "start" | "quote" | "figure">[]): readonly Anchor[] {
  const found = new Map<string, Anchor>();
  const put = (key: string, at: number, weight: number): void => {
    const known = found.get(key);
    if (known === undefined || at < known.at) found.set(key, { key, at, weight });
  };
  for (const match of text.matchAll(NUMBER)) {
    const key = numberKey(match[0]);
    put(key, match.index, weightOf(key));
  }
  for (const { start, quote, figure } of claims) {
    const value = figure?.best ?? figure?.min ?? null;
    if (value !== null && Number.isInteger(value) && value > 0 && !/\d/.test(quote)) put(`#${value}`, start, weightOf(`#${value}`));
  }
  for (const match of text.matchAll(CAPITALISED)) {
    const [word] = match;
    if (DATES.has(word.toLowerCase()) || !INSIDE.test(text.slice(Math.max(match.index - 4, 0), match.index))) continue;
    const skeleton = skeletonOf(word);
    if (skeleton.length > 1) put(skeleton, match.index, skeleton.length > 2 ? 1 : 0.5);
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** "4,500", "4 500" and "4500" are one number; "9.15" and "09:15" one time of day. */
function numberKey(written: string): string {
  const clock = /^0?(\d{1,2})[:.](\d{2})$/.exec(written);
  if (clock !== null) return `#${clock[1] ?? ""}:${clock[2] ?? ""}`;
  return `#${written.replace(/\D/g, "").replace(/^0+(?=\d)/, "")}`;
}

function weightOf(key: string): number {
  if (key.includes(":")) return 1.2;
  const value = Number(key.slice(1));
  if (value >= 1900 && value <= 2099) return 0.3;
  if (value < 10) return 0.5;
  return value >= 100 && value % 100 !== 0 ? 1.3 : 1;
}
