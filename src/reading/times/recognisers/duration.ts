/** Lengths of time: three weeks, 18 months, two and a half years, a 12-hour curfew, the past decade, for years, три недели. */
import type { Found, Recogniser } from "../recogniser.ts";
import type { Read } from "../scan.ts";
import { count, has, isDash, skip, year } from "../scan.ts";
import type { TimeUnit } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

const letters: Readonly<Record<TimeUnit, readonly [prefix: string, letter: string, times: number]>> = {
  second: ["PT", "S", 1],
  minute: ["PT", "M", 1],
  hour: ["PT", "H", 1],
  day: ["P", "D", 1],
  week: ["P", "W", 1],
  weekend: ["P", "W", 1],
  month: ["P", "M", 1],
  quarter: ["P", "M", 3],
  year: ["P", "Y", 1],
  decade: ["P", "Y", 10],
  century: ["P", "Y", 100],
};

/** ISO 8601 duration; X where the number is not said. */
export function isoDuration(amount: number | null, unit: TimeUnit): string {
  const [prefix, letter, times] = letters[unit];
  return `${prefix}${amount === null ? "X" : String(Math.round(amount * times * 100) / 100)}${letter}`;
}

/** A unit behind a count, with or without a hyphen: "12-hour", "three weeks". */
function unitAfter(s: Sentence, i: number): Read<TimeUnit> | null {
  const dashed = isDash(tokenAt(s, i)) && tokenAt(s, i).glued ? i + 1 : i;
  const token = tokenAt(s, dashed);
  return token.entry.unit === undefined ? null : { value: token.entry.unit, next: dashed + 1 };
}

/** True for ages: "a 4-year-old", "12 years of age", "aged two years". */
function isAge(s: Sentence, start: number, next: number): boolean {
  const after = tokenAt(s, next);
  if (has(after, "old") || (isDash(after) && has(tokenAt(s, next + 1), "old"))) return true;
  return has(tokenAt(s, start - 1), "old") || (has(after, "of") && tokenAt(s, next + 1).lower === "age");
}

export const duration: Recogniser = {
  name: "duration",
  read(s, i): Found | null {
    // "the past two weeks", "the next six months", "the past decade", "recent weeks".
    const article = skip(s, i, "the");
    const moved = tokenAt(s, article).entry.which;
    const start = moved === undefined ? i : article + 1;
    const first = tokenAt(s, start);
    if (moved !== undefined && article !== i && first.entry.unit === "decade" && moved.base === "published" && moved.by !== 0)
      return { term: { is: "duration", value: "P10Y" }, next: start + 1 };
    if (
      moved !== undefined &&
      article !== i &&
      first.entry.times !== undefined &&
      first.entry.part === undefined &&
      first.entry.unit !== undefined
    ) {
      return { term: { is: "duration", value: isoDuration(first.entry.times, first.entry.unit) }, next: start + 1 };
    }
    if (has(first, "recent") && tokenAt(s, start + 1).entry.plural === true) return { term: { is: "vague" }, next: start + 2 };
    const bare = first.entry.unit;
    if (bare !== undefined && first.entry.plural === true) {
      const lead = tokenAt(s, start - 1).entry.lead;
      const stands = lead === "for" || (moved !== undefined && article !== i);
      return stands && !has(tokenAt(s, start + 1), "of")
        ? { term: { is: "duration", value: isoDuration(null, bare) }, next: start + 1 }
        : null;
    }
    const counted = count(s, start);
    if (counted === null) return null;
    // "in the five past years", "the 3 next weeks".
    const turned = moved === undefined && s.lexicon.language === "en" ? tokenAt(s, counted.next).entry.which : undefined;
    const plural = tokenAt(s, counted.next + 1).entry.plural === true && (turned?.base === "published" || turned?.by === -1);
    const unit = unitAfter(s, plural ? counted.next + 1 : counted.next);
    // "2011 году" is a year, not so many of them.
    if (unit === null || isAge(s, start, unit.next) || (unit.value === "year" && year(s, start) !== null)) return null;
    // "three quarters of them" is a share.
    if (unit.value === "quarter" && moved === undefined) return null;
    const word = tokenAt(s, unit.next - 1);
    if ((has(first, "article") || (counted.value === 1 && first.kind === "word" && unit.value === "day")) && !articleStands(s, start))
      return null;
    if (word.entry.part !== undefined && word.entry.plural !== true && has(first, "article")) return null;
    const amount = counted.value === null ? null : counted.value * (word.entry.times ?? 1);
    const more = has(tokenAt(s, unit.next), "and") ? count(s, unit.next + 1) : null;
    const second = more === null ? null : unitAfter(s, more.next);
    if (amount !== null && more?.value != null && second !== null && !has(tokenAt(s, unit.next + 1), "article")) {
      const [head, tail] = [isoDuration(amount, unit.value), isoDuration(more.value, second.value)];
      const glue = head.startsWith("PT") ? tail.replace("PT", "") : tail.replace(/^P/, "");
      if (rank(second.value) < rank(unit.value)) return { term: { is: "duration", value: head + glue }, next: second.next };
    }
    return { term: { is: "duration", value: isoDuration(amount, unit.value) }, next: unit.next };
  },
};

const order: readonly TimeUnit[] = ["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"];

function rank(unit: TimeUnit): number {
  return order.indexOf(unit);
}

/** "a week" is a length only after a word that measures; elsewhere it is "per week" or a manner of speaking. */
function articleStands(s: Sentence, i: number): boolean {
  if (has(tokenAt(s, i + 1), "several")) return true;
  const before = tokenAt(s, i - 1);
  const lead = before.entry.lead;
  return lead === "for" || lead === "within" || lead === "over" || before.lower === "than" || has(before, "nearly") || has(before, "half");
}
