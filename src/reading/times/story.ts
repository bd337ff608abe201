/** What reading so far has fixed: the publication, the last day spoken of, and from these the year of a date that states none. */
import { dayNumber, dayOf, daysInMonth } from "../../model/time/calendar.ts";
import { readEdtf } from "../../model/time/read.ts";
import type { Dated } from "./dated.ts";
import type { Term } from "./term.ts";

/** The day of publication as far as it is known. */
export interface Published {
  readonly year: number;
  readonly month: number | null;
  /** Days since 1970-01-01; null when only the month or year is known. */
  readonly day: number | null;
}

/** The last day or month that the text spoke of. */
export interface Anchor {
  readonly day: number | null;
  readonly year: number;
  readonly month: number | null;
  /** True when its year was stated, or taken over from one that was. */
  readonly stated: boolean;
  readonly sentence: number;
  /** True when its evening or night was spoken of. */
  readonly late: boolean;
}

/** What reading so far has fixed. One for each document, changed only by `resolve`. */
export interface Story {
  readonly published: Published | null;
  /** True when a slash date elsewhere in the document can only be day first, false when only month first, null when none tells. */
  readonly dayFirst: boolean | null;
  anchor: Anchor | null;
  sentence: number;
  ahead: boolean;
  /** True for the first words of a sentence: only there a year alone ("In 2011, on December 16 …") is that of the days behind it. */
  opening: boolean;
}

/** `published` as the reader got it; null when it is no EDTF date. */
export function publishedOf(said: string | null): Published | null {
  if (said === null) return null;
  const value = readEdtf(said);
  if (value.kind !== "date" || value.year.includes("X")) return null;
  const year = Number(value.year);
  const month = value.month === null || value.month.includes("X") ? null : Number(value.month);
  const day = month === null || value.day === null || value.day.includes("X") ? null : Number(value.day);
  return { year, month, day: month === null || day === null ? null : dayNumber(year, month, day) };
}

/** How much farther a date to come counts than one that is past, in a sentence that does not look ahead; and the reverse in one that does. */
const FUTURE = 3;

/** Sentences that a stated year reaches forward. */
export const REACH = 3;

/** The year of a day or month that states none, with whether it came from a stated one; null when nothing tells. */
export function yearFor(story: Story, month: number, day: number | null): { readonly year: number; readonly stated: boolean } | null {
  const at = (year: number): number => dayNumber(year, month, Math.min(day ?? 15, daysInMonth(year, month)));
  const real = (year: number): boolean => day === null || day <= daysInMonth(year, month);
  const { anchor, published } = story;
  if (anchor?.stated === true && story.sentence - anchor.sentence <= REACH && !isFuture(anchor, published)) {
    const from = anchor.day ?? dayNumber(anchor.year, anchor.month ?? 7, 15);
    if (anchor.month === null && anchor.day === null) return real(anchor.year) ? { year: anchor.year, stated: true } : null;
    const year = nearest([anchor.year - 1, anchor.year, anchor.year + 1].filter(real), (candidate) => Math.abs(at(candidate) - from));
    if (year !== null) return { year, stated: true };
  }
  if (published === null) return null;
  const from = published.day ?? dayNumber(published.year, published.month ?? 12, published.month === null ? 31 : 28);
  const year = nearest(
    [published.year - 1, published.year, published.year + 1, published.year - 2, published.year - 3, published.year - 4].filter(real),
    (candidate) => {
      const distance = at(candidate) - from;
      // A month that is running is no future date.
      const future = distance > (day === null ? 16 : 0);
      return Math.abs(distance) * (future === story.ahead ? 1 : FUTURE);
    },
  );
  return year === null ? null : { year, stated: false };
}

/** A date to come does not tell the year of what is told: "deliveries start in November 2006; on November 11 the plane …". */
function isFuture(anchor: Anchor, published: Published | null): boolean {
  if (published === null) return false;
  if (anchor.year !== published.year || anchor.month === null || published.month === null) return anchor.year > published.year;
  return anchor.month > published.month;
}

function isLate(term: Term): boolean {
  if (term.is !== "moment") return false;
  return term.part === "evening" || term.part === "night" || (term.clock !== null && term.clock.hour >= 18);
}

function nearest(candidates: readonly number[], distance: (year: number) => number): number | null {
  let best: number | null = null;
  for (const year of candidates) if (best === null || distance(year) < distance(best)) best = year;
  return best;
}

/** Moves the story to that date. A year alone is an anchor for what follows in its own sentence only. */
export function remember(found: Dated, term: Term, story: Story): void {
  if (term.is === "shift" && term.aside) return;
  if (term.is === "year") {
    if (!story.opening || found.text.includes("X") || (story.anchor?.stated === true && story.anchor.sentence === story.sentence)) return;
    story.anchor = { day: null, year: Number(found.text), month: null, stated: true, sentence: story.sentence - REACH, late: false };
    return;
  }
  const { year, month } = dayOf(found.last);
  if (found.day === null && story.anchor?.day != null && term.is !== "month") return;
  story.anchor = { day: found.day, year, month, stated: found.stated, sentence: story.sentence, late: isLate(term) };
}
