/** Seasons, quarters and halves of a year: spring 2019, the winter of 2021, last summer, Q3 2021, the first half of 2021, весной 2019 года. */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayNumber, has, isDash, skip, year, yearAfter } from "../scan.ts";
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

/** "Q3", "q1", "H2" with the code of the first of its kind before it: 32 for quarters, 39 for halves. */
function lettered(s: Sentence, i: number): { readonly code: number; readonly next: number } | null {
  const [letter, number] = [tokenAt(s, i), tokenAt(s, i + 1)];
  if (!number.glued || number.number < 1) return null;
  if (has(letter, "quarterLetter") && number.number <= 4) return { code: 32 + number.number, next: i + 2 };
  return has(letter, "halfLetter") && number.number <= 2 ? { code: 39 + number.number, next: i + 2 } : null;
}

export const quarter: Recogniser = {
  name: "quarter",
  read(s, i): Found | null {
    const before = year(s, i);
    if (before !== null) {
      const named = lettered(s, isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1);
      return named === null ? null : { term: { is: "season", year: before.value, code: named.code, yearBy: null }, next: named.next };
    }
    const named = lettered(s, i);
    if (named !== null)
      return found(s, named.code, isDash(tokenAt(s, named.next)) ? named.next + 1 : named.next, !tokenAt(s, i).capital || named.code > 36);
    const at = skip(s, i, "the");
    const ordinal = dayNumber(s, at);
    if (ordinal === null) return null;
    const unit = tokenAt(s, ordinal.next);
    if (unit.entry.unit === "quarter" && ordinal.value <= 4) return found(s, 32 + ordinal.value, ordinal.next + 1, false);
    return has(unit, "half") && ordinal.value <= 2 ? found(s, 39 + ordinal.value, ordinal.next + 1, true) : null;
  },
};
