/** A passage: an exact range of a source's text layer. */
import type { Check } from "./check.ts";
import { count, object } from "./check.ts";

/** UTF-16 code unit offsets into the text layer; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Passes a span of at least one code unit. */
export const spanCheck: Check<Span> = (value, path, faults): value is Span => {
  if (!object<Span>({ start: count, end: count })(value, path, faults)) return false;
  if (value.end > value.start) return true;
  faults.push({ path, expected: "end after start" });
  return false;
};

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
