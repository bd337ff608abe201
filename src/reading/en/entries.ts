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
    for (const sentence of paragraph.sentences) {
      const end = analysis.sentences[sentence]?.end ?? 0;
      // A sentence that is only the date tells nothing yet.
      const behind = head === null || end > head.time.end + 2;
      entries[sentence] = { time: head === null ? day : head.stamp ? null : head.time, stamp, period, opens: opens && behind };
      if (behind) opens = false;
    }
  });
  return entries;
}
