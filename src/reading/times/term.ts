/** What an expression says before anything is reckoned: the recognisers make these, `resolve.ts` turns them into EDTF. */
import type { DayPart } from "./mention.ts";

export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "weekend" | "month" | "quarter" | "year" | "decade" | "century";

/** What a shift counts from: the day of publication, or the last day that the text spoke of. */
export type Base = "published" | "narrative";

/** A day. Without a year, the year is the nearest that fits; without a month, the month of the last day spoken of. */
export interface DayTerm {
  readonly is: "day";
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  /** The weekday said with a day whose month is not said: "Tuesday 14". */
  readonly weekday?: number;
}

/** `a/b/year`: day and month in an order that the text alone may not tell. */
export interface SlashTerm {
  readonly is: "slash";
  readonly first: number;
  readonly second: number;
  /** Null when none is said: `a/b`. */
  readonly year: number | null;
}

export interface MonthTerm {
  readonly is: "month";
  readonly year: number | null;
  readonly month: number;
  /** Set when the year is said in words: "January this year". */
  readonly yearBy: number | null;
}

/** A year, decade or century: `2011`, `199X`, `19XX`. */
export interface YearTerm {
  readonly is: "year";
  readonly pattern: string;
}

/** A season, quarter or half, by its EDTF code (21-24, 33-36, 40-41). */
export interface SeasonTerm {
  readonly is: "season";
  readonly year: number | null;
  readonly code: number;
  readonly yearBy: number | null;
}

/** A weekday, 1 Monday to 7 Sunday. `which`: -1 last, 0 this, 1 next, null when only named. */
export interface WeekdayTerm {
  readonly is: "weekday";
  readonly weekday: number;
  readonly which: -1 | 0 | 1 | null;
  /** True when the sentence looks ahead: "will … on Friday". */
  readonly ahead: boolean;
  /** True for "the coming Friday", never the day of publication itself. */
  readonly soon: boolean;
  /** True when `which` is said of the week ("Thursday last week"), not of the day ("last Thursday"). */
  readonly ofWeek: boolean;
}

/** So many units from a day that is said: "two days after January 6". */
export interface OffsetTerm {
  readonly is: "offset";
  readonly of: DayTerm | SlashTerm | WeekdayTerm | ShiftTerm;
  readonly unit: TimeUnit;
  readonly by: number;
}

/** So many units from the base: yesterday, last week, three days later. `loose` when the count says less than a day ("three weeks ago"). */
export interface ShiftTerm {
  readonly is: "shift";
  readonly base: Base;
  readonly unit: TimeUnit;
  readonly by: number;
  readonly loose: boolean;
  /** True for a plan ("will … in two weeks"): the story does not move there. */
  readonly aside: boolean;
}

export interface ClockTerm {
  readonly is: "clock";
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Minutes east of UTC; null when no zone is said, or only a place ("Almaty time"). */
  readonly zone: number | null;
  readonly approx: boolean;
  /** False for a bare hour that may be before or after noon ("at 7"). */
  readonly sure: boolean;
}

/** A part of the day, of some day. */
export interface PartTerm {
  readonly is: "part";
  readonly part: DayPart;
  /** "overnight", "during the night": the night that has just been, which joins two days. */
  readonly through: boolean;
  /** "at night", "at dawn": of a day only where the sentence names one. */
  readonly bare: boolean;
}

/** A day with a time or part of it. */
export interface MomentTerm {
  readonly is: "moment";
  readonly date: DateTerm;
  readonly clock: ClockTerm | null;
  readonly part: DayPart | null;
}

/** From one to the other, both included. */
export interface RangeTerm {
  readonly is: "range";
  readonly from: PointTerm;
  readonly to: PointTerm;
  readonly part: DayPart | null;
}

/** Several days in one breath: all of them ("January 5 and 6") or one of them ("January 5 or 6"). */
export interface ListTerm {
  readonly is: "list";
  readonly all: boolean;
  readonly members: readonly DateTerm[];
}

/** A numbered part of a longer time: "the last week of April", "the first Monday in May", "the 20th of this month". Counted from the end when negative. */
export interface PortionTerm {
  readonly is: "portion";
  readonly of: DateTerm;
  readonly unit: "day" | "week" | "month" | "weekday";
  /** 1 Monday to 7 Sunday, of a weekday; else 0. */
  readonly weekday: number;
  readonly index: number;
}

/** Monday to Sunday of the week that holds a day: "the week of 21 May". */
export interface WeekOfTerm {
  readonly is: "week-of";
  readonly of: DateTerm;
}

/** About then: "early January", "around January 6". */
export interface AboutTerm {
  readonly is: "about";
  readonly of: DateTerm;
}

/** A length of time as ISO 8601. */
export interface DurationTerm {
  readonly is: "duration";
  readonly value: string;
}

/** A repeated time as ISO 8601, `R/P1W`. */
export interface SetTerm {
  readonly is: "set";
  readonly value: string;
}

/** Now, recently, later: a time that nothing fixes. */
export interface VagueTerm {
  readonly is: "vague";
}

export type DateTerm =
  DayTerm | SlashTerm | MonthTerm | YearTerm | SeasonTerm | WeekdayTerm | ShiftTerm | OffsetTerm | PortionTerm | WeekOfTerm | AboutTerm;
export type PointTerm = DateTerm | ClockTerm | PartTerm | MomentTerm;
export type Term = PointTerm | RangeTerm | ListTerm | DurationTerm | SetTerm | VagueTerm;
