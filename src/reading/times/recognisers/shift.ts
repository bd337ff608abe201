/**
 * Times reckoned from the day of publication or from the day last spoken of: yesterday, last week, this morning, the next day, three days later,
 * a week ago, earlier this year, the day before, на следующий день, три дня назад.
 */
import { aheadOf } from "../ahead.ts";
import type { Move } from "../lexicon.ts";
import type { Found, Recogniser } from "../recogniser.ts";
import { count, has, skip } from "../scan.ts";
import { dayThenMonth, monthThenDay } from "./day.ts";
import { iso } from "./iso.ts";
import { numeric } from "./numeric.ts";
import { weekday } from "./weekday.ts";
import type { ShiftTerm, Term, TimeUnit, WeekdayTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** "now" as the end of a stretch: the day of publication. */
const nowDay: Recogniser = {
  name: "now",
  read: (s, i) => (has(tokenAt(s, i), "nowDay") ? { term: shift("published", "day", 0), next: i + 1 } : null),
};

const dates: readonly Recogniser[] = [nowDay, iso, numeric, dayThenMonth, monthThenDay, weekday, { name: "day-word", read: readDayWord }];

function shift(base: Move["base"], unit: TimeUnit, by: number, loose = false): ShiftTerm {
  return { is: "shift", base, unit, by, loose, aside: false };
}

/** "the week after next", "the month before last". */
function afterNext(s: Sentence, i: number): Found | null {
  const { unit, plural } = tokenAt(s, i).entry;
  const [move, which] = [tokenAt(s, i + 1), tokenAt(s, i + 2).entry.which];
  if (unit === undefined || plural === true || which?.base !== "published" || which.by === 0) return null;
  if (move.lower !== (which.by > 0 ? "after" : "before")) return null;
  return { term: shift("published", unit, which.by * 2), next: i + 3 };
}

/** yesterday, today, tomorrow, tonight, the day before yesterday, the day after tomorrow. */
function readDayWord(s: Sentence, i: number): Found | null {
  const at = skip(s, i, "the");
  const token = tokenAt(s, at);
  const beyond = at === i || s.lexicon.language !== "en" ? null : afterNext(s, at);
  if (beyond !== null) return beyond;
  if (token.entry.unit === "day") {
    const move = tokenAt(s, at + 1).entry.ago;
    const day = tokenAt(s, at + 2).entry.day;
    return move !== undefined && day !== undefined && day !== 0 ? { term: shift("published", "day", day + move.by), next: at + 3 } : null;
  }
  if (at !== i && s.lexicon.language === "en") return null;
  const early = has(token, "later") && at === i ? i + 1 : i;
  const { day, dayPart } = tokenAt(s, early).entry;
  if (dayPart !== undefined) {
    return { term: { is: "moment", date: shift("published", "day", dayPart.day), clock: null, part: dayPart.part }, next: early + 1 };
  }
  if (day === undefined) return null;
  // "today's", and "today" for the present age, are both the day of publication.
  return { term: shift("published", "day", day), next: early + 1 };
}

export const dayWord: Recogniser = { name: "day-word", read: readDayWord };

/** last week, the next day, this morning, that same night, later this year, the same day. */
export const which: Recogniser = {
  name: "which",
  read(s, i): Found | null {
    let at = has(tokenAt(s, i), "later") ? i + 1 : i;
    const article = at;
    // "the same", "в этот же": a word that points is itself the "which" in Russian.
    for (let j = 0; j < 2 && has(tokenAt(s, at), "the") && tokenAt(s, at).entry.which === undefined; j++) at++;
    const definite = article !== at;
    let move = tokenAt(s, at).entry.which;
    if (move === undefined) return weekend(s, i, at) ?? later(s, i);
    let next = at + 1;
    const second = tokenAt(s, next).entry.which;
    if (second !== undefined || (s.lexicon.language === "ru" && has(tokenAt(s, next), "the"))) next++;
    const token = tokenAt(s, next);
    // "last week" is seen from the paper, "the following week" and "the next day" from the story.
    const fromStory = move.base === "narrative" || (definite && move.by > 0);
    move = { by: move.by, base: fromStory ? "narrative" : "published" };
    if (token.entry.part !== undefined) {
      // "last night" is the night of yesterday, "the next morning" that of the day after.
      return { term: moment(shift(move.base, "day", move.by), token.entry.part), next: next + 1 };
    }
    const unit = token.entry.unit;
    // "the past decade" is a length, a fortnight no unit of the calendar.
    if (unit === undefined || token.entry.times !== undefined || ((unit === "decade" || unit === "century") && move.by < 0)) return null;
    if (token.entry.plural === true || unit === "second" || unit === "minute" || unit === "hour") return null;
    if (unit === "day" && move.base === "published" && move.by !== 0 && !definite && s.lexicon.language === "en") return null;
    return { term: shift(move.base, unit, move.by), next: next + 1 };
  },
};

function moment(date: ShiftTerm, part: NonNullable<ReturnType<typeof tokenAt>["entry"]["part"]>): Term {
  return { is: "moment", date, clock: null, part };
}

/** "over the weekend": the last one, or the next where the sentence looks ahead. */
function weekend(s: Sentence, i: number, at: number): Found | null {
  if (at === i || tokenAt(s, at).entry.unit !== "weekend" || tokenAt(s, at).entry.plural === true) return null;
  const lead = tokenAt(s, i - 1).entry.lead;
  if (lead !== "over" && lead !== "during" && lead !== "at" && lead !== "on" && lead !== "since") return null;
  const end = (weekday: number): WeekdayTerm => ({
    is: "weekday",
    weekday,
    which: null,
    ahead: aheadOf(s, i) !== null,
    soon: false,
    ofWeek: false,
  });
  return { term: { is: "range", from: end(6), to: end(7), part: null }, next: at + 1 };
}

/** "later in the day", "the day before", "the day after" with nothing behind that it would be before. */
function later(s: Sentence, i: number): Found | null {
  if (has(tokenAt(s, i), "later") && has(tokenAt(s, i + 1), "in") && has(tokenAt(s, i + 2), "the")) {
    const unit = tokenAt(s, i + 3).entry.unit;
    return unit === undefined || unit === "hour" ? null : { term: shift("narrative", unit, 0), next: i + 4 };
  }
  if (!has(tokenAt(s, i), "the")) return null;
  const unit = tokenAt(s, i + 1).entry.unit;
  const move = tokenAt(s, i + 2).entry.ago;
  if (unit === undefined || unit === "second" || unit === "minute" || unit === "hour" || move?.base !== "narrative") return null;
  const after = tokenAt(s, i + 3);
  return after.kind === "mark" ? { term: shift("narrative", unit, move.by), next: i + 3 } : null;
}

/** three days ago, a week earlier, two months later, через два дня, үш күн бұрын. */
export const offset: Recogniser = {
  name: "offset",
  read(s, i): Found | null {
    const through = tokenAt(s, i).entry.through;
    const start = through === undefined ? i : i + 1;
    const counted = count(s, start) ?? (s.lexicon.language === "en" ? null : { value: 1, next: start });
    if (counted === null) return null;
    const token = tokenAt(s, counted.next);
    const unit = token.entry.unit;
    if (unit === undefined) return null;
    const dated = through === undefined ? fromDate(s, counted.value, counted.next) : null;
    if (dated !== null) return dated;
    const plan = through === undefined && tokenAt(s, counted.next + 1).entry.ago === undefined ? hence(s, start) : undefined;
    const move = through ?? tokenAt(s, counted.next + 1).entry.ago ?? plan;
    if (move === undefined) return null;
    const next = through === undefined && tokenAt(s, counted.next + 1).entry.ago !== undefined ? counted.next + 2 : counted.next + 1;
    if (move.base === "narrative" && through === undefined && plan === undefined && !ends(s, next - 1)) return null;
    if (unit === "second" || unit === "minute" || unit === "hour" || counted.value === null) return { term: { is: "vague" }, next };
    const by = Math.round(counted.value * (token.entry.times ?? 1)) * move.by;
    return { term: { ...shift(move.base, unit, by, unit !== "day" || !Number.isInteger(counted.value)), aside: plan !== undefined }, next };
  },
};

/** "two days after January 6", "three weeks from tomorrow". */
function fromDate(s: Sentence, amount: number | null, i: number): Found | null {
  const joint = tokenAt(s, i + 1);
  if (!has(joint, "fromDay") || amount === null) return null;
  const unit = tokenAt(s, i).entry.unit;
  if (unit === undefined || unit === "second" || unit === "minute" || unit === "hour" || tokenAt(s, i).entry.times !== undefined)
    return null;
  for (const recogniser of dates) {
    const found = recogniser.read(s, i + 2, true);
    if (found === null) continue;
    const { term } = found;
    if (term.is !== "day" && term.is !== "slash" && !(term.is === "weekday") && !(term.is === "shift" && term.unit === "day")) return null;
    return { term: { is: "offset", of: term, unit, by: Math.round(amount) * (joint.lower === "before" ? -1 : 1) }, next: found.next };
  }
  return null;
}

/**
 * "will leave in two weeks": from the publication; "said they would leave in two weeks": from what was told last. Elsewhere "in two weeks" is a length.
 */
function hence(s: Sentence, start: number): Move | undefined {
  if (!has(tokenAt(s, start - 1), "in") || s.lexicon.language !== "en") return undefined;
  // "in a fortnight's time" looks ahead by itself.
  const unit = count(s, start)?.next ?? start;
  const timely = tokenAt(s, unit + 1).lower === "'" || tokenAt(s, unit + 1).lower === "’";
  if (timely && (has(tokenAt(s, unit + 2), "time") || has(tokenAt(s, unit + 3), "time"))) return { by: 1, base: "published" };
  const ahead = aheadOf(s, start);
  return ahead === null ? undefined : { by: 1, base: ahead === "paper" ? "published" : "narrative" };
}

/** "three days before the vote": what comes behind "before" and "after" is another event, which is not on the calendar. */
function ends(s: Sentence, i: number): boolean {
  const move = tokenAt(s, i);
  if (move.lower !== "before" && move.lower !== "after" && move.lower !== "prior") return true;
  const next = tokenAt(s, i + 1);
  return next.kind === "mark" && next.lower !== "“" && next.lower !== '"';
}
