import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundsOf } from "../../../src/model/time/bounds.ts";
import type { Edtf } from "../../../src/model/time/edtf.ts";
import { formatEdtf } from "../../../src/model/time/format.ts";
import { parseEdtf } from "../../../src/model/time/parse.ts";
import type { Answer } from "../../../src/model/time/relate.ts";
import { timeBefore, timeWithin, timesEqual, timesOverlap } from "../../../src/model/time/relate.ts";
import { edtf, zone } from "./values.ts";

function value(said: string): Edtf {
  const parsed = parseEdtf(said);
  assert.ok(parsed.ok, said);
  return parsed.value;
}

const instant = (ms: number | null): string =>
  ms === null ? "unknown" : Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 16) : String(ms);

test("bounds, in a zone handed in", () => {
  const rows: [said: string, zone: number | null, earliest: string, latest: string][] = [
    ["2022-01-06", 0, "2022-01-06T00:00", "2022-01-07T00:00"],
    ["2022-01-06", 360, "2022-01-05T18:00", "2022-01-06T18:00"],
    ["2022-01-06", null, "2022-01-05T10:00", "2022-01-07T12:00"],
    ["2022-01", 0, "2022-01-01T00:00", "2022-02-01T00:00"],
    ["2022", 0, "2022-01-01T00:00", "2023-01-01T00:00"],
    ["2022-01-06T22", 0, "2022-01-06T22:00", "2022-01-06T23:00"],
    ["2022-01-06T22:40", 360, "2022-01-06T16:40", "2022-01-06T16:41"],
    ["2022-01-06T03:30:00+06:00", null, "2022-01-05T21:30", "2022-01-05T21:30"],
    ["2022-01-06T03:30+06:00", 0, "2022-01-05T21:30", "2022-01-05T21:31"],
    ["2022-01-06T03:30Z", 360, "2022-01-06T03:30", "2022-01-06T03:31"],
    ["2022-21", 0, "2022-03-01T00:00", "2022-06-01T00:00"],
    ["2022-24", 0, "2022-12-01T00:00", "2023-03-01T00:00"],
    ["2022-29", 0, "2022-09-01T00:00", "2022-12-01T00:00"],
    ["2022-34", 0, "2022-04-01T00:00", "2022-07-01T00:00"],
    ["2022-41", 0, "2022-07-01T00:00", "2023-01-01T00:00"],
    ["2022-01-XX", 0, "2022-01-01T00:00", "2022-02-01T00:00"],
    ["2022-01-XXT22:40", 0, "2022-01-01T22:40", "2022-01-31T22:41"],
    ["202X", 0, "2020-01-01T00:00", "2030-01-01T00:00"],
    ["202X-02-29", 0, "2020-02-29T00:00", "2028-03-01T00:00"],
    ["2022-XX-31", 0, "2022-01-31T00:00", "2023-01-01T00:00"],
    ["2022-01~", 0, "2022-01-01T00:00", "2022-02-01T00:00"],
    ["2022-01-06/2022-01-10", 0, "2022-01-06T00:00", "2022-01-11T00:00"],
    ["../2022-01-11", 0, "-Infinity", "2022-01-12T00:00"],
    ["2022-01-11/..", 0, "2022-01-11T00:00", "Infinity"],
    ["/2022-01-11", 0, "unknown", "2022-01-12T00:00"],
    ["2022-01-11/", 0, "2022-01-11T00:00", "unknown"],
    ["[2022-01-06..2022-01-10]", 0, "2022-01-06T00:00", "2022-01-11T00:00"],
    ["[2022-01-06,2022-02]", 0, "2022-01-06T00:00", "2022-03-01T00:00"],
    ["{..2022}", 0, "-Infinity", "2023-01-01T00:00"],
  ];
  for (const [said, zone, earliest, latest] of rows) {
    const bounds = boundsOf(value(said), zone);
    assert.deepEqual([instant(bounds.earliest), instant(bounds.latest)], [earliest, latest], `${said} in ${zone}`);
  }
});

test("the machine's own time zone changes nothing", () => {
  const before = process.env.TZ;
  const seen = ["UTC", "Asia/Almaty", "America/St_Johns"].map((name) => {
    process.env.TZ = name;
    return boundsOf(value("2022-01-06T03:30"), 360).earliest;
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  assert.deepEqual(seen, [1641418200000, 1641418200000, 1641418200000]);
});

test("overlaps, before, within, equal", () => {
  const rows: [a: string, b: string, overlap: Answer, before: Answer, within: Answer, equal: Answer][] = [
    ["2022-01-06", "2022-01-06", "yes", "no", "yes", "yes"],
    ["2022-01-06", "2022-01-07", "no", "yes", "no", "no"],
    ["2022-01-07", "2022-01-06", "no", "no", "no", "no"],
    ["2022-01-06", "2022-01", "yes", "no", "yes", "no"],
    ["2022-01", "2022-01-06", "yes", "no", "no", "no"],
    ["2022-01-06", "2022-01-06/2022-01-10", "yes", "no", "yes", "no"],
    ["2022-01-06/2022-01-10", "2022-01", "yes", "no", "yes", "no"],
    ["2022-01-06T22:40", "2022-01-06T22", "yes", "no", "yes", "no"],
    // Unspecified digits: one of the days, nobody says which.
    ["2022-01-XX", "2022-01-11", "maybe", "maybe", "maybe", "maybe"],
    ["2022-01-XX", "2022-01", "yes", "no", "yes", "no"],
    ["2022-01-XX", "2022-02-05", "no", "yes", "no", "no"],
    ["2022-01-XX", "2022-01-XX", "maybe", "maybe", "maybe", "maybe"],
    // One of, with a gap that no member fills.
    ["[2022-01-06,2022-01-10]", "2022-01-08", "no", "maybe", "no", "no"],
    ["[2022-01-06..2022-01-10]", "2022-01-08", "maybe", "maybe", "maybe", "maybe"],
    ["[2022-01-06..2022-01-10]", "2022-01", "yes", "no", "yes", "no"],
    ["[..2022-01-10]", "../2022", "yes", "no", "yes", "no"],
    // All of: both days, and two that touch hold what spans them.
    ["2022-01-06/2022-01-07", "{2022-01-06,2022-01-07}", "yes", "no", "yes", "yes"],
    ["{2022-01-06,2022-01-10}", "2022-01-08", "no", "no", "no", "no"],
    ["{2022-01-06..2022-01-10}", "2022-01-06/2022-01-10", "yes", "no", "yes", "yes"],
    // Approximate: a day more or less; further off it is sure.
    ["2022-01-06~", "2022-01-07", "maybe", "maybe", "maybe", "maybe"],
    ["2022-01-06~", "2022-01-09", "no", "yes", "no", "no"],
    ["2022-01-06T03~", "2022-01-06", "yes", "no", "yes", "no"],
    ["2022~-01-06", "2022-01-07", "maybe", "maybe", "maybe", "maybe"],
    // Uncertain: nothing is sure.
    ["2022-01-06?", "2025", "maybe", "maybe", "maybe", "maybe"],
    // Open and unknown ends differ.
    ["../2022-01-11", "2022-01-06", "yes", "no", "no", "no"],
    ["/2022-01-11", "2022-01-06", "maybe", "no", "no", "no"],
    ["2022-01", "2022-01-XX", "yes", "no", "no", "no"],
    ["2022-01-06/..", "2030", "yes", "no", "no", "no"],
    ["2022-01-06/", "2030", "maybe", "maybe", "no", "no"],
    // A stated zone beside an unstated one.
    ["2022-01-06T12:00Z", "2022-01-06", "maybe", "no", "maybe", "no"],
    ["2022-01-06T12:00Z", "2022-01-09", "no", "yes", "no", "no"],
    ["2022-01-06T03:30+06:00", "2022-01-05T21:30Z", "yes", "no", "yes", "yes"],
    ["2022-01-10/2022-01-XX", "2022-01-10", "yes", "no", "maybe", "maybe"],
  ];
  for (const [a, b, ...expected] of rows) {
    const [x, y] = [value(a), value(b)];
    const answers = [timesOverlap, timeBefore, timeWithin, timesEqual].map((relation) => relation(x, y, null));
    assert.deepEqual(answers, expected, `${a} and ${b}`);
  }
  assert.equal(timesOverlap(value("2022-01-06T20:00Z"), value("2022-01-07"), 360), "yes");
  assert.equal(timesOverlap(value("2022-01-06T17:00Z"), value("2022-01-07"), 360), "no");
});

const runs = { seed: 7, numRuns: 3000 };

test("parse of format is the value", () => {
  fc.assert(
    fc.property(edtf, (v) => {
      const parsed = parseEdtf(formatEdtf(v));
      assert.ok(parsed.ok, formatEdtf(v));
      assert.deepEqual(parsed.value, v);
    }),
    runs,
  );
});

test("earliest is before latest", () => {
  fc.assert(
    fc.property(edtf, zone, (v, z) => {
      const { earliest, latest } = boundsOf(v, z);
      assert.ok((earliest ?? -Infinity) < (latest ?? Infinity), formatEdtf(v));
    }),
    runs,
  );
});

test("within implies overlap, before excludes its reverse and overlap, equal is mutual within", () => {
  const atLeast: Record<Answer, number> = { no: 0, maybe: 1, yes: 2 };
  fc.assert(
    fc.property(edtf, edtf, zone, (a, b, z) => {
      const said = `${formatEdtf(a)} and ${formatEdtf(b)} in ${z}`;
      const [overlap, within, before] = [timesOverlap(a, b, z), timeWithin(a, b, z), timeBefore(a, b, z)];
      assert.ok(atLeast[overlap] >= atLeast[within], `within ${within}, overlap ${overlap}: ${said}`);
      assert.equal(overlap, timesOverlap(b, a, z), said);
      assert.equal(timesEqual(a, b, z), timesEqual(b, a, z), said);
      if (before === "yes") {
        assert.equal(timeBefore(b, a, z), "no", said);
        assert.equal(overlap, "no", said);
      }
      if (timesEqual(a, b, z) === "yes") assert.equal(within, "yes", said);
    }),
    runs,
  );
});

test("random characters never crash it", () => {
  const characters = fc.constantFrom(..."0123456789X-/.T:Z+~?%[]{}, ".split(""));
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 24 }), (parts) => {
      const parsed = parseEdtf(parts.join(""));
      if (parsed.ok) assert.deepEqual(parseEdtf(formatEdtf(parsed.value)), parsed);
      else if (parsed.fault.suggestion !== null) assert.ok(parseEdtf(parsed.fault.suggestion).ok);
    }),
    runs,
  );
});
