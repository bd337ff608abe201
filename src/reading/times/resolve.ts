/**
 * From what an expression says to EDTF, given the day of publication and what the text spoke of before.
 *
 * A day or month without a year takes the year of the nearest date before it in the text that stated one or inherited one, when that lies within three
 * sentences and nothing reckoned from the publication ("yesterday", "on Friday") has come between; else the year that puts it nearest to the
 * publication, a future date counting for three times as far unless the sentence looks ahead. With neither it keeps an unspecified year: XXXX-01-06.
 * A weekday is the last one up to the day of publication, or the next after it where the sentence looks ahead. "Last" is the one before the day of
 * publication, "next" that of the next calendar week.
 * "The next day", "that day", "three days later" count from the last day spoken of; with none before, they have no value.
 */
import { dayNumber, dayOf, daysInMonth, weekdayOf } from "../../model/time/calendar.ts";
import { readEdtf } from "../../model/time/read.ts";
import type { Dated } from "./dated.ts";
import { clockText, dayText, four, months, oneDay, roughly, two, week, years } from "./dated.ts";
import type { Story } from "./story.ts";
import { REACH, remember, yearFor } from "./story.ts";
import type {
  DateTerm,
  DayTerm,
  MonthTerm,
  OffsetTerm,
  PartTerm,
  PointTerm,
  PortionTerm,
  SeasonTerm,
  ShiftTerm,
  SlashTerm,
  Term,
  WeekdayTerm,
} from "./term.ts";

export interface Resolved {
  readonly value: string | null;
  readonly relative: boolean;
}

const nothing: Resolved = { value: null, relative: true };

function day(term: DayTerm, story: Story): Dated | string | null {
  if (term.month === null) {
    const base = story.anchor?.day ?? story.published?.day ?? null;
    if (base === null) return null;
    if (term.weekday !== undefined) return onWeekday(term.day, term.weekday, base);
    const { year, month } = dayOf(base);
    return term.day <= daysInMonth(year, month) ? oneDay(dayNumber(year, month, term.day), true) : null;
  }
  if (term.year !== null) {
    return term.day <= daysInMonth(term.year, term.month) ? oneDay(dayNumber(term.year, term.month, term.day), false, true) : null;
  }
  const found = yearFor(story, term.month, term.day);
  if (found === null) return term.day <= daysInMonth(2000, term.month) ? `XXXX-${two(term.month)}-${two(term.day)}` : null;
  return oneDay(dayNumber(found.year, term.month, term.day), true, found.stated);
}

/** "Tuesday 14": in the month of `base` or the one before or behind it, where that day is a Tuesday; else the last such weekday. */
function onWeekday(number: number, weekday: number, base: number): Dated {
  const { year, month } = dayOf(base);
  for (const by of [0, -1, 1]) {
    const first = dayOf(dayNumber(year, month + by, 1));
    const candidate = dayNumber(first.year, first.month, number);
    if (number <= daysInMonth(first.year, first.month) && weekdayOf(candidate) === weekday) return oneDay(candidate, true);
  }
  return oneDay(base - ((weekdayOf(base) - weekday + 7) % 7), true);
}

/** Both readings of a slash date, in EDTF "one of", unless one is impossible, in the future of the document, or against its other dates. */
function slash(term: SlashTerm, story: Story): Dated | string | null {
  const { first, second, year } = term;
  if (year === null) return slashWithoutYear(first, second, story);
  const dayFirst = second <= 12 && first <= daysInMonth(year, second) ? dayNumber(year, second, first) : null;
  const monthFirst = first <= 12 && second <= daysInMonth(year, first) ? dayNumber(year, first, second) : null;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === null ? null : oneDay(only, false, true);
  }
  if (story.dayFirst !== null) return oneDay(story.dayFirst ? dayFirst : monthFirst, false, true);
  const published = story.published?.day ?? null;
  if (published !== null && dayFirst > published !== monthFirst > published)
    return oneDay(dayFirst > published ? monthFirst : dayFirst, false, true);
  const [early, late] = dayFirst < monthFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return `[${dayText(early)},${dayText(late)}]`;
}

/** "on 22/04": without a year the one order that is possible, else that of the document's other dates, else both. */
function slashWithoutYear(first: number, second: number, story: Story): Dated | string | null {
  const read = (number: number, of: number): Dated | string | null =>
    of > 12 || number > daysInMonth(2000, of) ? null : day({ is: "day", year: null, month: of, day: number }, story);
  const [dayFirst, monthFirst] = [read(first, second), read(second, first)];
  if (dayFirst === null || monthFirst === null || first === second) return dayFirst ?? monthFirst;
  if (story.dayFirst !== null) return story.dayFirst ? dayFirst : monthFirst;
  return `[${[asText(dayFirst), asText(monthFirst)].sort().join(",")}]`;
}

function month(term: MonthTerm, story: Story): Dated | string | null {
  if (term.year !== null) return months(term.year, term.month, false, true);
  if (term.yearBy !== null) return story.published === null ? null : months(story.published.year + term.yearBy, term.month, true, false);
  const found = yearFor(story, term.month, null);
  return found === null ? `XXXX-${two(term.month)}` : months(found.year, term.month, true, found.stated);
}

/** First month of a season, quarter or half, and how many it lasts. */
function seasonMonths(code: number): readonly [from: number, length: number] {
  if (code >= 40) return [code === 40 ? 1 : 7, 6];
  return code >= 33 ? [(code - 33) * 3 + 1, 3] : [(code - 20) * 3, 3];
}

function season(term: SeasonTerm, story: Story): Dated | null {
  const [from, length] = seasonMonths(term.code);
  const make = (year: number, relative: boolean, stated: boolean): Dated => {
    const first = dayNumber(year, from, 1);
    return { text: `${four(year)}-${term.code}`, first, last: dayNumber(year, from + length, 1) - 1, day: null, relative, stated };
  };
  if (term.year !== null) return make(term.year, false, true);
  if (story.published === null) return null;
  if (term.yearBy === null) {
    const middle = dayOf(dayNumber(2001, from + 1, 1)).month;
    const found = yearFor(story, middle, null);
    // Winter runs over into the next year but is named by the year in which it begins.
    return found === null ? null : make(middle === 1 ? found.year - 1 : found.year, true, found.stated);
  }
  // "last summer" is the one before the publication, not that of last year.
  const today = story.published.day ?? dayNumber(story.published.year, story.published.month ?? 6, 15);
  let year = story.published.year;
  if (term.yearBy < 0) while (dayNumber(year, from + length, 1) > today) year--;
  else if (term.yearBy > 0) while (dayNumber(year, from, 1) <= today) year++;
  return make(year, true, false);
}

function weekday(term: WeekdayTerm, story: Story): Dated | null {
  const today = story.published?.day ?? null;
  if (today === null) return null;
  const back = (weekdayOf(today) - term.weekday + 7) % 7;
  const monday = today - (weekdayOf(today) - 1);
  switch (term.which) {
    case -1:
      if (term.ofWeek) return oneDay(monday - 7 + term.weekday - 1, true);
      return oneDay(back === 0 ? today - 7 : today - back, true);
    case 0:
      return oneDay(monday + term.weekday - 1, true);
    case 1:
      return oneDay(monday + 7 + term.weekday - 1, true);
    case null:
      return oneDay(term.ahead && (back !== 0 || term.soon) ? today - back + 7 : today - back, true);
  }
}

function shift(term: ShiftTerm, story: Story): Dated | null {
  // With nothing told before, "the next month" can only be the one after the publication; "the next day" stays open.
  const fromPaper = term.base === "published" || (story.anchor === null && term.unit !== "day");
  const base = fromPaper ? story.published?.day : story.anchor?.day;
  const bare = fromPaper ? story.published : story.anchor;
  if (bare == null) return null;
  const stated = term.base === "narrative" && story.anchor?.stated === true;
  switch (term.unit) {
    case "year":
    case "decade":
    case "century": {
      const length = term.unit === "year" ? 1 : term.unit === "decade" ? 10 : 100;
      const year = four(bare.year + term.by * length);
      if (term.loose || length === 1) return years(year, true, stated);
      return years(length === 10 ? `${year.slice(0, 3)}X` : `${year.slice(0, 2)}XX`, true, stated);
    }
    case "month":
      return bare.month === null ? null : months(bare.year, bare.month + term.by, true, stated);
    case "quarter": {
      if (bare.month === null) return null;
      const quarter = Math.floor((bare.month - 1) / 3) + term.by;
      const year = bare.year + Math.floor(quarter / 4);
      return season({ is: "season", year, code: 33 + (((quarter % 4) + 4) % 4), yearBy: null }, story);
    }
    case "week":
    case "weekend": {
      if (base == null) return null;
      if (term.loose) return oneDay(base + term.by * 7, true, stated);
      const monday = base - (weekdayOf(base) - 1) + term.by * 7;
      return term.unit === "week" ? week(monday, 0, 6) : week(monday, 5, 6);
    }
    case "day":
      return base == null ? null : oneDay(base + term.by, true, stated);
    case "hour":
    case "minute":
    case "second":
      return null;
  }
}

function date(term: DateTerm, story: Story): Dated | string | null {
  switch (term.is) {
    case "day":
      return day(term, story);
    case "slash":
      return slash(term, story);
    case "month":
      return month(term, story);
    case "year":
      return years(term.pattern, false, true);
    case "season":
      return season(term, story);
    case "weekday":
      return weekday(term, story);
    case "shift": {
      const found = shift(term, story);
      return found !== null && term.loose ? { ...found, text: `${found.text}~` } : found;
    }
    case "offset":
      return offset(term, story);
    case "portion":
      return portion(term, story);
    case "week-of": {
      const found = date(term.of, story);
      if (found === null || typeof found === "string" || found.day === null) return null;
      return week(found.day - (weekdayOf(found.day) - 1), 0, 6);
    }
    case "about": {
      const found = date(term.of, story);
      return found === null || typeof found === "string" ? found : { ...found, text: roughly(found.text) };
    }
  }
}

/** The first week of a month is its first seven days, that of a year the ISO week; the last week is the last seven days. */
function portion({ of, unit, weekday, index }: PortionTerm, story: Story): Dated | null {
  const whole = date(of, story);
  if (whole === null || typeof whole === "string") return null;
  const { first, last, stated } = whole;
  const inside = (number: number): Dated | null => (number < first || number > last ? null : oneDay(number, true, stated));
  switch (unit) {
    case "day":
      return inside(index > 0 ? first + index - 1 : last + index + 1);
    case "weekday": {
      const ahead = first + ((weekday - weekdayOf(first) + 7) % 7);
      return inside(index > 0 ? ahead + (index - 1) * 7 : last - ((weekdayOf(last) - weekday + 7) % 7));
    }
    case "month": {
      const { year, month } = dayOf(first);
      return last - first < 360 || index < 1 || index > 12 ? null : months(year, month + index - 1, true, stated);
    }
    case "week": {
      const monday = isYear(first, last) ? first + 3 - ((weekdayOf(first + 3) + 6) % 7) : first;
      if (index < 0) return week(last - 6, 0, 6);
      const from = monday + (index - 1) * 7;
      return from > last ? null : week(from, 0, isYear(first, last) ? 6 : Math.min(6, last - from));
    }
  }
}

function isYear(first: number, last: number): boolean {
  return last - first > 360;
}

function offset(term: OffsetTerm, story: Story): Dated | null {
  const from = date(term.of, story);
  if (from === null || typeof from === "string" || from.day === null) return null;
  const { year, month, day } = dayOf(from.day);
  const length = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  if (term.unit === "day" || term.unit === "week" || term.unit === "weekend") {
    return oneDay(from.day + term.by * (term.unit === "day" ? 1 : 7), true, from.stated);
  }
  if (!(term.unit in length)) return null;
  const to = dayOf(dayNumber(year, month + term.by * length[term.unit as keyof typeof length], 1));
  return oneDay(dayNumber(to.year, to.month, Math.min(day, daysInMonth(to.year, to.month))), true, from.stated);
}

/** A term as one end of an interval. `near` lends its day to a clock that has none. */
function point(term: PointTerm, story: Story, near: number | null): Dated | string | null {
  switch (term.is) {
    case "clock": {
      const base = near ?? story.anchor?.day ?? null;
      return base === null ? `XXXX-XX-XX${clockText(term)}` : { ...oneDay(base, true), text: dayText(base) + clockText(term) };
    }
    case "part":
      return part(term, story);
    case "moment": {
      const found = date(term.date, story);
      if (found === null || typeof found === "string" || term.clock === null || found.day === null) return found;
      return { ...found, text: found.text.replace(/~$/, "") + clockText(term.clock) };
    }
    default:
      return date(term, story);
  }
}

/** A part of the day last spoken of: not many sentences ago, and for "at night" in this one. After an evening the dawn is that of the next day. */
function part(term: PartTerm, story: Story): Dated | null {
  const { anchor, published } = story;
  const near = anchor !== null && story.sentence - anchor.sentence <= (term.bare ? 0 : REACH) ? anchor : null;
  if (term.through) {
    const evening = near?.day ?? (published?.day == null ? null : published.day - 1);
    return evening === null ? null : oneDay(evening, true);
  }
  if (near?.day == null) return null;
  const next = near.late && near.sentence === story.sentence && (term.part === "dawn" || term.part === "morning");
  return oneDay(near.day + (next ? 1 : 0), true);
}

function range(from: PointTerm, to: PointTerm, story: Story): Resolved {
  // "June to August 1992": the year behind the second month is that of the first too, or of the year before.
  let first = point(inherit(from, to), story, null);
  let last = point(to, story, null);
  // "from 7 to 9 on Friday", "Friday from 7 to 9": a clock takes the day of the other end.
  if (to.is === "clock" && typeof first === "object" && first?.day != null) last = point(to, story, first.day);
  if (from.is === "clock" && typeof last === "object" && last?.day != null) first = point(from, story, last.day);
  if (first === null || last === null) return nothing;
  if (typeof first === "string" || typeof last === "string") return { value: interval(asText(first), asText(last)), relative: false };
  if (first.first > last.last) first = earlier(from, first);
  const value = interval(first.text, last.text);
  if (value !== null) remember(last, to, story);
  return { value, relative: first.relative && last.relative };
}

/** "Saturday to Monday", "December 30 to January 2": a start that came out after its end lies a week or a year before. */
function earlier(from: PointTerm, first: Dated): Dated {
  if (first.day !== null && from.is === "weekday") return oneDay(first.day - 7, true);
  const { year, month, day } = dayOf(first.first);
  if (from.is === "day" && from.year === null && day <= daysInMonth(year - 1, month))
    return oneDay(dayNumber(year - 1, month, day), true, first.stated);
  return from.is === "month" && from.year === null ? months(year - 1, month, true, first.stated) : first;
}

/** The first end of a range with the year that only the second states. */
function inherit(from: PointTerm, to: PointTerm): PointTerm {
  if (
    (from.is === "day" || from.is === "month") &&
    from.year === null &&
    (to.is === "day" || to.is === "month") &&
    to.year !== null &&
    from.month !== null &&
    to.month !== null
  ) {
    return { ...from, year: from.month > to.month ? to.year - 1 : to.year };
  }
  return from;
}

function asText(found: Dated | string): string {
  return typeof found === "string" ? found : found.text;
}

function interval(from: string, to: string): string | null {
  const whole = (text: string, end: 0 | 1): string => (text.includes("/") ? (text.split("/")[end] ?? text) : text);
  const value = `${whole(from, 0)}/${whole(to, 1)}`;
  return readEdtf(value).kind === "wrong" ? null : value;
}

/** The value of the term, and the story moved on to it. */
export function resolve(term: Term, story: Story): Resolved {
  switch (term.is) {
    case "duration":
    case "set":
      return { value: term.value, relative: false };
    case "vague":
      return nothing;
    case "range":
      return range(term.from, term.to, story);
    case "list": {
      const members = term.members.map((member) => date(member, story));
      const last = members.at(-1);
      if (members.some((member) => member === null)) return nothing;
      if (typeof last === "object" && last !== null) remember(last, "day" in last ? (term.members.at(-1) ?? term) : term, story);
      const texts = members.map((member) => asText(member ?? "")).join(",");
      return { value: term.all ? `{${texts}}` : `[${texts}]`, relative: typeof last === "object" && last?.relative === true };
    }
    default: {
      const found = point(term, story, null);
      if (found === null) return nothing;
      if (typeof found === "string") return { value: found, relative: false };
      remember(found, term, story);
      return { value: found.text, relative: found.relative };
    }
  }
}
