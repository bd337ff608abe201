/** Dates in digits, year first: 2022-01-06, 2022/01/06, 2022-01, 2022-01-06T22:40Z. */
import { daysInMonth } from "../../../model/time/calendar.ts";
import type { Found, Recogniser } from "../recogniser.ts";
import { isDash, year } from "../scan.ts";
import type { ClockTerm, DayTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** A glued digit run of two digits at `i`, between the limits; -1 when there is none. */
function pair(s: Sentence, i: number, least: number, most: number): number {
  const { number, glued, start, end } = tokenAt(s, i);
  return glued && end - start <= 2 && number >= least && number <= most ? number : -1;
}

function clock(s: Sentence, i: number): { readonly clock: ClockTerm; readonly next: number } | null {
  const t = tokenAt(s, i);
  if (t.lower !== "t" || !t.glued) return null;
  const hour = pair(s, i + 1, 0, 23);
  if (hour < 0) return null;
  let next = i + 2;
  const units: number[] = [];
  while (units.length < 2 && tokenAt(s, next).lower === ":" && pair(s, next + 1, 0, 59) >= 0) {
    units.push(tokenAt(s, next + 1).number);
    next += 2;
  }
  let zone: number | null = null;
  const sign = tokenAt(s, next);
  if (sign.lower === "z" && sign.glued) {
    zone = 0;
    next++;
  } else if ((sign.lower === "+" || sign.lower === "-") && sign.glued && pair(s, next + 1, 0, 14) >= 0) {
    const minutes = tokenAt(s, next + 2).lower === ":" ? pair(s, next + 3, 0, 59) : -1;
    zone = (tokenAt(s, next + 1).number * 60 + Math.max(0, minutes)) * (sign.lower === "+" ? 1 : -1);
    next += minutes < 0 ? 2 : 4;
  }
  return { clock: { is: "clock", hour, minute: units[0] ?? null, second: units[1] ?? null, zone, approx: false, sure: true }, next };
}

/** "20220106" behind a word that asks for a time, or at the head of a line. */
function basicDate(s: Sentence, i: number): DayTerm | null {
  const { number, start, end, glued } = tokenAt(s, i);
  if (end - start !== 8 || glued || number < 19000101 || number > 21001231) return null;
  if (i > 0 && tokenAt(s, i - 1).entry.lead === undefined && !tokenAt(s, i - 1).known) return null;
  const [of, month, day] = [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(of, month) ? { is: "day", year: of, month, day } : null;
}

export const iso: Recogniser = {
  name: "iso",
  read(s, i): Found | null {
    const basic = basicDate(s, i);
    if (basic !== null) return { term: basic, next: i + 1 };
    const found = tokenAt(s, i).kind === "number" ? year(s, i) : null;
    if (found === null || tokenAt(s, i).glued) return null;
    const mark = tokenAt(s, i + 1);
    if (!mark.glued || !(isDash(mark) || mark.lower === "/" || mark.lower === ".")) return null;
    const month = pair(s, i + 2, 1, 12);
    if (month < 0) return null;
    const day = tokenAt(s, i + 3).lower === mark.lower ? pair(s, i + 4, 1, daysInMonth(found.value, month)) : -1;
    if (day < 0) {
      const padded = tokenAt(s, i + 2).lower.length === 2 && mark.lower === "-" && !tokenAt(s, i + 3).glued;
      return padded ? { term: { is: "month", year: found.value, month, yearBy: null }, next: i + 3 } : null;
    }
    const date: DayTerm = { is: "day", year: found.value, month, day };
    const time = clock(s, i + 5);
    return time === null ? { term: date, next: i + 5 } : { term: { is: "moment", date, clock: time.clock, part: null }, next: time.next };
  },
};
