/**
 * A day with its month: 5 January 2022, 5th of January, January 5, Jan. 5th, 5 января 2022 года, 2022 жылғы 5 қаңтар.
 * And several days of one month: 5-8 January, January 6 to 10, 6 and 7 January.
 */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayInWords, dayNumber, has, isCounted, isDash, month, skip, skipMark, year, yearAfter } from "../scan.ts";
import type { DayTerm, Term } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

type Join = "range" | "all" | "one";

/** A comma alone joins nothing: "January 11, 12 people" is a day and a count. The "and" that ends the list decides. */
type Joint = Join | "comma";

interface Days {
  readonly days: readonly number[];
  readonly join: Join | null;
  readonly next: number;
}

/** What joins two days: a dash or "to" a range, a comma or "and" a list, "or" a choice. */
function joiner(s: Sentence, i: number): { readonly join: Joint; readonly next: number } | null {
  const token = tokenAt(s, i);
  if (isDash(token) || has(token, "to")) return { join: "range", next: i + 1 };
  if (has(token, "and") || token.lower === "&") return { join: "all", next: i + 1 };
  if (has(token, "or")) return { join: "one", next: i + 1 };
  if (token.lower !== ",") return null;
  const after = tokenAt(s, i + 1);
  if (has(after, "and")) return { join: "all", next: i + 2 };
  return has(after, "or") ? { join: "one", next: i + 2 } : { join: "comma", next: i + 1 };
}

/** One day or several. `closed` is what the words before ask for: after "between" an "and" is a range. */
function days(s: Sentence, i: number, between: boolean): Days | null {
  const first = dayNumber(s, i);
  if (first === null) return null;
  const found = [first.value];
  let open = first.next;
  let closed: Days = { days: [first.value], join: null, next: first.next };
  while (closed.join === null) {
    const joint = joiner(s, open);
    if (joint === null) break;
    const day = dayNumber(s, skip(s, joint.next, "the"));
    if (day === null || day.value <= (found.at(-1) ?? 0)) break;
    const join = between && joint.join === "all" ? "range" : joint.join;
    if (join === "range" && found.length > 1) break;
    found.push(day.value);
    open = day.next;
    // "on January 5 and 6 protesters": a counted noun behind takes the number away.
    if (join !== "comma" && !(join !== "range" && isCounted(tokenAt(s, open)))) closed = { days: [...found], join, next: open };
    else if (join !== "comma") break;
  }
  return closed;
}

function termOf(found: readonly number[], join: Join | null, monthNumber: number, yearNumber: number | null): Term {
  const terms = found.map((day): DayTerm => ({ is: "day", year: yearNumber, month: monthNumber, day }));
  const [first, last] = [terms[0], terms.at(-1)];
  if (first === undefined || last === undefined || join === null) return first ?? { is: "vague" };
  if (join === "range") return { is: "range", from: first, to: last, part: null };
  return { is: "list", all: join === "all", members: terms };
}

/** The word for "day" behind a Kazakh date. */
function skipDayWord(s: Sentence, i: number): number {
  return skip(s, i, "dayWord");
}

export const dayThenMonth: Recogniser = {
  name: "day-month",
  read(s, i): Found | null {
    const between = has(tokenAt(s, i), "between") || has(tokenAt(s, i - 1), "between");
    let at = has(tokenAt(s, i), "between") ? i + 1 : i;
    const first = year(s, at);
    const early = first !== null && has(tokenAt(s, first.next), "yearFirst") ? first : null;
    if (early !== null) at = early.next + 1;
    const found = days(s, skip(s, at, "the"), between);
    if (found === null && at === i) return spelledFirst(s, i);
    if (found === null || (at !== i && early === null && found.join === null)) return null;
    // "the second May …": an ordinal in words needs "of" to be a day.
    const word = tokenAt(s, found.next - 1).entry.ordinal !== undefined;
    const of = has(tokenAt(s, found.next), "of");
    if (word && !of && s.lexicon.language === "en") return null;
    const at2 = of ? found.next + 1 : skipMark(s, isDash(tokenAt(s, found.next)) ? found.next + 1 : found.next, "/");
    const named = month(s, at2);
    if (named === null) return null;
    const dashed =
      tokenAt(s, named.next).glued && (isDash(tokenAt(s, named.next)) || tokenAt(s, named.next).lower === "/")
        ? named.next + 1
        : named.next;
    const late = early ?? yearAfter(s, dashed);
    const next = skipDayWord(s, early === null && late !== null ? late.next : named.next);
    return { term: termOf(found.days, found.join, named.value, late?.value ?? null), next };
  },
};

/** "May twenty-nine", "January twenty-five, nineteen eighty-six"; "in May five people died" counts people. */
function spelled(s: Sentence, named: { readonly value: number; readonly next: number }): Found | null {
  const day = dayInWords(s, named.next);
  if (day === null) return null;
  const late = yearAfter(s, day.next);
  if (late === null && tokenAt(s, day.next).kind !== "mark") return null;
  return { term: { is: "day", year: late?.value ?? null, month: named.value, day: day.value }, next: late?.next ?? day.next };
}

/** "fifteen August": a day in words before its month. */
function spelledFirst(s: Sentence, i: number): Found | null {
  const day = dayInWords(s, i);
  const named = day === null || s.lexicon.language !== "en" ? null : month(s, day.next);
  if (day === null || named === null || isCounted(tokenAt(s, named.next))) return null;
  const late = yearAfter(s, named.next);
  return { term: { is: "day", year: late?.value ?? null, month: named.value, day: day.value }, next: late?.next ?? named.next };
}

export const monthThenDay: Recogniser = {
  name: "month-day",
  read(s, i): Found | null {
    if (s.lexicon.language !== "en") return null;
    const start = has(tokenAt(s, i), "between") ? i + 1 : i;
    const named = month(s, start);
    if (named === null) return null;
    const glued = tokenAt(s, named.next).glued && (isDash(tokenAt(s, named.next)) || tokenAt(s, named.next).lower === "/");
    const found = days(s, glued ? named.next + 1 : skip(s, named.next, "the"), start !== i || has(tokenAt(s, i - 1), "between"));
    if (found === null && start === i) return spelled(s, named);
    if (found === null || (start !== i && found.join === null)) return null;
    // A clock is no day: "January 6:40", "March 10 a.m."
    if (tokenAt(s, found.next).entry.half !== undefined) return null;
    const joined = glued && tokenAt(s, found.next).glued && isDash(tokenAt(s, found.next));
    const behind = yearAfter(s, joined ? found.next + 1 : found.next);
    return { term: termOf(found.days, found.join, named.value, behind?.value ?? null), next: behind?.next ?? found.next };
  },
};

/** "on the 18th": the month is that of the day last spoken of. Only before a mark or a word of time, for most ordinals count something else. */
export const dayAlone: Recogniser = {
  name: "day-alone",
  read(s, i): Found | null {
    if (!has(tokenAt(s, i), "the") || s.lexicon.language !== "en" || tokenAt(s, i + 1).kind !== "number") return null;
    const lead = tokenAt(s, i - 1).entry.lead;
    if (lead !== "on" && lead !== "by" && lead !== "until" && lead !== "since" && lead !== "from") return null;
    const day = dayNumber(s, i + 1);
    const after = day === null ? undefined : tokenAt(s, day.next);
    if (day === null || after === undefined || day.next !== i + 3 || has(after, "of")) return null;
    return after.kind === "mark" || has(after, "at") || has(after, "and")
      ? { term: { is: "day", year: null, month: null, day: day.value }, next: day.next }
      : null;
  },
};
