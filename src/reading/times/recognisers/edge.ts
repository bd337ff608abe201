/** The beginning, middle or end of a longer time: early January, mid-2011, late 2021, the end of the year, the first days of January, в начале января. */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayNumber, has, isDash, skip } from "../scan.ts";
import type { DateTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";
import { dayThenMonth, monthThenDay } from "./day.ts";
import { monthOnly } from "./month.ts";
import { season } from "./season.ts";
import { which } from "./shift.ts";
import { weekday } from "./weekday.ts";
import { decade, yearOnly } from "./year.ts";

const inner: readonly Recogniser[] = [dayThenMonth, monthThenDay, monthOnly, season, decade, which, weekday, yearOnly];

/** What is early, mid or late; only what has a beginning and an end. A day keeps its own precision: "early on January 6" is January 6. */
function about(s: Sentence, i: number): Found | null {
  for (const recogniser of inner) {
    const found = recogniser.read(s, i, true);
    if (found === null) continue;
    const { term, next } = found;
    if (term.is === "day" || term.is === "weekday") return found;
    const long =
      term.is === "month" ||
      term.is === "year" ||
      term.is === "season" ||
      (term.is === "shift" && term.unit !== "day" && term.unit !== "weekend");
    return long ? { term: { is: "about", of: term satisfies DateTerm }, next } : null;
  }
  return has(tokenAt(s, i - 1), "of") ? thisYear(s, i) : null;
}

/** "the end of the year": this year, as the story stands. */
function thisYear(s: Sentence, i: number): Found | null {
  const at = skip(s, i, "the");
  const token = tokenAt(s, at);
  const unit = token.entry.unit;
  // "by the end of the day": the day that is told of.
  if (unit === "day" && token.entry.plural !== true && at !== i)
    return { term: { is: "shift", base: "narrative", unit, by: 0, loose: false, aside: false }, next: at + 1 };
  if (token.entry.plural === true || token.entry.which !== undefined || (unit !== "year" && unit !== "month" && unit !== "week"))
    return null;
  return { term: { is: "about", of: { is: "shift", base: "published", unit, by: 0, loose: false, aside: false } }, next: at + 1 };
}

/** "the last week of July", "the first half of January": a part of what follows, which its own unit does not fix. */
function portion(s: Sentence, i: number): Found | null {
  const ordinal = dayNumber(s, i);
  const at = ordinal?.next ?? (has(tokenAt(s, i), "edgeDays") ? i + 1 : -1);
  if (at < 0 || !has(tokenAt(s, at + 1), "of")) return null;
  const { unit, plural } = tokenAt(s, at).entry;
  const part = has(tokenAt(s, at), "half") || (plural !== true && (unit === "week" || unit === "weekend"));
  return part ? about(s, at + 2) : null;
}

export const edge: Recogniser = {
  name: "edge",
  read(s, i): Found | null {
    const token = tokenAt(s, i);
    if (has(token, "early")) return about(s, skip(s, isDash(tokenAt(s, i + 1)) ? i + 2 : i + 1, "on"));
    const at = skip(s, skip(s, i, "the"), "very");
    if (has(tokenAt(s, at), "edge")) {
      const of = has(tokenAt(s, at + 1), "of");
      return of || s.lexicon.language !== "en" ? about(s, of ? at + 2 : at + 1) : null;
    }
    const share = portion(s, at);
    if (share !== null) return share;
    if (!has(tokenAt(s, at), "edgeDays")) return null;
    const plural = tokenAt(s, at + 1).entry;
    return plural.plural === true && has(tokenAt(s, at + 2), "of") ? about(s, at + 3) : null;
  },
};
