/**
 * Joins what stands together into one expression: a weekday and its date, a date and its hour or part of the day, the two ends of a range.
 * "Thursday, January 6, at 22:40", "3 a.m. on January 6", "the morning of January 11", "Friday to Sunday", "from 2009 to 2011".
 */
import { hourIn } from "./recognisers/clock.ts";
import type { Recognised } from "./recognisers.ts";
import { recogniseAt } from "./recognisers.ts";
import type { Found } from "./recogniser.ts";
import { dayNumber, has, isDash, skip, skipMark, year } from "./scan.ts";
import type { ClockTerm, DateTerm, ListTerm, MomentTerm, PartTerm, PointTerm, Term, WeekdayTerm } from "./term.ts";
import type { Sentence } from "./tokens.ts";
import { tokenAt } from "./tokens.ts";

function isDate(term: Term): term is DateTerm {
  switch (term.is) {
    case "day":
    case "slash":
    case "month":
    case "year":
    case "season":
    case "weekday":
    case "shift":
    case "offset":
    case "portion":
    case "week-of":
    case "about":
      return true;
    default:
      return false;
  }
}

/** A date that is one day, so that an hour or a part of it can be said. */
function isDay(term: Term): term is DateTerm {
  return (
    term.is === "day" ||
    term.is === "slash" ||
    term.is === "weekday" ||
    term.is === "offset" ||
    (term.is === "portion" && (term.unit === "day" || term.unit === "weekday")) ||
    (term.is === "shift" && term.unit === "day" && !term.loose)
  );
}

function isPoint(term: Term): term is PointTerm {
  return isDate(term) || term.is === "clock" || term.is === "part" || term.is === "moment";
}

/** What starts at `i` after an article, when it is of the kind asked for. */
function follow<T extends Term>(s: Sentence, i: number, is: (term: Term) => term is T): { readonly term: T; readonly next: number } | null {
  const found = recogniseAt(s, i, true);
  return found !== null && is(found.term) ? { term: found.term, next: found.next } : null;
}

/** The hour fixed by the part of the day said with it: "3 in the afternoon" is 15. */
function inPart(clock: ClockTerm, part: MomentTerm["part"]): ClockTerm {
  return part === null ? clock : { ...clock, hour: hourIn(part, clock.hour), sure: true };
}

/** A weekday before its date gives way to it. */
function weekdayDate(s: Sentence, term: Term, next: number): Found | null {
  if (term.is !== "weekday") return null;
  const bracket = tokenAt(s, next).lower === "(";
  const at = skip(s, bracket || (isDash(tokenAt(s, next)) && term.which !== null) ? next + 1 : skipMark(s, next, ","), "the");
  const date = follow(s, at, isDay);
  const full = date !== null && (date.term.is === "slash" || (date.term.is === "day" && date.term.month !== null));
  if (bracket) return full && tokenAt(s, date.next).lower === ")" ? { ...date, next: date.next + 1 } : null;
  if (full) return date;
  if (term.which !== null) return null;
  const number = dayNumber(s, at);
  if (number === null) return null;
  const day: DateTerm = { is: "day", year: null, month: null, day: number.value, weekday: term.weekday };
  // "Tuesday 14: …" heads an entry; elsewhere a bare number behind a weekday is no date ("Friday 13 people").
  if (tokenAt(s, at).kind === "number" && number.next === at + 1) {
    const behind = tokenAt(s, number.next);
    const ends = behind.kind === "mark" && !(isDash(behind) && behind.glued) && behind.lower !== "%" && behind.lower !== "/";
    return at === next && ends ? { term: day, next: number.next } : null;
  }
  // "on Tuesday, the third such attack": behind a comma an ordinal in words counts.
  if (tokenAt(s, next).lower === "," && tokenAt(s, at).kind === "word" && !has(tokenAt(s, number.next), "of")) return null;
  // "Tuesday the first Intel computers": an ordinal in words counts what follows, unless nothing does.
  if (tokenAt(s, at).kind === "word" && tokenAt(s, number.next).kind === "word" && !tokenAt(s, number.next).known) return null;
  const ending = tokenAt(s, at).kind === "number";
  return ending || has(tokenAt(s, at - 1), "the") ? { term: day, next: number.next } : null;
}

/** "next week on Tuesday", "last week Monday". */
function weekThenWeekday(s: Sentence, term: Term, next: number): Found | null {
  if (term.is !== "shift" || term.unit !== "week" || term.base !== "published" || term.loose || Math.abs(term.by) > 1) return null;
  const day = follow(s, skip(s, skipMark(s, next, ","), "on"), isDay);
  if (day?.term.is !== "weekday" || day.term.which !== null) return null;
  return { term: { ...day.term, which: term.by < 0 ? -1 : term.by > 0 ? 1 : 0, ofWeek: true }, next: day.next };
}

/** An hour or part of the day behind a day. */
function dayThenTime(s: Sentence, term: Term, next: number): Found | null {
  const date = isDay(term) ? term : term.is === "moment" && term.clock === null && isDay(term.date) ? term.date : null;
  if (date === null) return null;
  const said = term.is === "moment" ? term.part : null;
  let at = skipMark(s, next, ",");
  if (tokenAt(s, at).lower === "@") at++;
  const opened = skip(s, skip(s, skip(s, at, "in"), "on"), "the");
  const article = tokenAt(s, skip(s, opened, "early")).entry.part === undefined ? opened : skip(s, opened, "early");
  const part = tokenAt(s, article).entry.part;
  if (
    part !== undefined &&
    said === null &&
    (article === at || has(tokenAt(s, article - 1), "the") || has(tokenAt(s, article - 1), "early") || s.lexicon.language !== "en")
  ) {
    return { term: { is: "moment", date, clock: null, part }, next: article + 1 };
  }
  const limit = hourLimit(s, at);
  if (limit !== null) return { term: { is: "moment", date, clock: inPart(limit.term, said), part: said }, next: limit.next };
  const lead = skip(s, at, "at");
  const atPart = tokenAt(s, lead).entry.part;
  if (lead !== at && atPart !== undefined && said === null && s.lexicon.language === "en")
    return { term: { is: "moment", date, clock: null, part: atPart }, next: lead + 1 };
  const start = approximately(s, lead);
  const hasLead = lead !== at || start !== lead || tokenAt(s, at - 1).lower === "@";
  const time = follow(s, start, (t): t is ClockTerm => t.is === "clock");
  if (time !== null && (time.term.sure || hasLead)) {
    const behind = partBehind(s, time.next);
    const clock = inPart(time.term, behind?.part ?? said);
    const approx = start !== lead;
    return { term: { is: "moment", date, clock: { ...clock, approx }, part: behind?.part ?? said }, next: behind?.next ?? time.next };
  }
  const midnight = tokenAt(s, lead).entry.hour === 0;
  return midnight && hasLead ? { term: { is: "moment", date, clock: null, part: "midnight" }, next: lead + 1 } : null;
}

/** "before 5 p.m.", "after 2:00", "no later than 6:00" behind a day: about that hour. */
function hourLimit(s: Sentence, i: number): { readonly term: ClockTerm; readonly next: number } | null {
  if (s.lexicon.language !== "en") return null;
  const later = has(tokenAt(s, i), "no") ? i + 1 : i;
  const than = has(tokenAt(s, later), "later") && tokenAt(s, later + 1).lower === "than" ? later + 2 : null;
  const { lead } = tokenAt(s, i).entry;
  if (than === null && lead !== "before" && lead !== "after" && lead !== "by") return null;
  const clock = follow(s, than ?? i + 1, (t): t is ClockTerm => t.is === "clock");
  return clock?.term.sure === true ? { term: { ...clock.term, approx: true }, next: clock.next } : null;
}

/** The position behind "about", "just after", "shortly before". */
export function approximately(s: Sentence, i: number): number {
  const at = skip(s, i, "about");
  return at !== i && has(tokenAt(s, at), "fromDay") && tokenAt(s, at).lower !== "from" ? at + 1 : at;
}

function partBehind(s: Sentence, i: number): { readonly part: NonNullable<MomentTerm["part"]>; readonly next: number } | null {
  const at = skip(s, skip(s, i, "in"), "the");
  const part = tokenAt(s, at).entry.part;
  if (part === undefined || (at === i && s.lexicon.language === "en" && tokenAt(s, i).glued)) return null;
  return at === i || has(tokenAt(s, at - 1), "the") || (part === "night" && has(tokenAt(s, i), "at")) ? { part, next: at + 1 } : null;
}

/** A day behind an hour or a part of the day. */
function timeThenDay(s: Sentence, term: Term, next: number): Found | null {
  if (term.is === "clock") {
    const behind = partBehind(s, next);
    const at = skip(s, skip(s, skipMark(s, behind?.next ?? next, ","), "on"), "of");
    const moment = behind === null ? dayOfMoment(s, at) : null;
    const date = moment ?? follow(s, skip(s, at, "the"), isDay) ?? follow(s, at, isDay);
    const dated = date === null ? null : dayThenDate(s, date);
    const part = behind?.part ?? moment?.part ?? null;
    if (dated !== null) return { term: { is: "moment", date: dated.term, clock: inPart(term, part), part }, next: dated.next };
    return behind === null ? null : { term: inPart(term, behind.part), next: behind.next };
  }
  if (term.is !== "part") return null;
  const hour = partThenClock(s, term, next);
  if (hour !== null) return hour;
  const night = term.part === "night" ? nightJoining(s, next) : null;
  if (night !== null) return night;
  const at = skip(s, skip(s, skipMark(s, next, ","), "of"), "on");
  const range = rangeAt(s, at);
  if (range !== null) return { term: { ...range.term, part: term.part }, next: range.next };
  const date = follow(s, at, isDay);
  const dated = date === null ? null : dayThenDate(s, date);
  if (dated === null) return null;
  const { term: day, next: end } = dated;
  // "в ночь на 6 января" is the night from the 5th to the 6th.
  if (s.lexicon.language === "ru" && term.part === "night" && has(tokenAt(s, at - 1), "on") && day.is === "day" && day.day > 1) {
    return { term: { is: "range", from: { ...day, day: day.day - 1 }, to: day, part: "night" }, next: end };
  }
  return { term: { is: "moment", date: day, clock: null, part: term.part }, next: end };
}

/** "the night from 5 to 6 March", "the night between Monday and Tuesday", "overnight into Sunday", "the night to Tuesday": the two days that it joins. */
function nightJoining(s: Sentence, next: number): Found | null {
  if (s.lexicon.language !== "en") return null;
  const range = has(tokenAt(s, next), "from") ? rangeAt(s, next + 1) : betweenAt(s, next);
  if (range?.term.is === "range" && range.term.part === null) return { term: { ...range.term, part: "night" }, next: range.next };
  if (!has(tokenAt(s, next), "intoDay")) return null;
  const day = follow(s, skip(s, next + 1, "the"), isDay);
  if (day === null || (day.term.is !== "day" && day.term.is !== "weekday" && day.term.is !== "shift" && day.term.is !== "slash"))
    return null;
  const whole = dayThenDate(s, day);
  if (whole.term.is !== "day" && whole.term.is !== "weekday" && whole.term.is !== "shift" && whole.term.is !== "slash") return null;
  const from: DateTerm = { is: "offset", of: whole.term, unit: "day", by: -1 };
  return { term: { is: "range", from, to: whole.term, part: "night" }, next: whole.next };
}

/** "in the morning at 7", "early morning around 4:30". */
function partThenClock(s: Sentence, { part }: PartTerm, next: number): Found | null {
  if (s.lexicon.language !== "en" || part === "midnight") return null;
  const lead = skip(s, skipMark(s, next, ","), "at");
  const start = approximately(s, lead);
  const clock = follow(s, start, (t): t is ClockTerm => t.is === "clock");
  if (clock === null || start === next) return null;
  return { term: { ...inPart(clock.term, part), approx: start !== lead }, next: clock.next };
}

/** "8 a.m. this morning", "11 p.m. last night": the day of a part of it. */
function dayOfMoment(s: Sentence, i: number): { readonly term: DateTerm; readonly part: MomentTerm["part"]; readonly next: number } | null {
  const moment = follow(s, i, (term): term is MomentTerm => term.is === "moment") ?? weekdayPart(s, i);
  return moment?.term.clock === null ? { term: moment.term.date, part: moment.term.part, next: moment.next } : null;
}

/** "11 p.m. Friday night", "at 3 on Sunday afternoon": the day and the part of it. */
function weekdayPart(s: Sentence, i: number): { readonly term: MomentTerm; readonly next: number } | null {
  const day = follow(s, i, isDay);
  const part = day === null ? undefined : tokenAt(s, day.next).entry.part;
  return day === null || part === undefined ? null : { term: { is: "moment", date: day.term, clock: null, part }, next: day.next + 1 };
}

/** The date behind a weekday that was itself behind an hour: "3 a.m. on Thursday, January 6". */
function dayThenDate(
  s: Sentence,
  date: { readonly term: DateTerm; readonly next: number },
): { readonly term: DateTerm; readonly next: number } {
  const found = weekdayDate(s, date.term, date.next);
  return found !== null && isDate(found.term) ? { term: found.term, next: found.next } : date;
}

function rangeAt(s: Sentence, i: number): { readonly term: Extract<Term, { is: "range" }>; readonly next: number } | null {
  const found = recogniseAt(s, skip(s, i, "the"), true);
  if (found === null) return null;
  if (found.term.is === "range") return { term: found.term, next: found.next };
  const range = isDay(found.term) ? rangeFrom(s, found.term, found.next, false) : null;
  return range?.term.is === "range" ? { term: range.term, next: range.next } : null;
}

/** True when the two can be the ends of one range: two dates, two clocks, or a moment and a clock. */
function sameSort(a: PointTerm, b: PointTerm): boolean {
  const sort = (term: PointTerm): string => (isDate(term) || term.is === "moment" ? "date" : term.is);
  return sort(a) === sort(b) || (a.is === "moment" && b.is === "clock");
}

/** The other end of a range that starts with `term`. Between clocks, months and weekdays only what plainly joins: a dash, "to", "and" after "between". */
function rangeFrom(s: Sentence, term: Term, next: number, between: boolean): Found | null {
  if (!isPoint(term) || term.is === "part") return null;
  const joint = tokenAt(s, next);
  const ablative = s.lexicon.language === "kk" && /[нтд][ае]н$/.test(tokenAt(s, next - 1).lower);
  const overnight = has(joint, "intoDay") && term.is === "moment" && term.part === "night";
  const joined = isDash(joint) || overnight || (has(joint, "to") && s.lexicon.language !== "kk") || (between && has(joint, "and"));
  if (!joined && !ablative) return null;
  const start = joined ? skip(s, next + 1, "the") : next;
  if (isDash(joint) && term.is === "year") return null;
  const now = isDate(term) && !isDash(joint) ? nowAt(s, start) : null;
  if (now !== null) return { term: { is: "range", from: term, to: now.term, part: null }, next: now.next };
  const second = yearEnd(s, term, start) ?? follow(s, start, isPoint);
  if (second === null || !sameSort(term, second.term)) return null;
  if (ablative && !has(tokenAt(s, second.next), "until")) return null;
  const behind =
    second.term.is === "weekday" || second.term.is === "clock" || isDay(second.term)
      ? (dayThenTime(s, second.term, second.next) ?? second)
      : second;
  const to = isPoint(behind.term) ? behind.term : second.term;
  const from = afternoon(s, term, to, next, second.next) ?? unlessSame(term, to);
  return { term: { is: "range", from, to, part: null }, next: ablative ? second.next + 1 : behind.next };
}

/** "now", "the present", "today's date" as the end of a stretch: the day of publication. */
function nowAt(s: Sentence, i: number): { readonly term: DateTerm; readonly next: number } | null {
  const at = skip(s, i, "the");
  if (!has(tokenAt(s, at), "untilNow")) return null;
  return { term: { is: "shift", base: "published", unit: "day", by: 0, loose: false, aside: false }, next: at + 1 };
}

/** "2:00 - 2:30 pm": what is said once holds for both hours, as far as the first then comes before the second. */
function afternoon(s: Sentence, from: PointTerm, to: PointTerm, joint: number, end: number): PointTerm | null {
  const clockOf = (term: PointTerm): ClockTerm | null => (term.is === "clock" ? term : term.is === "moment" ? term.clock : null);
  const [first, second] = [clockOf(from), clockOf(to)];
  const isHalf = (i: number): boolean => tokenAt(s, i).entry.half !== undefined || /^[.m]$/.test(tokenAt(s, i).lower);
  if (first === null || second === null || !isHalf(end - 1) || isHalf(joint - 1)) return null;
  if (second.hour < 12 || first.hour > 11 || first.hour + 12 > second.hour) return null;
  const clock = { ...first, hour: first.hour + 12 };
  return from.is === "moment" ? { ...from, clock } : clock;
}

/** "5 to 6 p.m.": the first hour takes its half of the day from the second. */
function unlessSame(from: PointTerm, to: PointTerm): PointTerm {
  if (from.is === "clock" && !from.sure && to.is === "clock" && to.hour >= 12 && from.hour < 12 && from.hour + 12 <= to.hour)
    return { ...from, hour: from.hour + 12 };
  return from;
}

function yearEnd(s: Sentence, term: Term, i: number): { readonly term: PointTerm; readonly next: number } | null {
  if (term.is !== "year") return null;
  const found = year(s, i);
  return found === null ? null : { term: { is: "year", pattern: String(found.value) }, next: found.next };
}

/** "between 10 and 12 January" and the like are read whole by their recogniser; this joins "between Monday and Friday", "between 2014 and 2016". */
export function betweenAt(s: Sentence, i: number): Recognised | null {
  if (!has(tokenAt(s, i), "between")) return null;
  const first = nowAt(s, i + 1) ?? recogniseAt(s, skip(s, i + 1, "the"), true);
  if (first === null) return null;
  const whole =
    first.term.is === "range" ? first : (dayThenTime(s, first.term, first.next) ?? timeThenDay(s, first.term, first.next) ?? first);
  const range =
    whole.term.is === "range" ? whole : (rangeFrom(s, whole.term, whole.next, true) ?? rangeFrom(s, first.term, first.next, true));
  return range === null ? null : { ...(clocksThenDay(s, range.term, range.next) ?? range), name: "between" };
}

/** "from 22:00 to 23:00 on January 5", "3 to 4 p.m. tomorrow": the day behind two clocks. */
function clocksThenDay(s: Sentence, term: Term, next: number): Found | null {
  if (term.is !== "range" || term.to.is !== "clock") return null;
  const moment = timeThenDay(s, term.to, next);
  if (moment === null || !isPoint(moment.term)) return null;
  const { part } = moment.term.is === "moment" ? moment.term : { part: null };
  const from = term.from.is === "clock" && !term.from.sure ? inPart(term.from, part) : term.from;
  return { term: { ...term, from, to: moment.term }, next: moment.next };
}

/** "in the seven days to 19 October", "over the past week to Sunday": a length that ends on a day. */
function lengthTo(s: Sentence, term: Term, i: number, next: number): Found | null {
  if (term.is !== "duration" || !has(tokenAt(s, i - 1), "the")) return null;
  const [, amount, unit] = /^P(\d+)([DW])$/.exec(term.value) ?? [];
  if (amount === undefined || !has(tokenAt(s, next), "to")) return null;
  const day = follow(s, next + 1, isDay);
  if (day === null || (day.term.is !== "day" && day.term.is !== "slash" && day.term.is !== "weekday" && day.term.is !== "shift"))
    return null;
  const days = Number(amount) * (unit === "W" ? 7 : 1) - 1;
  const from: DateTerm = { is: "offset", of: day.term, unit: "day", by: -days };
  return { term: { is: "range", from, to: day.term, part: null }, next: day.next };
}

/** "Wednesday and Thursday", "on Monday and Tuesday of last week". */
function daysAnd(s: Sentence, term: Term, next: number): { readonly term: ListTerm; readonly next: number } | null {
  const named = (each: Term): each is WeekdayTerm => each.is === "weekday" && (each.which === null || each.ofWeek);
  if (!named(term) || s.lexicon.language !== "en") return null;
  const members: WeekdayTerm[] = [term];
  let end = next;
  let comma = 0;
  for (;;) {
    const joint = tokenAt(s, end + comma);
    const last = has(joint, "and") || has(joint, "or");
    if (!last && joint.lower !== ",") return null;
    const day = follow(s, skip(s, end + comma + 1, "on"), named);
    if (day === null) {
      if (joint.lower === "," && comma === 0 && has(tokenAt(s, end + 1), "and")) {
        comma = 1;
        continue;
      }
      return null;
    }
    members.push(day.term);
    end = day.next;
    comma = 0;
    if (!last) continue;
    const week = day.term;
    const same = (each: WeekdayTerm): WeekdayTerm => (week.ofWeek ? { ...each, which: week.which, ofWeek: true } : each);
    return { term: { is: "list", all: has(joint, "and"), members: members.map(same) }, next: end };
  }
}

/** "from 1 to 10 November of the current year": the position behind it; a year that is not said is the running one anyway. */
function ofThisYear(s: Sentence, term: Term, next: number): number | null {
  const yearless = (each: Term): boolean =>
    (each.is === "day" && each.year === null) ||
    (each.is === "range" && yearless(each.to)) ||
    (each.is === "list" && each.members.some(yearless));
  if (s.lexicon.language !== "en" || !yearless(term)) return null;
  const at = skip(s, skip(s, next, "of"), "the");
  const move = tokenAt(s, at).entry.which;
  return move?.base === "published" && move.by === 0 && tokenAt(s, at + 1).entry.unit === "year" ? at + 2 : null;
}

/** Adds to what was found at `i` all that belongs to it, as far as it goes. */
export function extend(s: Sentence, found: Recognised, i: number): Recognised {
  let { term, next, name } = found;
  const length = lengthTo(s, term, i, next);
  if (length !== null) return { ...length, name: "range" };
  const days = daysAnd(s, term, next);
  if (days !== null) return { ...days, name };
  for (let turn = 0; turn < 4; turn++) {
    const more = weekThenWeekday(s, term, next) ?? weekdayDate(s, term, next) ?? dayThenTime(s, term, next) ?? timeThenDay(s, term, next);
    if (more === null) break;
    ({ term, next } = more);
    name = term.is === "moment" ? "moment" : name;
  }
  const range = rangeFrom(s, term, next, false);
  const whole = range ?? { term, next };
  const running = ofThisYear(s, whole.term, whole.next);
  if (running !== null) return { term: whole.term, next: running, name: range === null ? name : "range" };
  // "the night of the march": what it belongs to is not on the calendar.
  if (term.is === "part" && has(tokenAt(s, next), "of") && s.lexicon.language === "en") return { term: { is: "vague" }, next, name };
  if (range === null) return { term, next, name };
  return { ...(clocksThenDay(s, range.term, range.next) ?? range), name: "range" };
}
