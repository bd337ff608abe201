/**
 * Times that stand over what follows: the date at the head of an entry ("21 Oct. March to the palace"), a line that is only a day, the hour of an update.
 * They are the times of everything below them that says none of its own.
 */
import type { Analysis } from "../../language/token.ts";
import type { TimeMention } from "../times/mention.ts";
import words from "../lexicons/en/entries.json" with { type: "json" };

/** What stands over one sentence; null where nothing does. */
export interface Entry {
  /** When what is told was. */
  readonly time: TimeMention | null;
  /** As of when it is told: the moment of an update, which is no date of what happened. */
  readonly stamp: TimeMention | null;
  /** What a heading says that everything counted below it covers: "Arrests, 23 to 29 August". */
  readonly period: TimeMention | null;
  /** True for the first sentence behind the time. */
  readonly opens: boolean;
}

const none: Entry = { time: null, stamp: null, period: null, opens: false };
const UPDATED = new RegExp(`\\b(?:${words.updates.join("|")})\\b`, "i");
const BULLET = /^\s*(?:[-•*–—]\s*|\(?\d{1,2}[.)/]\s+)?$/;
const HEADED = /^\s*(?:[.:)–—]|-\s|$)/;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly times: readonly TimeMention[];
  readonly sentences: readonly number[];
}

function paragraphsOf(analysis: Analysis, times: readonly (readonly TimeMention[])[]): readonly Paragraph[] {
  const { sentences } = analysis;
  const numbers = sentences.map((_, index) => index);
  return [...Map.groupBy(numbers, (index) => sentences[index]?.paragraph ?? 0).values()].map((own) => ({
    start: sentences[own[0] ?? 0]?.start ?? 0,
    end: sentences[own.at(-1) ?? 0]?.end ?? 0,
    times: own.flatMap((index) => times[index] ?? []),
    sentences: own,
  }));
}

const dates = (time: TimeMention): boolean =>
  time.value !== null && (time.kind === "date" || time.kind === "time") && !time.value.startsWith("XXXX");

/** The time at the head of the paragraph, with what stands before and behind it. */
function headOf(
  text: string,
  { start, end, times }: Paragraph,
): { readonly time: TimeMention; readonly stamp: boolean; readonly alone: boolean } | null {
  const [time] = times;
  if (time?.lead !== null || !dates(time)) return null;
  const before = text.slice(start, time.start);
  const behind = text.slice(time.end, end);
  const stamp = before.trim().length < 12 && UPDATED.test(before);
  if (!stamp && !BULLET.test(before)) return null;
  const clock = time.kind === "time" && /^\s+\p{Lu}/u.test(behind);
  if (!HEADED.test(behind) && !clock) return null;
  return { time, stamp, alone: /^[\s.:)–—-]*$/.test(behind) };
}

/** "Update from the town hall, 20:00:", "(updated 11 March 2027, 18:00)": the moment at which everything below stood. */
function updateOf(text: string, { start, end, times }: Paragraph): TimeMention | null {
  const last = times.at(-1);
  if (last === undefined || !dates(last) || end - start > 160) return null;
  return /^\s*(?:[:)\].]+\s*)?$/.test(text.slice(last.end, end)) && UPDATED.test(text.slice(start, last.start)) ? last : null;
}

/** How many paragraphs deep a heading of the whole stands. */
const HEADING = 3;

/** A title or the line under it that names a stretch of time and tells nothing: "Situation report covering 1 to 10 December 2025 (issued 12 December)". */
function periodOf(text: string, { start, end, times }: Paragraph): TimeMention | null {
  if (end - start > 200 || /[.!?]$/.test(text.slice(start, end).trim())) return null;
  return times.find((time) => dates(time) && isStretch(time)) ?? null;
}

function isStretch({ value }: TimeMention): boolean {
  return value !== null && /^\d[^/]*\/\d/.test(value);
}

const TOPIC = new RegExp(`^(?:${words.topics.join("|")})?[\\s,:–—-]*(?:(?:the|on|at|in|before|after|by)[\\s,]*)*[.!…]?$`, "i");

/** "Tuesday. They took Samir.", "It happened three days ago.", "I want to be clear about Tuesday.": the time of what the next sentences tell. */
function topicOf(sentence: string, start: number, times: readonly TimeMention[]): TimeMention | null {
  const [time] = times;
  if (time === undefined || !dates(time) || sentence.length > 90) return null;
  let rest = "";
  let at = 0;
  for (const each of times) {
    rest += sentence.slice(at, each.start - start);
    at = each.end - start;
  }
  return TOPIC.test((rest + sentence.slice(at)).trim()) ? time : null;
}

/**
 * The entry of each sentence. One date at the head of one paragraph is a dateline; two and more make a list.
 */
export function entriesOf(analysis: Analysis, times: readonly (readonly TimeMention[])[]): readonly Entry[] {
  const { text } = analysis;
  const entries: Entry[] = analysis.sentences.map(() => none);
  if (!times.some((own) => own.length > 0)) return entries;
  const paragraphs = paragraphsOf(analysis, times);
  const heads = paragraphs.map((paragraph) => headOf(text, paragraph));
  // The date under a title is the document's own; two and more make a list, and so does one line that names a week.
  const isList = heads.filter((head) => head?.stamp === false).length > 1;
  let day: TimeMention | null = null;
  let stamp: TimeMention | null = null;
  let period: TimeMention | null = null;
  paragraphs.forEach((paragraph, index) => {
    const possible = heads[index] ?? null;
    const head = isList || possible?.stamp === true || (possible?.alone === true && isStretch(possible.time)) ? possible : null;
    if (index < HEADING) period ??= periodOf(text, paragraph);
    stamp = head?.stamp === true ? head.time : (updateOf(text, paragraph) ?? stamp);
    if (head?.alone === true && !head.stamp) day = head.time;
    let opens = head !== null && !head.stamp && !head.alone;
    let topic: TimeMention | null = null;
    for (const sentence of paragraph.sentences) {
      const { start = 0, end = 0 } = analysis.sentences[sentence] ?? {};
      const own = times[sentence] ?? [];
      const over = head === null ? day : head.stamp ? null : head.time;
      // Another date turns to another matter.
      if (own.some(dates)) topic = null;
      // A sentence that is only the date tells nothing yet.
      const behind = head === null || end > head.time.end + 2;
      entries[sentence] = { time: topic ?? over, stamp, period, opens: opens && behind };
      if (behind) opens = false;
      // The date that opens a document is its own.
      if (sentence > 0) topic = topicOf(text.slice(start, end), start, own) ?? topic;
    }
  });
  return entries;
}
