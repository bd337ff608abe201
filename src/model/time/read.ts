/** Reads EDTF strictly: what is written is a time that can exist, or the reason why not. Grammar: ISO 8601-2:2019 as profiled in `edtf.ts`. */
import { daysInMonth, isLeapYear } from "./calendar.ts";
import type { CalendarDate, Clock, DateRange, DateSet, Edtf, Interval, Mark, OpenEnd, Season, UnknownEnd } from "./edtf.ts";
import { seasons, unmarked } from "./edtf.ts";
import { runsBackward } from "./extent.ts";

/** A reason, as one plain clause. */
export interface Wrong {
  readonly kind: "wrong";
  readonly why: string;
}

function wrong(why: string): Wrong {
  return { kind: "wrong", why };
}

const DATE =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:T([?~%]?)(\d{2})(?::(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?([?~%]?))?)?)?$/;

/** Both marks together: `~` and `?` make `%`. */
function joined(a: Mark, b: Mark): Mark {
  if (a === b || b === "") return a;
  return a === "" ? b : "%";
}

/** True when a digit pattern (0-9 and X) can stand for the number. */
function canBe(pattern: string, number: number): boolean {
  const digits = String(number).padStart(pattern.length, "0");
  for (let i = 0; i < pattern.length; i++) if (pattern[i] !== "X" && pattern[i] !== digits[i]) return false;
  return true;
}

/** Largest number of days that the month can have in a year of that pattern; a month with X may be any that fits. */
function mostDays(year: string, month: string): number {
  let most = 0;
  for (let number = 1; number <= 12; number++) {
    if (!canBe(month, number)) continue;
    // A year with X can be a leap year unless its last two digits forbid it; trying all ends is cheaper than the rule.
    if (number === 2 && year.includes("X")) most = Math.max(most, canLeap(year) ? 29 : 28);
    else most = Math.max(most, daysInMonth(year.includes("X") ? 2001 : Number(year), number));
  }
  return most;
}

function canLeap(year: string): boolean {
  for (let number = 0; number <= 9996; number += 4) if (canBe(year, number) && isLeapYear(number)) return true;
  return false;
}

function readZone(said: string): number | null {
  if (said === "Z") return 0;
  const minutes = Number(said.slice(1, 3)) * 60 + (said.length > 3 ? Number(said.slice(-2)) : 0);
  if (said.length > 3 && Number(said.slice(-2)) > 59) return null;
  const offset = said.startsWith("-") ? -minutes : minutes;
  return offset < -720 || offset > 840 ? null : offset;
}

function readClock(hour: string, minute: string | undefined, second: string | undefined, zone: string | undefined): Clock | Wrong {
  if (Number(hour) > 23) return wrong(`there is no hour ${hour}`);
  if (minute !== undefined && Number(minute) > 59) return wrong(`there is no minute ${minute}`);
  if (second !== undefined && Number(second) > 59) return wrong(`there is no second ${second}`);
  const offset = zone === undefined ? null : readZone(zone);
  if (zone !== undefined && offset === null) return wrong(`no zone lies ${zone} from UTC`);
  return {
    hour: Number(hour),
    minute: minute === undefined ? null : Number(minute),
    second: second === undefined ? null : Number(second),
    zone: offset,
  };
}

function readDate(said: string): CalendarDate | Season | Wrong {
  const match = DATE.exec(said);
  if (match === null) return wrong(said === "" ? "a date is missing" : `"${said}" is not YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm`);
  const year = match[2] ?? "";
  const month = match[5];
  const day = match[8];
  const hour = match[11];
  if (year.startsWith("-") && (year.includes("X") || year === "-0000")) return wrong(`there is no year ${year}`);
  const marks = readMarks(match, month, day, hour);
  if (month === undefined) return { kind: "date", year, month: null, day: null, clock: null, marks };
  if (!month.includes("X") && seasons.has(Number(month))) {
    if (day !== undefined) return wrong("a season has no days");
    if (match[1] !== "" || match[3] !== "" || match[4] !== "") return wrong("a season carries its mark at the end");
    return { kind: "season", year, season: Number(month), mark: match[6] as Mark };
  }
  const most = mostDays(year, month);
  if (most === 0) return wrong(`there is no month ${month}`);
  if (day === undefined) return { kind: "date", year, month, day: null, clock: null, marks };
  let exists = false;
  for (let number = 1; number <= most && !exists; number++) exists = canBe(day, number);
  if (!exists) return wrong(`there is no day ${year}-${month}-${day}`);
  if (hour === undefined) return { kind: "date", year, month, day, clock: null, marks };
  const clock = readClock(hour, match[12], match[13], match[14]);
  return "kind" in clock ? clock : { kind: "date", year, month, day, clock, marks };
}

/** A mark before a component is its own; a mark behind one holds for it and all to its left (ISO 8601-2, 8.2 and 8.3). */
function readMarks(
  match: RegExpExecArray,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
): CalendarDate["marks"] {
  const own = [match[1], match[4], match[7], match[10]] as (Mark | undefined)[];
  const behind = [match[3], match[6], match[9], match[15]] as (Mark | undefined)[];
  if (own.every((mark) => !mark) && behind.every((mark) => !mark)) return unmarked;
  const there = [true, month !== undefined, day !== undefined, hour !== undefined];
  const marks: Mark[] = ["", "", "", ""];
  let group: Mark = "";
  for (let i = 3; i >= 0; i--) {
    if (there[i] !== true) continue;
    group = joined(group, behind[i] ?? "");
    marks[i] = joined(own[i] ?? "", group);
  }
  return { year: marks[0] ?? "", month: marks[1] ?? "", day: marks[2] ?? "", clock: marks[3] ?? "" };
}

function readEnd(said: string): Interval["start"] | Wrong {
  if (said === "") return { kind: "unknown" } satisfies UnknownEnd;
  if (said === "..") return { kind: "open" } satisfies OpenEnd;
  return readDate(said);
}

function readInterval(said: string): Interval | Wrong {
  const slash = said.indexOf("/");
  if (said.includes("/", slash + 1)) return wrong("an interval has two ends");
  const start = readEnd(said.slice(0, slash));
  if (start.kind === "wrong") return start;
  const end = readEnd(said.slice(slash + 1));
  if (end.kind === "wrong") return end;
  if ((start.kind === "open" || start.kind === "unknown") && (end.kind === "open" || end.kind === "unknown")) {
    return wrong("an interval needs a date at one end");
  }
  const interval: Interval = { kind: "interval", start, end };
  return runsBackward(start, end) ? wrong("the interval ends before it starts") : interval;
}

function precision(date: CalendarDate): number {
  if (date.month === null) return 1;
  if (date.day === null) return 2;
  if (date.clock === null) return 3;
  return date.clock.minute === null ? 4 : date.clock.second === null ? 5 : 6;
}

function readRange(said: string): DateRange | Wrong {
  const dots = said.indexOf("..");
  const ends: (CalendarDate | null)[] = [];
  for (const end of [said.slice(0, dots), said.slice(dots + 2)]) {
    const date = end === "" ? null : readDate(end);
    if (date?.kind === "wrong") return date;
    if (date?.kind === "season") return wrong("a range of a set runs between dates");
    ends.push(date);
  }
  const [from = null, to = null] = ends;
  if (from === null && to === null) return wrong("a range of a set needs a date at one end");
  if (from !== null && to !== null) {
    if (precision(from) !== precision(to)) return wrong("both ends of a range have the same precision");
    if (runsBackward(from, to)) return wrong("the range ends before it starts");
  }
  return { kind: "range", from, to };
}

function readSet(said: string): DateSet | Wrong {
  const close = said.startsWith("[") ? "]" : "}";
  if (!said.endsWith(close)) return wrong(`the set is not closed by ${close}`);
  const members: DateSet["members"][number][] = [];
  for (const part of said.slice(1, -1).split(",")) {
    const member = part.includes("..") ? readRange(part) : readDate(part);
    if (member.kind === "wrong") return member;
    members.push(member);
  }
  return { kind: close === "]" ? "one-of" : "all-of", members };
}

/** Values read before: a document's dates come again in every claim and every check. With more than these the table starts again. */
const readBefore = new Map<string, Edtf | Wrong>();
const MOST = 2_000;
const LONGEST = 40;

/** The value that `said` writes, or why it writes none. */
export function readEdtf(said: string): Edtf | Wrong {
  if (said.length > LONGEST) return readAnew(said);
  let value = readBefore.get(said);
  if (value === undefined) {
    value = readAnew(said);
    if (readBefore.size >= MOST) readBefore.clear();
    readBefore.set(said, value);
  }
  return value;
}

function readAnew(said: string): Edtf | Wrong {
  if (said.startsWith("[") || said.startsWith("{")) return readSet(said);
  if (said.includes("/")) return readInterval(said);
  return readDate(said);
}
