/**
 * Numbered parts of a longer time: the last week of April, the first Monday in May, the 20th of this month, the third month of 2021, the fourth day of
 * the month; and the week of a day: the week of 21 May.
 */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayNumber, has, skip } from "../scan.ts";
import type { DateTerm, PortionTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";
import { dayThenMonth, monthThenDay } from "./day.ts";
import { iso } from "./iso.ts";
import { monthOnly } from "./month.ts";
import { numeric } from "./numeric.ts";
import { which } from "./shift.ts";
import { yearOnly } from "./year.ts";

const wholes: readonly Recogniser[] = [monthOnly, which, yearOnly];
const days: readonly Recogniser[] = [iso, numeric, dayThenMonth, monthThenDay];

/** What the part is of: a month or a year; "the month" and "the year" are those of the publication. */
function wholeAt(s: Sentence, i: number): { readonly term: DateTerm; readonly next: number } | null {
  for (const recogniser of wholes) {
    const found = recogniser.read(s, i, true);
    if (found === null) continue;
    const { term, next } = found;
    const long =
      term.is === "month" ||
      (term.is === "year" && !term.pattern.includes("X")) ||
      (term.is === "shift" && (term.unit === "month" || term.unit === "year"));
    return long ? { term, next } : null;
  }
  const { unit, plural } = tokenAt(s, i + 1).entry;
  if (!has(tokenAt(s, i), "the") || plural === true || (unit !== "month" && unit !== "year")) return null;
  return { term: { is: "shift", base: "published", unit, by: 0, loose: false, aside: false }, next: i + 2 };
}

/** The number of the part: "first", "3rd", "last". */
function indexAt(s: Sentence, i: number): { readonly index: number; readonly next: number } | null {
  const ordinal = dayNumber(s, i);
  if (ordinal !== null) return { index: ordinal.value, next: ordinal.next };
  return has(tokenAt(s, i), "lastOf") ? { index: -1, next: i + 1 } : null;
}

function weekOf(s: Sentence, i: number): Found | null {
  const unit = tokenAt(s, i).entry;
  if (unit.unit !== "week" || unit.plural === true || !(has(tokenAt(s, i + 1), "of") || has(tokenAt(s, i + 1), "weekBegins"))) return null;
  const start = skip(s, i + 2, "the");
  for (const recogniser of days) {
    const found = recogniser.read(s, start, true);
    if (found?.term.is === "day" || found?.term.is === "slash") return { term: { is: "week-of", of: found.term }, next: found.next };
  }
  const day = dayNumber(s, start);
  if (day === null || start === i + 2 || tokenAt(s, start).kind !== "number") return null;
  return { term: { is: "week-of", of: { is: "day", year: null, month: null, day: day.value } }, next: day.next };
}

export const portion: Recogniser = {
  name: "portion",
  read(s, i): Found | null {
    if (s.lexicon.language !== "en") return null;
    const start = skip(s, i, "the");
    const week = weekOf(s, start);
    if (week !== null) return week;
    const number = indexAt(s, start);
    if (number === null) return null;
    const { unit, plural, weekday, times } = tokenAt(s, number.next).entry;
    const make = (of: DateTerm, next: number, part: Pick<PortionTerm, "unit" | "weekday">): Found => ({
      term: { is: "portion", of, index: number.index, ...part },
      next,
    });
    if (has(tokenAt(s, number.next), "of") && tokenAt(s, start).kind === "number") {
      // "the 20th of this month"; "the 20th of May" is a date like any other.
      const whole = wholeAt(s, number.next + 1);
      return whole?.term.is === "shift" && whole.term.unit === "month" ? make(whole.term, whole.next, { unit: "day", weekday: 0 }) : null;
    }
    if (plural === true || times !== undefined) return null;
    const joint = tokenAt(s, number.next + 1);
    if (!has(joint, "of") && !has(joint, "in")) return null;
    const whole = wholeAt(s, number.next + 2);
    if (whole === null) return null;
    if (weekday !== undefined) return make(whole.term, whole.next, { unit: "weekday", weekday });
    if (unit === "week" || unit === "day" || unit === "month") return make(whole.term, whole.next, { unit, weekday: 0 });
    return null;
  },
};
