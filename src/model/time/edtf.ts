/**
 * A time as a value: EDTF (ISO 8601-2:2019, clauses 4-14 as profiled by the Library of Congress, levels 0-2), extended by the contract with
 * hour precision (`T22`), marks on times of day, times of a day with unspecified digits, and times without a zone ("local, unstated").
 * Every shape is plain JSON. `parse.ts` makes only values that hold: real days, intervals that run forward.
 */

/** `~` approximate, `?` uncertain (the source is questioned), `%` both, "" neither. */
export type Mark = "" | "~" | "?" | "%";

/** One mark for each component; "" for a component that is not there. */
export interface Marks {
  readonly year: Mark;
  readonly month: Mark;
  readonly day: Mark;
  readonly clock: Mark;
}

/** A time of day. */
export interface Clock {
  /** 0-23. */
  readonly hour: number;
  /** 0-59; null when only the hour is said. */
  readonly minute: number | null;
  /** 0-59; null when not said. */
  readonly second: number | null;
  /** Minutes east of UTC, -720 to 840; null when no zone is stated: local time of an unstated place. */
  readonly zone: number | null;
}

/** A date to the year, month, day, or time of day. Digits are kept as text because each may be unspecified (`X`). */
export interface CalendarDate {
  readonly kind: "date";
  /** Four of 0-9 and X, with `-` in front for years before 0000 (which has no X). */
  readonly year: string;
  /** Two of 0-9 and X, a possible month 01-12; null when the date is to the year. */
  readonly month: string | null;
  /** Two of 0-9 and X, a possible day of that month; null when the date is to the month. */
  readonly day: string | null;
  /** Only on a date to the day; with X in the date it is that hour of a day nobody names: `XXXX-XX-XXT22:40`. */
  readonly clock: Clock | null;
  readonly marks: Marks;
}

/** A named part of a year, by its code in ISO 8601-2 (21-41: seasons, quarters, four-month and six-month parts). */
export interface Season {
  readonly kind: "season";
  readonly year: string;
  readonly season: number;
  readonly mark: Mark;
}

/** Nothing bounds this side: `..`. */
export interface OpenEnd {
  readonly kind: "open";
}

/** Something bounds this side and nobody says what: the empty end. */
export interface UnknownEnd {
  readonly kind: "unknown";
}

/** From the start of `start` to the end of `end`; at least one of them is a date. */
export interface Interval {
  readonly kind: "interval";
  readonly start: CalendarDate | Season | OpenEnd | UnknownEnd;
  readonly end: CalendarDate | Season | OpenEnd | UnknownEnd;
}

/** `from..to` inside a set: every date of that precision between them, both included; null is open. */
export interface DateRange {
  readonly kind: "range";
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** `[..]` one of the members, `{..}` all of them; at least one member. */
export interface DateSet {
  readonly kind: "one-of" | "all-of";
  readonly members: readonly (CalendarDate | Season | DateRange)[];
}

export type Edtf = CalendarDate | Season | Interval | DateSet;

/** What no component carries. */
export const unmarked: Marks = { year: "", month: "", day: "", clock: "" };

/** Month in which a part of the year starts (13 and above: in the next year) and how many months it lasts, by ISO 8601-2 code. */
export const seasons: ReadonlyMap<number, { readonly from: number; readonly months: number }> = new Map([
  // Seasons of no stated hemisphere are northern, by the weather's calendar; winter is the one that begins in December of the year named.
  [21, { from: 3, months: 3 }],
  [22, { from: 6, months: 3 }],
  [23, { from: 9, months: 3 }],
  [24, { from: 12, months: 3 }],
  [25, { from: 3, months: 3 }],
  [26, { from: 6, months: 3 }],
  [27, { from: 9, months: 3 }],
  [28, { from: 12, months: 3 }],
  [29, { from: 9, months: 3 }],
  [30, { from: 12, months: 3 }],
  [31, { from: 3, months: 3 }],
  [32, { from: 6, months: 3 }],
  [33, { from: 1, months: 3 }],
  [34, { from: 4, months: 3 }],
  [35, { from: 7, months: 3 }],
  [36, { from: 10, months: 3 }],
  [37, { from: 1, months: 4 }],
  [38, { from: 5, months: 4 }],
  [39, { from: 9, months: 4 }],
  [40, { from: 1, months: 6 }],
  [41, { from: 7, months: 6 }],
]);
