/** Times of day by the clock: 22:40, 10:40 p.m., 3 a.m., noon, 5 o'clock, 16:00 local time, 14:00 GMT, в 3 часа ночи, сағат 22:40-та. */
import type { DayPart } from "../mention.ts";
import type { Found, Recogniser } from "../recogniser.ts";
import type { Read } from "../scan.ts";
import { has, isDash, isPlain, skip } from "../scan.ts";
import { fourDigits, hourAndMinutes, pastOrTo } from "./clock-words.ts";
import type { ClockTerm } from "../term.ts";
import type { Sentence } from "../tokens.ts";
import { tokenAt } from "../tokens.ts";

/** "am", "a.m.", "pm", "p. m." */
function half(s: Sentence, i: number): Read<"am" | "pm"> | null {
  const token = tokenAt(s, i);
  if (token.entry.half === "am" || token.entry.half === "pm") {
    return token.glued || !token.capital || token.end - token.start === 2 ? { value: token.entry.half, next: i + 1 } : null;
  }
  if ((token.lower !== "a" && token.lower !== "p") || tokenAt(s, i + 1).lower !== "." || tokenAt(s, i + 2).lower !== "m") return null;
  return { value: token.lower === "a" ? "am" : "pm", next: tokenAt(s, i + 3).lower === "." && tokenAt(s, i + 3).glued ? i + 4 : i + 3 };
}

/** The hour of the 24 that an hour of 12 is in that part of the day. */
export function hourIn(part: DayPart | "am" | "pm", hour: number): number {
  if (hour > 12) return hour;
  const twelve = hour % 12;
  switch (part) {
    case "pm":
    case "afternoon":
    case "evening":
    case "dusk":
    case "day":
      return twelve + 12;
    case "night":
      return hour >= 6 && hour < 12 ? hour + 12 : twelve;
    case "am":
    case "morning":
    case "dawn":
    case "midnight":
      return twelve;
    case "noon":
      return hour >= 11 ? hour : hour + 12;
  }
}

/** A zone behind a clock: "GMT", "UTC+6", "(GMT +8)", "local time", "Almaty time", "по местному времени". A place alone gives no offset. */
function zoneAfter(s: Sentence, i: number): { readonly zone: number | null; readonly next: number } | null {
  const open = tokenAt(s, i).lower === "(" ? i + 1 : i;
  const token = tokenAt(s, open);
  const close = (next: number): number => (open === i ? next : tokenAt(s, next).lower === ")" ? next + 1 : -1);
  if (token.entry.zone !== undefined && (token.lower !== "z" || token.glued)) {
    const sign = tokenAt(s, open + 1).lower;
    const hours = tokenAt(s, open + 2);
    const hasOffset = (sign === "+" || sign === "-") && hours.glued && hours.number >= 0 && hours.number <= 14;
    const zone = hasOffset ? token.entry.zone + hours.number * (sign === "-" ? -60 : 60) : token.entry.zone;
    const next = close(hasOffset ? open + 3 : open + 1);
    return next < 0 || zone < -720 || zone > 840 ? null : { zone, next };
  }
  const before = has(token, "placeTime") ? open + 1 : open;
  if (has(tokenAt(s, before + 1), "time") && (has(tokenAt(s, before), "local") || tokenAt(s, before).kind === "word")) {
    const place = tokenAt(s, before);
    if (before === open && !has(place, "local") && !place.capital && s.lexicon.capitals) return null;
    const next = close(before + 2);
    return next < 0 ? null : { zone: null, next };
  }
  if (before !== open && has(tokenAt(s, before), "time")) return { zone: null, next: before + (tokenAt(s, before + 1).capital ? 2 : 1) };
  return null;
}

function finish(s: Sentence, i: number, clock: Omit<ClockTerm, "is" | "zone" | "approx">): Found {
  const zone = zoneAfter(s, i);
  return { term: { is: "clock", ...clock, zone: zone?.zone ?? null, approx: false }, next: zone?.next ?? i };
}

/** `hh:mm` and `hh:mm:ss`. */
function digital(s: Sentence, i: number): Found | null {
  const [hour, colon, minute] = [tokenAt(s, i), tokenAt(s, i + 1), tokenAt(s, i + 2)];
  if (colon.lower !== ":" && colon.lower !== ".") return null;
  if (!colon.glued || !minute.glued || minute.end - minute.start !== 2 || minute.number < 0 || minute.number > 59) return null;
  if (hour.end - hour.start > 2 || hour.number > 23 || hour.number < 0) return null;
  let next = i + 3;
  let second: number | null = null;
  if (tokenAt(s, next).lower === ":" && tokenAt(s, next).glued && tokenAt(s, next + 1).glued) {
    const third = tokenAt(s, next + 1);
    if (third.end - third.start !== 2 || third.number > 59 || third.number < 0) return null;
    second = third.number;
    next += 2;
  }
  const dash = isDash(tokenAt(s, next)) && tokenAt(s, next).glued && tokenAt(s, next + 1).kind === "word" && tokenAt(s, next + 1).glued;
  if (dash && s.lexicon.language === "kk") next += 2;
  const of12 = half(s, next);
  if (of12 !== null && hour.number > 12) return null;
  // "8.30 p.m." is a clock, "8.30 percent" is not.
  if (colon.lower === "." && of12 === null && !dotted(s, i, next)) return null;
  // Verses and scores: a small hour behind a name ("John 3:16").
  const before = tokenAt(s, i - 1);
  if (of12 === null && hour.end - hour.start === 1 && before.kind === "word" && before.capital && !before.known) return null;
  const value = of12 === null ? hour.number : hourIn(of12.value, hour.number);
  return finish(s, of12?.next ?? next, { hour: value, minute: minute.number, second, sure: true });
}

/** "at 11.20", "around 06.45": a full stop stands for a colon where an hour is asked for and nothing is counted behind it. */
function dotted(s: Sentence, i: number, next: number): boolean {
  const [before, after] = [tokenAt(s, i - 1), tokenAt(s, next)];
  if (s.lexicon.language !== "en" || !(has(before, "at") || (has(before, "about") && has(tokenAt(s, i - 2), "at")))) return false;
  if (after.kind === "mark") return after.lower !== "%" && after.lower !== "°";
  return after.known && after.entry.unit === undefined && !has(after, "counted");
}

function military(s: Sentence, i: number): Found | null {
  const found = s.lexicon.language === "en" ? fourDigits(s, i, half) : null;
  if (found === null) return null;
  const { hour, minute } = found.value;
  const of12 = hour >= 1 && hour <= 12 ? half(s, found.next) : null;
  return finish(s, of12?.next ?? found.next, { hour: of12 === null ? hour : hourIn(of12.value, hour), minute, second: null, sure: true });
}

/** An hour alone: "3 a.m.", "5 o'clock", "в 16 часов"; "at 7" is unsure until a neighbour says more. */
function hourOnly(s: Sentence, i: number): Found | null {
  const token = tokenAt(s, i);
  const hour = token.kind === "number" ? token.number : (token.entry.number ?? -1);
  if (hour < 0 || hour > 23 || (token.kind === "number" && (token.end - token.start > 2 || !isPlain(s, i)))) return null;
  const of12 = half(s, i + 1);
  if (of12 !== null)
    return hour < 1 || hour > 12 ? null : finish(s, of12.next, { hour: hourIn(of12.value, hour), minute: null, second: null, sure: true });
  const [after, quote] = [tokenAt(s, i + 1), tokenAt(s, i + 2)];
  if (after.lower === "o" && (quote.lower === "'" || quote.lower === "’") && has(tokenAt(s, i + 3), "hourWord")) {
    return finish(s, i + 4, { hour, minute: null, second: null, sure: true });
  }
  const before = tokenAt(s, i - 1);
  if (s.lexicon.language === "en") {
    if (after.lower === "oclock") return finish(s, i + 2, { hour, minute: null, second: null, sure: true });
    const named = tokenAt(s, i + 3).entry.part;
    const asked = before.entry.lead !== undefined || has(before, "about") || has(before, "fromDay") || i === 0;
    if (named !== undefined && has(after, "in") && has(tokenAt(s, i + 2), "the") && hour >= 1 && hour <= 12 && asked)
      return finish(s, i + 4, { hour: hourIn(named, hour), minute: null, second: null, sure: true });
  }
  if (has(after, "hourWord") && s.lexicon.language !== "en") {
    const part = partOfHour(s, i + 2);
    // "в 3 часа" is a clock; "около 3 часов" and "после 3 часов" are more often a length, above 12 a clock.
    const at = has(before, "at") || (hour > 12 && (has(before, "about") || has(before, "around")));
    if (part === null && !at) return null;
    return finish(s, part?.next ?? i + 2, {
      hour: part === null ? hour : hourIn(part.value, hour),
      minute: null,
      second: null,
      sure: true,
    });
  }
  if (
    !(has(before, "at") || has(before, "about") || (has(before, "fromDay") && has(tokenAt(s, i - 2), "about"))) ||
    s.lexicon.language === "ru" ||
    (after.glued && after.kind === "word") ||
    after.entry.unit !== undefined
  )
    return null;
  const dashed = isDash(after) && after.glued && tokenAt(s, i + 2).kind === "word" && s.lexicon.language === "kk";
  return {
    term: { is: "clock", hour, minute: null, second: null, zone: null, approx: false, sure: s.lexicon.language === "kk" },
    next: dashed ? i + 3 : i + 1,
  };
}

/** "5 to 6 p.m.", "9-10 a.m.": the first hour takes its half of the day from the second, unless that would put it later. */
function hourOfRange(s: Sentence, i: number): Found | null {
  const joint = tokenAt(s, i + 1);
  const hour = tokenAt(s, i).number;
  if (hour < 1 || hour > 12 || !(isDash(joint) || has(joint, "to") || has(joint, "and"))) return null;
  const second = digital(s, i + 2) ?? hourOnly(s, i + 2);
  if (second?.term.is !== "clock" || !second.term.sure) return null;
  const minutes = tokenAt(s, i + 3).lower === ":" ? i + 5 : i + 3;
  const of12 = half(s, minutes)?.value ?? tokenAt(s, second.next - 1).entry.part;
  const opened = has(tokenAt(s, i - 1), "between") || has(tokenAt(s, i - 1), "from");
  // "between 10 and 11:30": the half of the day is that of the second, as far as anything says it.
  if (of12 === undefined)
    return opened && second.term.minute !== null && hour <= second.term.hour
      ? { term: { is: "clock", hour, minute: null, second: null, zone: null, approx: false, sure: false }, next: i + 1 }
      : null;
  const same = hourIn(of12, hour);
  const start = same <= second.term.hour ? same : hour % 12;
  return { term: { is: "clock", hour: start, minute: null, second: null, zone: null, approx: false, sure: true }, next: i + 1 };
}

/** Hours in words: "half past three", "two-thirty". Which half of the day stays open without a.m., p.m. or a part of the day. */
function inWords(s: Sentence, i: number): Found | null {
  const english = s.lexicon.language === "en";
  const asked =
    has(tokenAt(s, i - 1), "at") || has(tokenAt(s, i - 1), "about") || has(tokenAt(s, i - 1), "from") || has(tokenAt(s, i - 1), "to");
  const found = pastOrTo(s, i) ?? (english ? hourAndMinutes(s, i) : null);
  if (found === null) return null;
  const of12 = half(s, found.next);
  const { hour, minute } = found.value;
  if (of12 !== null) return finish(s, of12.next, { hour: hourIn(of12.value, hour), minute, second: null, sure: true });
  const isPast = pastOrTo(s, i) !== null;
  if (!isPast && !asked && !partFollows(s, found.next)) return null;
  return finish(s, found.next, { hour, minute, second: null, sure: isPast });
}

/** "tomorrow evening", "in the morning" behind an hour in words. */
function partFollows(s: Sentence, i: number): boolean {
  const at = tokenAt(s, skip(s, skip(s, i, "in"), "the")).entry;
  return at.part !== undefined || at.day !== undefined || at.weekday !== undefined;
}

/** "ночи", "дня" behind an hour; the Russian for "of the day" is the afternoon. */
function partOfHour(s: Sentence, i: number): Read<DayPart> | null {
  const { part, unit } = tokenAt(s, i).entry;
  if (part !== undefined) return { value: part, next: i + 1 };
  return unit === "day" ? { value: "afternoon", next: i + 1 } : null;
}

export const clock: Recogniser = {
  name: "clock",
  read(s, i): Found | null {
    const at = has(tokenAt(s, i), "clockBefore") ? i + 1 : i;
    const token = tokenAt(s, at);
    if (token.kind === "number" && (!token.glued || tokenAt(s, at - 1).kind === "mark")) {
      const before = tokenAt(s, at - 1);
      if (token.glued && (before.lower === ":" || before.lower === "." || before.lower === "," || before.lower === "/")) return null;
      return digital(s, at) ?? military(s, at) ?? inWords(s, at) ?? hourOfRange(s, at) ?? hourOnly(s, at);
    }
    if (token.entry.hour !== undefined) {
      const twelve = skip(s, at, "the");
      if (token.entry.hour === 12) return finish(s, twelve + 1, { hour: 12, minute: null, second: null, sure: true });
      // Which end of the day midnight is, is not said: it stays a part of the day.
      return { term: { is: "part", part: "midnight", through: false, bare: true }, next: at + 1 };
    }
    if (s.lexicon.language === "en" && token.kind === "word") {
      const words = inWords(s, at);
      if (words !== null) return words;
    }
    return token.entry.number !== undefined && token.entry.number >= 1 && token.entry.number <= 12 ? hourOnly(s, at) : null;
  },
};
