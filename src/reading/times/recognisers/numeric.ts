/**
 * Dates in digits, year last: 05.01.2022 (with full stops always day first), 5/1/2022 and 5-1-2022 (the order may stay open), 5/1/22.
 * Without a year only with full stops, two digits each, after a lead: "с 06.01".
 */
import { daysInMonth } from "../../../model/time/calendar.ts";
import type { Found, Recogniser } from "../recogniser.ts";
import { has, isDash, skipAbbreviation } from "../scan.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

function short(s: Sentence, i: number): boolean {
  const { number, start, end } = tokenAt(s, i);
  return number > 0 && end - start <= 2;
}

/** Two digits are years of this century up to 2049, else of the last. */
function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

/** Words before a day and a month in digits: "on 22/04", "since 8.2.", "from 10/1 to 11/7". */
const LEADS: ReadonlySet<string> = new Set(["on", "since", "until", "before", "after", "between"]);

/** `a/b` and `a.b` behind a word that asks for a day, behind a weekday, or at the head of an entry. */
function withoutYear(s: Sentence, i: number, supported: boolean): Found | null {
  const [first, mark, second, after] = [tokenAt(s, i), tokenAt(s, i + 1), tokenAt(s, i + 2), tokenAt(s, i + 3)];
  if (s.lexicon.language !== "en" || isDash(mark)) return null;
  const dot = mark.lower === "." && after.lower === "." && after.glued;
  if (after.glued && !/^[.,;:)!?]$/.test(after.lower) && !isDash(after)) return null;
  if (after.glued && after.lower === "." && tokenAt(s, i + 4).glued && tokenAt(s, i + 4).kind === "number") return null;
  if (has(after, "counted") || has(after, "of") || after.lower === "%" || after.entry.unit !== undefined) return null;
  const lead = tokenAt(s, i - 1).entry.lead;
  const heads = i === 0 && (dot || after.lower === ":" || isDash(after));
  if (mark.lower === ".") {
    const whole = second.lower.length === 2 || dot;
    if (!whole || first.number > 31 || second.number < 1 || second.number > 12) return null;
    const asked = supported || heads || (lead !== undefined && LEADS.has(lead)) || (dot && lead === "from");
    return asked
      ? { term: { is: "day", year: null, month: second.number, day: first.number }, next: dot && i + 4 < s.tokens.length ? i + 4 : i + 3 }
      : null;
  }
  const asked = supported || heads || (lead !== undefined && (LEADS.has(lead) || lead === "from" || lead === "by"));
  const possible = (second.number <= 12 && first.number <= 31) || (first.number <= 12 && second.number <= 31);
  return asked && possible ? { term: { is: "slash", first: first.number, second: second.number, year: null }, next: i + 3 } : null;
}

export const numeric: Recogniser = {
  name: "numeric",
  read(s, i, supported): Found | null {
    const mark = tokenAt(s, i + 1);
    if (!short(s, i) || tokenAt(s, i).glued || !mark.glued || !short(s, i + 2) || !tokenAt(s, i + 2).glued) return null;
    if (mark.lower !== "." && mark.lower !== "/" && !isDash(mark)) return null;
    const [first, second, last] = [tokenAt(s, i).number, tokenAt(s, i + 2).number, tokenAt(s, i + 4)];
    const length = last.end - last.start;
    const hasYear = tokenAt(s, i + 3).lower === mark.lower && tokenAt(s, i + 3).glued && last.glued && last.kind === "number";
    if (!hasYear) return withoutYear(s, i, supported);
    if (tokenAt(s, i + 5).glued && tokenAt(s, i + 6).glued && tokenAt(s, i + 6).kind === "number") return null;
    if (length !== 4 && !(length === 2 && mark.lower !== "-")) return null;
    const year = fullYear(last.lower);
    if (year < 1000 || year >= 2200) return null;
    const next = has(tokenAt(s, i + 5), "yearWord") ? skipAbbreviation(s, i + 5) : i + 5;
    if (mark.lower === "." || s.lexicon.language !== "en") {
      if (second > 12 || first > daysInMonth(year, second)) return null;
      return { term: { is: "day", year, month: second, day: first }, next };
    }
    const dayFirst = second <= 12 && first <= daysInMonth(year, second);
    const monthFirst = first <= 12 && second <= daysInMonth(year, first);
    return dayFirst || monthFirst ? { term: { is: "slash", first, second, year }, next } : null;
  },
};
