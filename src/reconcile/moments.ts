/** Times as stretches of milliseconds, for ordering and for "contains". Local times are counted as if they were UTC: all of one case share a clock. */
import { boundsOf } from "../model/time/bounds.ts";
import { readEdtf } from "../model/time/read.ts";

/** ms since 1970-01-01T00:00Z; `to` is exclusive. ±Infinity is an open end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When something was said, and as of when: EDTF or null. */
interface Timed {
  readonly asOf: string | null;
  readonly said: string | null;
  readonly published: string | null;
}

const DAY = 86_400_000;

/** The stretch that an EDTF string covers; null when it is null, cannot be read, or has an end that nobody knows. */
export function stretchOf(edtf: string | null): Stretch | null {
  if (edtf === null) return null;
  const value = readEdtf(edtf);
  if (value.kind === "wrong") return null;
  const { earliest, latest } = boundsOf(value, 0);
  return earliest === null || latest === null ? null : { from: earliest, to: latest };
}

/** Earliest instant of an EDTF string in ms; -Infinity for an open start, null when unknown or unreadable. */
export function earliestOf(edtf: string | null): number | null {
  if (edtf === null) return null;
  const value = readEdtf(edtf);
  return value.kind === "wrong" ? null : boundsOf(value, 0).earliest;
}

/** True when all of `inner` lies in `outer`. */
export function holds(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** True when `a` is over by the time `b` starts. */
export function isBefore(a: Stretch, b: Stretch): boolean {
  return a.to <= b.from;
}

/** Days since 1970-01-01 of a date that names one whole day or less of it, without doubt; null for anything wider or marked. */
export function dayOf(edtf: string | null): number | null {
  if (edtf === null || /[~?%X/[{]/.test(edtf)) return null;
  const stretch = stretchOf(edtf);
  return stretch === null || stretch.to - stretch.from > DAY ? null : Math.floor(stretch.from / DAY);
}

const FURTHEST = 10_000_000;

/**
 * A key that sorts as the earliest bound does: an open start first, then by day, then what nobody dates. Always nine characters, the first "0" or,
 * undated, "9".
 * Days beyond ±27,000 years share the first or last place.
 */
export function dayKey(edtf: string | null): string {
  const earliest = earliestOf(edtf);
  if (earliest === null) return "9".repeat(9);
  const day = Math.max(-FURTHEST, Math.min(FURTHEST, Math.floor(earliest / DAY)));
  return String(day + FURTHEST).padStart(9, "0");
}

/** The moment that places a figure in its series: as of, else said, else published. EDTF or null. */
export function momentOf(fact: Timed): string | null {
  return fact.asOf ?? fact.said ?? fact.published;
}
