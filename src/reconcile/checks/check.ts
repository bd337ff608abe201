/**
 * Checks: of a whole against its parts, of the points of one series, of everything that names one number. A new check is one file here and one line
 * in arithmetic.ts.
 */
import type { Id } from "../../model/ids.ts";
import type { Division } from "../division.ts";
import type { FigureFact } from "../facts.ts";
import type { Point } from "../series.ts";

/** One way of cutting a whole, with the parts said for it, in document order. Never empty. */
export interface Cut {
  readonly division: Division;
  readonly parts: readonly FigureFact[];
}

export interface Whole {
  readonly whole: FigureFact;
  readonly cuts: readonly Cut[];
}

export interface Finding {
  readonly rule: string;
  /** The whole first, then the parts. */
  readonly claims: readonly Id[];
  /** One plain sentence. */
  readonly message: string;
}

/** Holds a whole against its parts. */
export interface Check {
  readonly rule: string;
  find(whole: Whole): readonly Finding[];
}

/** Holds the points of one tally against each other; they come in time order. */
export interface SeriesCheck {
  readonly rule: string;
  find(points: readonly Point[]): readonly Finding[];
}

/** A figure and whose word it is. */
export interface Said {
  readonly fact: FigureFact;
  readonly origin: string;
}

/** Holds figures of different measures that name the same number against each other; they come in document order. */
export interface NumberCheck {
  readonly rule: string;
  find(said: readonly Said[]): readonly Finding[];
}

const by: Readonly<Record<Division, string>> = {
  fate: "by what became of them",
  group: "by group",
  kind: "by kind",
  place: "by place",
  time: "by time",
  unstated: "without saying how",
};

/** How a division is named inside a sentence: "by group". */
export function inDivision(division: Division): string {
  return by[division];
}

/** The ids of a whole and of parts of it. */
export function claimsOf(whole: FigureFact, parts: readonly FigureFact[]): readonly Id[] {
  return [whole.id, ...parts.map((part) => part.id)];
}
