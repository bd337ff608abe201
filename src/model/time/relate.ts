/**
 * How two times stand to each other, when each may mean several stretches of time.
 * "yes" holds whichever stretch is meant, "no" for none of them, "maybe" is everything else.
 *
 * What a value can mean:
 * - a date is the whole of its year, month, day, hour, minute or second; an interval runs from the start of its first date to the end of its last;
 * - unspecified digits and one-of sets mean one of the dates that fit; an all-of set is all of its members together;
 * - an open end is infinite, an unknown end anywhere on its side of the other;
 * - `~` lets a date lie up to one unit of its finest marked component earlier or later (an hour for any time of day, 31 days for a month,
 *   92 for a season, 366 for a year);
 * - `?` says that the date itself is in question, so nothing about it is sure: "yes" and "no" become "maybe";
 * - a time without a zone is read in the zone handed in. With none handed in, two values that both state no zone are on the same clock; beside a
 *   value that states one, the zone may be any from UTC-12 to UTC+14.
 */
import type { CalendarDate, DateSet, Edtf, Interval, Mark, Season } from "./edtf.ts";
import type { Extent, Reading } from "./extent.ts";
import { extentBetween, extentOfDate, extentOfSome, statesZone } from "./extent.ts";

export type Answer = "yes" | "no" | "maybe";

/** Any one of `worlds`; in each, all of its pieces together. */
interface Meaning {
  readonly worlds: readonly (readonly Extent[])[];
  readonly doubted: boolean;
}

function definite(extent: Extent): boolean {
  return extent.startMin === extent.startMax && extent.endMin === extent.endMax;
}

function joined(first: Extent, last: Extent): Extent {
  const length = last.endMax - first.startMin;
  return { ...first, endMin: last.endMin, endMax: last.endMax, lengthMin: length, lengthMax: length };
}

/** Pieces that touch and are certain are one piece, so that a day can lie within two that meet. */
function merged(pieces: readonly Extent[]): readonly Extent[] {
  const loose = pieces.filter((piece) => !definite(piece));
  const firm: Extent[] = [];
  for (const piece of pieces.filter(definite).sort((a, b) => a.startMin - b.startMin || a.endMax - b.endMax)) {
    const last = firm.at(-1);
    if (last === undefined || last.endMax < piece.startMin) firm.push(piece);
    else if (piece.endMax > last.endMax) firm[firm.length - 1] = joined(last, piece);
  }
  return [...firm, ...loose];
}

const doubtful = (mark: Mark): boolean => mark === "?" || mark === "%";

function doubted(value: Edtf | DateSet["members"][number] | Interval["start"] | null): boolean {
  if (value === null) return false;
  switch (value.kind) {
    case "date":
      return [value.marks.year, value.marks.month, value.marks.day, value.marks.clock].some(doubtful);
    case "season":
      return doubtful(value.mark);
    case "interval":
      return doubted(value.start) || doubted(value.end);
    case "range":
      return doubted(value.from) || doubted(value.to);
    case "one-of":
    case "all-of":
      return value.members.some(doubted);
    case "open":
    case "unknown":
      return false;
  }
}

function allOf(member: CalendarDate | Season | DateSet["members"][number], reading: Reading): Extent {
  if (member.kind !== "range") return extentOfDate(member, reading);
  return extentBetween(member.from ?? { kind: "open" }, member.to ?? { kind: "open" }, reading);
}

function meaningOf(value: Edtf, reading: Reading): Meaning {
  const doubt = doubted(value);
  switch (value.kind) {
    case "date":
    case "season":
      return { worlds: [[extentOfDate(value, reading)]], doubted: doubt };
    case "interval":
      return { worlds: [[extentBetween(value.start, value.end, reading)]], doubted: doubt };
    case "one-of":
      return {
        worlds: value.members.map((m) => [m.kind === "range" ? extentOfSome(m, reading) : extentOfDate(m, reading)]),
        doubted: doubt,
      };
    case "all-of":
      return { worlds: [merged(value.members.map((member) => allOf(member, reading)))], doubted: doubt };
  }
}

function answer(surely: boolean, possibly: boolean): Answer {
  return surely ? "yes" : possibly ? "maybe" : "no";
}

/** Kleene's "and": the weakest of the answers. */
function every(answers: readonly Answer[]): Answer {
  return answers.includes("no") ? "no" : answers.includes("maybe") ? "maybe" : "yes";
}

/** Kleene's "or": the strongest of the answers. */
function some(answers: readonly Answer[]): Answer {
  return answers.includes("yes") ? "yes" : answers.includes("maybe") ? "maybe" : "no";
}

type Relation = (a: readonly Extent[], b: readonly Extent[]) => Answer;

const sharing: Relation = (a, b) =>
  some(
    a.flatMap((x) => b.map((y) => answer(x.startMax < y.endMin && y.startMax < x.endMin, x.startMin < y.endMax && y.startMin < x.endMax))),
  );

const preceding: Relation = (a, b) => every(a.flatMap((x) => b.map((y) => answer(x.endMax <= y.startMin, x.endMin <= y.startMax))));

function holds(x: Extent, y: Extent): Answer {
  const surely = y.startMax <= x.startMin && x.endMax <= y.endMin;
  return answer(surely, y.startMin <= x.startMax && x.endMin <= y.endMax && x.lengthMin <= y.lengthMax);
}

const inside: Relation = (a, b) => every(a.map((x) => some(b.map((y) => holds(x, y)))));

const same: Relation = (a, b) => every([inside(a, b), inside(b, a)]);

function relate(relation: Relation, a: Edtf, b: Edtf, zone: number | null): Answer {
  const reading: Reading = { zone, widen: statesZone(a) || statesZone(b), slide: true };
  const [first, second] = [meaningOf(a, reading), meaningOf(b, reading)];
  if (first.doubted || second.doubted) return "maybe";
  const answers = new Set(first.worlds.flatMap((x) => second.worlds.map((y) => relation(x, y))));
  return answers.size === 1 ? ([...answers][0] ?? "maybe") : "maybe";
}

/** Do the two share an instant? `zone`: minutes east of UTC for times that state none, or null. */
export function timesOverlap(a: Edtf, b: Edtf, zone: number | null): Answer {
  return relate(sharing, a, b, zone);
}

/** Is `a` over when `b` starts? Two that only touch (a day and the next) are before. `zone` as above. */
export function timeBefore(a: Edtf, b: Edtf, zone: number | null): Answer {
  return relate(preceding, a, b, zone);
}

/** Does all of `a` lie inside `b`? A time lies within itself. `zone` as above. */
export function timeWithin(a: Edtf, b: Edtf, zone: number | null): Answer {
  return relate(inside, a, b, zone);
}

/** Do both cover the same instants? "maybe" for two loose values even when they are written alike: `2022-01-XX` twice may be two days. */
export function timesEqual(a: Edtf, b: Edtf, zone: number | null): Answer {
  return relate(same, a, b, zone);
}
