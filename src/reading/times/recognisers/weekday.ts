/** Days of the week: Friday, last Friday, next Monday, on Sunday, Thursday last week, в субботу. */
import { aheadOf } from "../ahead.ts";
import type { Found, Recogniser } from "../recogniser.ts";
import { has, skip, skipAbbreviation } from "../scan.ts";
import type { WeekdayTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** Names of papers, mosques and other things: "the Sunday Times", "Black Friday". */
function isName(s: Sentence, i: number): boolean {
  const after = tokenAt(s, i + 1);
  if (has(tokenAt(s, i - 1), "named") && tokenAt(s, i - 1).capital) return true;
  return after.capital && after.kind === "word" && has(after, "title");
}

function sign(by: number): -1 | 0 | 1 {
  return by < 0 ? -1 : by > 0 ? 1 : 0;
}

/** "Thursday last week", "on Tuesday of next week". */
function weekBehind(s: Sentence, i: number): { readonly which: -1 | 0 | 1; readonly next: number } | null {
  const at = skip(s, i, "of");
  const move = tokenAt(s, at).entry.which;
  return move?.base === "published" && tokenAt(s, at + 1).entry.unit === "week" ? { which: sign(move.by), next: at + 2 } : null;
}

/** What stands behind a short form that is the head of an entry: "Wed. Woke up …". */
const ENTRY: ReadonlySet<string> = new Set([".", ":", "–", "—"]);

export const weekday: Recogniser = {
  name: "weekday",
  read(s, i, supported): Found | null {
    const first = tokenAt(s, i).entry.which;
    const second = first === undefined ? undefined : tokenAt(s, i + 1).entry.which;
    const move = second ?? first;
    const named = i + (first === undefined ? 0 : 1) + (second === undefined ? 0 : 1);
    const token = tokenAt(s, named);
    const day = token.entry.weekday;
    if (day === undefined || isName(s, named)) return null;
    const next = skipAbbreviation(s, named);
    if (token.entry.doubtful === true && move === undefined && !supported) {
      // Short forms are also words ("sat", "sun", "wed") and the Russian for Wednesday is also "surroundings".
      if (s.lexicon.capitals) {
        const after = tokenAt(s, next);
        const dated =
          after.kind === "number" ||
          (i === 0 && ENTRY.has(tokenAt(s, named + 1).lower)) ||
          after.entry.month !== undefined ||
          (after.lower === "," && tokenAt(s, next + 1).kind === "number");
        if (!token.capital || !dated) return null;
      } else if (tokenAt(s, i - 1).entry.lead === undefined && s.lexicon.language === "ru") return null;
    }
    // "the coming Friday" is the first one from now, "next Friday" that of next week.
    const soon = has(tokenAt(s, named - 1), "soon");
    const which = move === undefined || soon ? null : sign(move.by);
    const term: WeekdayTerm = { is: "weekday", weekday: day, which, ahead: soon || aheadOf(s, i) !== null, soon, ofWeek: false };
    const week = weekBehind(s, next);
    if (move === undefined && week !== null) return { term: { ...term, which: week.which, ofWeek: true }, next: week.next };
    return { term, next };
  },
};
