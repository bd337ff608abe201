/** Random times for the property tests: only values that can exist. */
import fc from "fast-check";
import { daysInMonth } from "../../../src/model/time/calendar.ts";
import type { CalendarDate, Edtf, Mark, Season } from "../../../src/model/time/edtf.ts";
import { unmarked } from "../../../src/model/time/edtf.ts";
import { runsBackward } from "../../../src/model/time/extent.ts";

const mark: fc.Arbitrary<Mark> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Mark>("") },
  { weight: 1, arbitrary: fc.constantFrom<Mark>("~", "?", "%") },
);
/** Parsed values are plain objects; so must the generated ones be. */
const plain = { noNullPrototype: true } as const;
const two = (n: number): string => String(n).padStart(2, "0");

const day = fc
  .record({ y: fc.integer({ min: 2019, max: 2023 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 31 }) })
  .map(({ y, m, d }) => ({ year: String(y), month: two(m), day: two(Math.min(d, daysInMonth(y, m))) }));

const clock = fc.record(
  {
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.option(fc.integer({ min: 0, max: 59 })),
    second: fc.option(fc.integer({ min: 0, max: 59 })),
    zone: fc.option(fc.constantFrom(0, 360, -210, 840, -720)),
  },
  plain,
);

/** Dates to the year, month, day or time, with unspecified digits and marks. */
export const date: fc.Arbitrary<CalendarDate> = fc
  .record({
    day,
    clock,
    depth: fc.integer({ min: 1, max: 4 }),
    y: mark,
    m: mark,
    d: mark,
    c: mark,
    x: fc.constantFrom("", "", "", "day", "month", "decade"),
  })
  .map(({ day, clock, depth, y, m, d, c, x }): CalendarDate => {
    const timed = depth === 4;
    return {
      kind: "date",
      year: x === "decade" ? `${day.year.slice(0, 3)}X` : day.year,
      month: depth < 2 ? null : x === "month" ? "XX" : day.month,
      day: depth < 3 ? null : x === "day" ? "XX" : x === "decade" && day.day > "28" ? "28" : day.day,
      clock: timed ? { ...clock, second: clock.minute === null ? null : clock.second } : null,
      marks: { year: y, month: depth < 2 ? "" : m, day: depth < 3 ? "" : d, clock: timed ? c : "" },
    };
  });

const season: fc.Arbitrary<Season> = fc
  .record({ year: fc.integer({ min: 2019, max: 2023 }), season: fc.integer({ min: 21, max: 41 }), mark })
  .map(({ year, season, mark }) => ({ kind: "season", year: String(year), season, mark }));

const dated = fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: season });
const end = fc.oneof(
  { weight: 5, arbitrary: dated },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "open" } as const, { kind: "unknown" } as const) },
);

const interval: fc.Arbitrary<Edtf> = fc
  .tuple(end, end)
  .filter(([a, b]) => [a, b].some((e) => e.kind === "date" || e.kind === "season") && !runsBackward(a, b))
  .map(([start, end]) => ({ kind: "interval", start, end }));

const range = fc
  .tuple(day, day)
  .map(([a, b]) => [a, b].sort((x, y) => (x.year + x.month + x.day < y.year + y.month + y.day ? -1 : 1)))
  .map(([a, b]) => ({
    kind: "range" as const,
    from: a === undefined ? null : ({ kind: "date", ...a, clock: null, marks: unmarked } as const),
    to: b === undefined ? null : ({ kind: "date", ...b, clock: null, marks: unmarked } as const),
  }))
  .chain((r) => fc.constantFrom(r, { ...r, from: null }, { ...r, to: null }));

const set: fc.Arbitrary<Edtf> = fc.record(
  {
    kind: fc.constantFrom("one-of" as const, "all-of" as const),
    members: fc.array(fc.oneof(dated, range), { minLength: 1, maxLength: 3 }),
  },
  plain,
);

/** Any value. */
export const edtf: fc.Arbitrary<Edtf> = fc.oneof(dated, interval, set);

/** A zone handed in, or none. */
export const zone: fc.Arbitrary<number | null> = fc.option(fc.constantFrom(0, 360, -300));
