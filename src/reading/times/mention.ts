/** A time expression as the text has it, and what it says. */
import type { Span } from "../../model/passage.ts";

export type TimeKind = "date" | "time" | "duration" | "set";
export type DayPart = "morning" | "afternoon" | "evening" | "night" | "midnight" | "noon" | "dawn" | "dusk" | "day";

/**
 * The span is the expression as TIMEX3 marks it: "January 6", "the morning of January 11", "the next day". A preposition before it stays outside
 * (`lead`), "between" and what joins a range stay inside.
 */
export interface TimeMention extends Span {
  /** "time" when an hour or a part of the day is said. */
  readonly kind: TimeKind;
  /**
   * EDTF; for a duration ISO 8601 (`P3D`, `PT2H`, `P1.5Y`, with X for a number that is not said: `PXY`); for a set `R/P1W`.
   * Digits that are not known are X: `XXXX-01-06` without a publication date, `XXXX-XX-XXT22:40` for an hour of a day that is not said.
   * Null for "now" and "recently", and where the text does not tell ("the next day" after no date, "yesterday" without a publication date).
   */
  readonly value: string | null;
  /** `language.time.recogniser`. */
  readonly rule: string;
  /** How the time is used, in one English word for all languages: on, in, at, by, until, since, from, between, after, before, as-of, during, for, within, over; null when nothing says. */
  readonly lead: string | null;
  /** True when the value was reckoned from the publication date or another mention instead of being said in full. */
  readonly relative: boolean;
  readonly part: DayPart | null;
  /** True for "last night", "overnight", "during the night": the value is the day on which that night began, and it ran into the next one. */
  readonly overnight: boolean;
}

/** What the reader knows of the document. */
export interface TimeContext {
  /** EDTF date on which the document was published; null when unknown. */
  readonly published: string | null;
  readonly language: "en" | "ru" | "kk";
}
