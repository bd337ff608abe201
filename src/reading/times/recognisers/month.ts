/** A month without a day: January 2022, in January, last May, January of this year, январе 2022 года, 2022 жылғы қаңтарда. */
import type { Found, Recogniser } from "../recogniser.ts";
import { has, isDash, month, skip, year, yearAfter } from "../scan.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** True when the words around a doubtful month ("May", "April") make it one. */
function standsAsMonth(s: Sentence, i: number, next: number): boolean {
  const before = tokenAt(s, i - 1);
  const after = tokenAt(s, next);
  // A capital behind it makes a name of it: "in June Osborne's house".
  if (after.capital && after.kind === "word" && after.entry.month === undefined && s.lexicon.capitals) return false;
  // "April: 7 incidents" at the head of an entry.
  if (i === 0 && after.kind === "mark" && (after.lower === ":" || after.lower === "." || after.lower === "" || isDash(after))) return true;
  if (has(before, "yearBefore") || has(before, "early") || before.entry.which !== undefined || before.entry.lead !== undefined)
    return !isList(s, i) || inList(s, i);
  return inList(s, i) || opensRange(s, next);
}

/** "Jan-Feb 2017", "May to July": a month behind what joins a range. */
function opensRange(s: Sentence, next: number): boolean {
  const joint = tokenAt(s, next);
  return (isDash(joint) || has(joint, "to")) && month(s, next + 1) !== null;
}

function isList(s: Sentence, i: number): boolean {
  const before = tokenAt(s, i - 1);
  return has(before, "and") || has(before, "or") || before.lower === ",";
}

/** "April and May": a month before the joiner. */
function inList(s: Sentence, i: number): boolean {
  return isList(s, i) && (tokenAt(s, i - 2).entry.month !== undefined || tokenAt(s, i - 3).entry.month !== undefined);
}

/** "this year", "of last year" behind the month. */
function wordedYear(s: Sentence, i: number): { readonly by: number; readonly next: number } | null {
  const at = skip(s, i, "of");
  const move = tokenAt(s, at).entry.which;
  return move?.base === "published" && tokenAt(s, at + 1).entry.unit === "year" ? { by: move.by, next: at + 2 } : null;
}

export const monthOnly: Recogniser = {
  name: "month",
  read(s, i, supported): Found | null {
    const first = year(s, i);
    if (first !== null && has(tokenAt(s, first.next), "yearFirst")) {
      const named = month(s, first.next + 1);
      return named === null ? null : { term: { is: "month", year: first.value, month: named.value, yearBy: null }, next: named.next };
    }
    const move = tokenAt(s, i).entry.which;
    const at = move?.base === "published" ? i + 1 : i;
    const named = month(s, at);
    if (named === null) return null;
    const token = tokenAt(s, at);
    const behind = isDash(tokenAt(s, named.next)) && tokenAt(s, named.next).glued ? null : yearAfter(s, named.next);
    if (behind !== null) return { term: { is: "month", year: behind.value, month: named.value, yearBy: null }, next: behind.next };
    const worded = wordedYear(s, named.next);
    if (worded !== null) return { term: { is: "month", year: null, month: named.value, yearBy: worded.by }, next: worded.next };
    if (at !== i) return { term: { is: "month", year: null, month: named.value, yearBy: null }, next: named.next };
    if (token.entry.doubtful === true) {
      if (!supported && !standsAsMonth(s, at, named.next)) return null;
    } else if (!supported && !token.capital && s.lexicon.capitals && !standsAsMonth(s, at, named.next)) return null;
    else if (!s.lexicon.capitals && !supported && !has(token, "bare")) return null;
    return { term: { is: "month", year: null, month: named.value, yearBy: null }, next: named.next };
  },
};
