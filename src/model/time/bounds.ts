/** The outermost instants of a time. */
import type { DateSet, Edtf } from "./edtf.ts";
import type { Extent, Reading } from "./extent.ts";
import { extentBetween, extentOfDate, extentOfSome } from "./extent.ts";

/** ms since 1970-01-01T00:00Z. `earliest` is the first ms, `latest` the first ms after. ±Infinity is an open end, null an unknown one. */
export interface Bounds {
  readonly earliest: number | null;
  readonly latest: number | null;
}

/**
 * The bounds of the value as written.
 * `zone`, minutes east of UTC, stands in where the value states none (a date never does); with null the bounds hold in every zone that exists,
 * UTC-12 to UTC+14, so a day is then 50 hours wide. `~` and `?` do not widen: nobody said by how much.
 * A set is bounded by its outermost members, unspecified digits by the outermost dates that fit.
 */
export function boundsOf(value: Edtf, zone: number | null): Bounds {
  const reading: Reading = { zone, widen: true, slide: false };
  switch (value.kind) {
    case "date":
    case "season":
      return outer(extentOfDate(value, reading));
    case "interval": {
      const extent = extentBetween(value.start, value.end, reading);
      return {
        earliest: value.start.kind === "unknown" ? null : extent.startMin,
        latest: value.end.kind === "unknown" ? null : extent.endMax,
      };
    }
    case "one-of":
    case "all-of": {
      const extents = value.members.map((member) => extentOfMember(member, reading));
      return { earliest: Math.min(...extents.map((e) => e.startMin)), latest: Math.max(...extents.map((e) => e.endMax)) };
    }
  }
}

function outer(extent: Extent): Bounds {
  return { earliest: extent.startMin, latest: extent.endMax };
}

function extentOfMember(member: DateSet["members"][number], reading: Reading): Extent {
  return member.kind === "range" ? extentOfSome(member, reading) : extentOfDate(member, reading);
}
