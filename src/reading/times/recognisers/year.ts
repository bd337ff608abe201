/** A year, decade or century: in 2011, the 2011 protests, (2011), 2014-2018, the 1990s, the 20th century, 2011 году. */
import type { Found, Recogniser } from "../recogniser.ts";
import { dayNumber, has, isCounted, isDash, skip, skipAbbreviation, year } from "../scan.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

function term(pattern: string): Found["term"] {
  return { is: "year", pattern };
}

/** True when the words around four digits make them a year and not a count or a number of something. */
function standsAsYear(s: Sentence, i: number, value: number, next: number): boolean {
  const [before, after] = [tokenAt(s, i - 1), tokenAt(s, next)];
  // "2014 to 2018": what follows is a year too.
  const other = has(after, "to") && i === next - 1 && after.lower === "to" ? year(s, next + 1) : null;
  if (other !== null && other.value > value && other.value - value < 200 && !isCounted(tokenAt(s, other.next))) return true;
  if (has(after, "counted") || has(before, "ref")) return false;
  if (has(before, "the") || has(before, "article")) return value >= 1900 && value < 2100 && after.kind === "word";
  if (before.lower === "(" || (before.lower === "," && after.lower === ")"))
    return value >= 1800 && value < 2100 && (after.kind === "mark" || after.kind === "word");
  if (!has(before, "yearBefore")) return false;
  if (has(before, "and") || has(before, "or") || has(before, "to")) return year(s, i - 2) !== null && !isCounted(after);
  const loose =
    has(before, "of") ||
    before.lower === "by" ||
    before.lower === "from" ||
    before.lower === "after" ||
    before.lower === "before" ||
    before.lower === "for";
  return !(loose && isCounted(after));
}

/** "2014-2018": two years, glued, the second later. */
function span(s: Sentence, i: number, first: number): Found | null {
  if (
    !(isDash(tokenAt(s, i + 1)) || tokenAt(s, i + 1).lower === "~") ||
    !tokenAt(s, i + 1).glued ||
    !tokenAt(s, i + 2).glued ||
    tokenAt(s, i).glued
  )
    return null;
  const last = year(s, i + 2);
  if (
    last === null ||
    last.value <= first ||
    last.value - first > 200 ||
    isCounted(tokenAt(s, last.next)) ||
    (tokenAt(s, last.next).glued && isDash(tokenAt(s, last.next)))
  )
    return null;
  return {
    term: { is: "range", from: { is: "year", pattern: String(first) }, to: { is: "year", pattern: String(last.value) }, part: null },
    next: last.next,
  };
}

export const decade: Recogniser = {
  name: "decade",
  read(s, i): Found | null {
    const at = skip(s, i, "the");
    const token = tokenAt(s, at);
    const ending = tokenAt(s, at + 1);
    if (token.kind === "number" && ending.glued && (ending.lower === "s" || (isDash(ending) && has(tokenAt(s, at + 2), "yearsWord")))) {
      const next = ending.lower === "s" ? at + 2 : skip(s, at + 3, "yearsWord");
      if (token.number % 10 !== 0) return null;
      if (token.lower.length === 4 && token.number >= 1000 && token.number < 2100)
        return { term: term(`${token.lower.slice(0, 3)}X`), next };
      // "the 90s": two digits are of the last century; "2 0s" and ages ("in his 30s") are not decades.
      return token.lower.length === 2 && at !== i && token.number >= 20 ? { term: term(`19${token.lower.charAt(0)}X`), next } : null;
    }
    const ordinal = dayNumber(s, at);
    const unit = ordinal === null ? undefined : tokenAt(s, ordinal.next);
    if (ordinal === null || unit?.entry.unit !== "century" || ordinal.value < 11 || ordinal.value > 21) return null;
    return { term: term(`${ordinal.value - 1}XX`), next: ordinal.next + 1 };
  },
};

export const yearOnly: Recogniser = {
  name: "year",
  read(s, i, supported): Found | null {
    const found = year(s, i);
    if (found === null) return null;
    const range = span(s, i, found.value);
    if (range !== null) return range;
    if (has(tokenAt(s, found.next), "yearWord")) return { term: term(String(found.value)), next: skipAbbreviation(s, found.next) };
    if (s.lexicon.language !== "en") return null;
    const glued = tokenAt(s, found.next);
    if (glued.glued && (glued.kind === "word" || glued.lower === "-" || glued.lower === "/")) return null;
    const stands = supported ? !isCounted(glued) : standsAsYear(s, i, found.value, found.next);
    return stands ? { term: term(String(found.value)), next: found.next } : null;
  },
};
