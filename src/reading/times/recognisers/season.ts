/** Seasons, quarters and halves of a year: spring 2019, the winter of 2021, last summer, Q3 2021, the first half of 2021, весной 2019 года. */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayNumber, has, skip, year, yearAfter } from "../scan.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

function found(s: Sentence, code: number, after: number, needsYear: boolean): Found | null {
  const behind = yearAfter(s, after);
  if (behind !== null) return { term: { is: "season", year: behind.value, code, yearBy: null }, next: behind.next };
  const at = skip(s, skip(s, after, "of"), "the");
  const move = tokenAt(s, at).entry.which;
  if (move?.base === "published" && tokenAt(s, at + 1).entry.unit === "year") {
    return { term: { is: "season", year: null, code, yearBy: move.by }, next: at + 2 };
  }
  return needsYear ? null : { term: { is: "season", year: null, code, yearBy: null }, next: after };
}

export const season: Recogniser = {
  name: "season",
  read(s, i, supported): Found | null {
    const first = year(s, i);
    if (first !== null && has(tokenAt(s, first.next), "yearFirst")) {
      const code = tokenAt(s, first.next + 1).entry.season;
      return code === undefined ? null : { term: { is: "season", year: first.value, code, yearBy: null }, next: first.next + 2 };
    }
    const at = skip(s, i, "the");
    const move = tokenAt(s, at).entry.which;
    const named = tokenAt(s, move === undefined ? at : at + 1).entry.season;
    if (named === undefined) return null;
    if (move !== undefined) return { term: { is: "season", year: null, code: named, yearBy: move.by }, next: at + 2 };
    // A bare season is as often weather or water; "in (the) spring" is a time.
    const before = tokenAt(s, i - 1);
    const bare =
      supported || (s.lexicon.language === "en" ? before.entry.lead !== undefined && !has(before, "from") && !has(before, "at") : true);
    return found(s, named, at + 1, !bare);
  },
};

export const quarter: Recogniser = {
  name: "quarter",
  read(s, i): Found | null {
    const before = year(s, i);
    const token = tokenAt(s, before === null ? i : i + 1);
    const number = tokenAt(s, before === null ? i + 1 : i + 2);
    if (before !== null) {
      const quarterNumber = has(token, "quarterLetter") && token.capital && number.glued && number.number >= 1 && number.number <= 4;
      return quarterNumber ? { term: { is: "season", year: before.value, code: 32 + number.number, yearBy: null }, next: i + 3 } : null;
    }
    if (has(token, "quarterLetter") && token.capital && number.glued && number.number >= 1 && number.number <= 4)
      return found(s, 32 + number.number, i + 2, false);
    const at = skip(s, i, "the");
    const ordinal = dayNumber(s, at);
    if (ordinal === null) return null;
    const unit = tokenAt(s, ordinal.next);
    if (unit.entry.unit === "quarter" && ordinal.value <= 4) return found(s, 32 + ordinal.value, ordinal.next + 1, false);
    return has(unit, "half") && ordinal.value <= 2 ? found(s, 39 + ordinal.value, ordinal.next + 1, true) : null;
  },
};
