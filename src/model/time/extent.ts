/**
 * The stretches of time that a value can mean, as four numbers each: when it starts at the earliest and latest, when it ends at the earliest
 * and latest. Numbers are ms since 1970-01-01T00:00Z; an end is exclusive: the first ms after.
 */
import { dayNumber, daysInMonth } from "./calendar.ts";
import type { CalendarDate, Clock, DateRange, Edtf, Interval, Mark, Season } from "./edtf.ts";
import { seasons } from "./edtf.ts";

export interface Extent {
  readonly startMin: number;
  readonly startMax: number;
  readonly endMin: number;
  readonly endMax: number;
  /** Its length at the least and the most: start and end do not move apart freely ("one of these days" is a day long). */
  readonly lengthMin: number;
  readonly lengthMax: number;
}

/** How to read what the value leaves unsaid. */
export interface Reading {
  /** Minutes east of UTC for times that state no zone; null: see `widen`. */
  readonly zone: number | null;
  /** With no zone at all: true allows every zone that exists (UTC-12 to UTC+14), false counts local time as if it were UTC. */
  readonly widen: boolean;
  /** True lets what is marked `~` lie up to one unit of its finest marked component earlier or later. */
  readonly slide: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EAST = 14 * HOUR;
const WEST = 12 * HOUR;

function unspecified(pattern: string, digit: string): number {
  return Number(pattern.replaceAll("X", digit));
}

/** True when a digit pattern (0-9 and X) can stand for the number. */
function fits(pattern: string, number: number): boolean {
  const digits = String(number).padStart(pattern.length, "0");
  for (let i = 0; i < pattern.length; i++) if (pattern[i] !== "X" && pattern[i] !== digits[i]) return false;
  return true;
}

/** Numbers 1..limit that the two-digit pattern can stand for, least first. */
function candidates(pattern: string, limit: number): number[] {
  const found: number[] = [];
  for (let number = 1; number <= limit; number++) if (fits(pattern, number)) found.push(number);
  return found;
}

/** First (`step` 1) or last (-1) day that the patterns allow, as start and exclusive end in local ms. */
function edge(date: CalendarDate, step: 1 | -1): readonly [start: number, end: number] {
  const least = unspecified(date.year, "0");
  const most = unspecified(date.year, "9");
  const pick = (numbers: readonly number[]): number | undefined => (step === 1 ? numbers[0] : numbers.at(-1));
  if (date.month === null) {
    const year = step === 1 ? least : most;
    return [dayNumber(year, 1, 1) * DAY, dayNumber(year + 1, 1, 1) * DAY];
  }
  const months = candidates(date.month, 12);
  if (date.day === null) {
    const year = step === 1 ? least : most;
    const month = pick(months) ?? 1;
    return [dayNumber(year, month, 1) * DAY, dayNumber(year, month + 1, 1) * DAY];
  }
  const ordered = step === 1 ? months : months.toReversed();
  // More than one turn only when the day is the 29th of February or longer than some months.
  for (let year = step === 1 ? least : most; year >= least && year <= most; year += step) {
    if (date.year.includes("X") && !fits(date.year, year)) continue;
    for (const month of ordered) {
      const day = pick(candidates(date.day, daysInMonth(year, month)));
      if (day !== undefined) return [dayNumber(year, month, day) * DAY, (dayNumber(year, month, day) + 1) * DAY];
    }
  }
  throw new RangeError("a date that no day fits");
}

const approximate = (mark: Mark): boolean => mark === "~" || mark === "%";

/** How far `~` lets the date lie off: one unit of the finest component that is marked. */
function slack(date: CalendarDate | Season): number {
  if (date.kind === "season") return approximate(date.mark) ? 92 * DAY : 0;
  if (approximate(date.marks.clock)) return HOUR;
  if (approximate(date.marks.day)) return DAY;
  if (approximate(date.marks.month)) return 31 * DAY;
  return approximate(date.marks.year) ? 366 * DAY : 0;
}

type Ends = Pick<Extent, "startMin" | "startMax" | "endMin" | "endMax">;

function local(date: CalendarDate | Season): Ends {
  if (date.kind === "season") {
    const { from, months } = seasons.get(date.season) ?? { from: 1, months: 12 };
    const [least, most] = [unspecified(date.year, "0"), unspecified(date.year, "9")];
    return {
      startMin: dayNumber(least, from, 1) * DAY,
      startMax: dayNumber(most, from, 1) * DAY,
      endMin: dayNumber(least, from + months, 1) * DAY,
      endMax: dayNumber(most, from + months, 1) * DAY,
    };
  }
  const first = onClock(edge(date, 1), date.clock);
  const whole = !date.year.includes("X") && date.month?.includes("X") !== true && date.day?.includes("X") !== true;
  const last = whole ? first : onClock(edge(date, -1), date.clock);
  return { startMin: first[0], startMax: last[0], endMin: first[1], endMax: last[1] };
}

/** The hour, minute or second of the clock within the day that starts at `start`; the whole day without a clock. */
function onClock([start, end]: readonly [number, number], clock: Clock | null): readonly [start: number, end: number] {
  if (clock === null) return [start, end];
  const from = start + clock.hour * HOUR + (clock.minute ?? 0) * 60_000 + (clock.second ?? 0) * 1000;
  return [from, from + (clock.minute === null ? HOUR : clock.second === null ? 60_000 : 1000)];
}

/** The extent of one date or season. */
export function extentOfDate(date: CalendarDate | Season, reading: Reading): Extent {
  const { startMin, startMax, endMin, endMax } = local(date);
  const lengths = [endMin - startMin, endMax - startMax];
  const stated = date.kind === "date" && date.clock !== null ? date.clock.zone : null;
  const zone = stated ?? reading.zone;
  const offset = (zone ?? 0) * 60_000;
  const around = reading.slide ? slack(date) : 0;
  const earlier = around + offset + (zone === null && reading.widen ? EAST : 0);
  const later = around - offset + (zone === null && reading.widen ? WEST : 0);
  return {
    startMin: startMin - earlier,
    startMax: startMax + later,
    endMin: endMin - earlier,
    endMax: endMax + later,
    lengthMin: Math.min(...lengths),
    lengthMax: Math.max(...lengths),
  };
}

/** True when a date of the value states its zone. */
export function statesZone(value: Edtf | DateRange | Interval["start"]): boolean {
  switch (value.kind) {
    case "date":
      return value.clock !== null && value.clock.zone !== null;
    case "interval":
      return statesZone(value.start) || statesZone(value.end);
    case "one-of":
    case "all-of":
      return value.members.some(statesZone);
    case "range":
      return (value.from !== null && statesZone(value.from)) || (value.to !== null && statesZone(value.to));
    case "season":
    case "open":
    case "unknown":
      return false;
  }
}

/** True when `end` is over before `start` can begin, whatever the zones. */
export function runsBackward(start: Interval["start"], end: Interval["end"]): boolean {
  if (start.kind === "open" || start.kind === "unknown" || end.kind === "open" || end.kind === "unknown") return false;
  const reading: Reading = { zone: null, widen: statesZone(start) !== statesZone(end), slide: false };
  return extentOfDate(end, reading).endMax <= extentOfDate(start, reading).startMin;
}

/**
 * The extent from the start of one date to the end of another: both end dates belong to it whole.
 * Open is infinite. Unknown lies anywhere on its side of the other end.
 */
export function extentBetween(start: Interval["start"], end: Interval["end"], reading: Reading): Extent {
  const ends = between(start, end, reading);
  return { ...ends, lengthMin: Math.max(0, ends.endMin - ends.startMax), lengthMax: ends.endMax - ends.startMin };
}

function between(start: Interval["start"], end: Interval["end"], reading: Reading): Ends {
  const from = start.kind === "open" || start.kind === "unknown" ? null : extentOfDate(start, reading);
  const to = end.kind === "open" || end.kind === "unknown" ? null : extentOfDate(end, reading);
  if (from === null) {
    const last = to?.startMax ?? Infinity;
    return {
      startMin: -Infinity,
      startMax: start.kind === "open" ? -Infinity : last,
      endMin: to?.endMin ?? Infinity,
      endMax: to?.endMax ?? Infinity,
    };
  }
  if (to === null) {
    return { startMin: from.startMin, startMax: from.startMax, endMin: end.kind === "open" ? Infinity : from.endMin, endMax: Infinity };
  }
  // Neither end crosses the other, however loose each is for itself.
  return {
    startMin: from.startMin,
    startMax: Math.max(from.startMin, Math.min(from.startMax, to.startMax)),
    endMin: Math.min(to.endMax, Math.max(to.endMin, from.endMin)),
    endMax: to.endMax,
  };
}

/** The extent of "some date between the two". An open side reaches just short of infinity: the date itself is finite. */
export function extentOfSome(range: DateRange, reading: Reading): Extent {
  const from = range.from === null ? null : extentOfDate(range.from, reading);
  const to = range.to === null ? null : extentOfDate(range.to, reading);
  const known = [from, to].filter((extent) => extent !== null);
  return {
    startMin: from?.startMin ?? -Infinity,
    startMax: to?.startMax ?? Number.MAX_VALUE,
    endMin: from?.endMin ?? -Number.MAX_VALUE,
    endMax: to?.endMax ?? Infinity,
    lengthMin: Math.min(...known.map((extent) => extent.lengthMin)),
    lengthMax: Math.max(...known.map((extent) => extent.lengthMax)),
  };
}
