import assert from "node:assert/strict";
import { test } from "node:test";
import { formatEdtf } from "../../../src/model/time/format.ts";
import { parseEdtf } from "../../../src/model/time/parse.ts";

/** The value's own spelling, or the fault. */
function spelling(said: string): string {
  const parsed = parseEdtf(said);
  return parsed.ok ? formatEdtf(parsed.value) : `! ${parsed.fault.wrong}`;
}

test("what is written comes back as written", () => {
  const same = [
    ..."2022 2022-01 2022-01-06 0000 -0044-03-15 2024-02-29 202X 20XX XXXX 2022-XX 2022-XX-XX 2022-01-XX 2022-1X 2022-01-3X 19XX-02-29".split(
      " ",
    ),
    ..."2022-01-06T22 2022-01-06T22:40 2022-01-06T22:40:05 2022-01-06T22Z 2022-01-06T22:40+06:00 2022-01-06T22:40:00-03:30 2022-01-06T00:00Z".split(
      " ",
    ),
    ..."2022~ 2022-01? 2022-01-11% 2022~-01 2022-01~-11 2022-~01-11 ~2022-01".replace(" ~2022-01", "").split(" "),
    ..."2022-01-?11 2022?-~01-11 2022-~01-?11 2022-01-06T03~ 2022-01-06T~03 2022-01-XXT22 XXXX-XX-XXT22:40 2022-01-06~T03 202X~ 2022-01-XX?".split(
      " ",
    ),
    ..."2022-01-06/2022-01-10 ../2022-01-11 /2022-01-11 2022-01-06/.. 2022-01-06/ 2022-01-05~/2022-01-11? 2022-01/2022-01-10 2022-01-06/2022-01-06".split(
      " ",
    ),
    ..."2022-01-06T22/2022-01-07T03:30 2022-21/2022-22 2022-01-XX/2022-02 2022-01-06T22:00+06:00/2022-01-07T03:00+06:00".split(" "),
    ..."[2022-01-06,2022-01-08] [2022-01-06..2022-01-10] [..2022-01-10] [2022-01-06..] [2020,2022..2024] {2022-01-06,2022-01-08} {2020..2022,2024} {..2022}".split(
      " ",
    ),
    ..."2022-21 2022-24~ 2022-33 2022-36 2022-41? 202X-21".split(" "),
  ];
  for (const said of same) assert.equal(spelling(said), said);
});

test("other spellings of the same value get one spelling", () => {
  const rows: [string, string][] = [
    ["~2022-01-11", "2022~-01-11"],
    ["~2022-~01-~11", "2022-01-11~"],
    ["2022~-01?", "2022%-?01"],
    ["2022-01-06T22:40+06", "2022-01-06T22:40+06:00"],
    ["2022-01-06T22:40+0600", "2022-01-06T22:40+06:00"],
    ["2022-01-06T22:40+00:00", "2022-01-06T22:40Z"],
  ];
  for (const [said, spelt] of rows) assert.equal(spelling(said), spelt);
});

test("open and unknown ends stay apart", () => {
  const kinds = (said: string): string => {
    const parsed = parseEdtf(said);
    return parsed.ok && parsed.value.kind === "interval" ? `${parsed.value.start.kind} ${parsed.value.end.kind}` : "no interval";
  };
  assert.equal(kinds("../2022-01-11"), "open date");
  assert.equal(kinds("/2022-01-11"), "unknown date");
  assert.equal(kinds("2022-01-11/.."), "date open");
  assert.equal(kinds("2022-01-11/"), "date unknown");
});

test("what cannot be is refused, with the reason", () => {
  const rows: [string, RegExp][] = [
    ["", /missing/],
    ["2022-02-30", /no day 2022-02-30/],
    ["2022-02-29", /no day/],
    ["1900-02-29", /no day/],
    ["2022-04-31", /no day/],
    ["2022-01-00", /no day/],
    ["2022-02-3X", /no day/],
    ["2022-13", /no month 13/],
    ["2022-00", /no month 00/],
    ["2022-2X", /no month 2X/],
    ["20X1-02-3X", /no day/],
    ["2022-42", /no month 42/],
    ["2022-21-05", /season has no days/],
    ["~2022-21", /mark at the end/],
    ["-0000", /no year/],
    ["-202X", /no year/],
    ["2022-01-06T24:30", /no hour 24/],
    ["2022-01-06T24", /no hour 24/],
    ["2022-01-06T22:60", /no minute 60/],
    ["2022-01-06T22:40:60", /no second 60/],
    ["2022-01-06T22:40+15:00", /no zone/],
    ["2022-01-06T22:40+06:75", /no zone/],
    ["2022-01-06T22:40-13:00", /no zone/],
    ["2022-01T22", /is not YYYY/],
    ["2022-01-06T", /is not YYYY/],
    ["2022-01-06T2", /is not YYYY/],
    ["22-01-06", /is not YYYY/],
    ["2022-01-06/2022-01-05", /ends before it starts/],
    ["2022-02/2022-01", /ends before it starts/],
    ["2022-01-06T22/2022-01-06T03", /ends before it starts/],
    ["/", /needs a date/],
    ["../..", /needs a date/],
    ["/..", /needs a date/],
    ["2020/2021/2022", /two ends/],
    ["..2022-01-11", /is not YYYY/],
    ["[2022-01-06", /not closed/],
    ["[]", /missing/],
    ["[..]", /at one end/],
    ["[2022-01-10..2022-01-06]", /ends before/],
    ["[2022..2022-05]", /same precision/],
    ["[2022-21..2022-22]", /between dates/],
    ["[2022,2023}", /not closed/],
    ["[2020/2022]", /is not YYYY/],
    ["Y170000002", /is not YYYY/],
    ["P3D", /is not YYYY/],
  ];
  for (const [said, why] of rows) assert.match(spelling(said), new RegExp(`^! .*(?:${why.source})`), said);
});

test("a suggestion when one is near", () => {
  const rows: [string, string | null][] = [
    ["..2022-01-11", "../2022-01-11"],
    ["2022-01-11..", "2022-01-11/.."],
    ["2022-01-06..2022-01-10", "2022-01-06/2022-01-10"],
    ["2022-01-06 / 2022-01-10", "2022-01-06/2022-01-10"],
    ["2022-01-06 – 2022-01-10", "2022-01-06/2022-01-10"],
    ["2022-01-10/2022-01-06", "2022-01-06/2022-01-10"],
    ["unknown/2022-01-11", "/2022-01-11"],
    ["2022-01-11/open", "2022-01-11/.."],
    ["2022-01-uu", "2022-01-XX"],
    ["2022-01-xx", "2022-01-XX"],
    ["2022-1-6", "2022-01-06"],
    ["2022-1", "2022-01"],
    ["20220106", "2022-01-06"],
    ["2022/01/06", "2022-01-06"],
    ["06.01.2022", "2022-01-06"],
    ["2022-01-06 22:40", "2022-01-06T22:40"],
    ["2022-01-06 22:40 +06:00", "2022-01-06T22:40+06:00"],
    ["2022-01-06t22:40z", "2022-01-06T22:40Z"],
    ["2022-12-31T24:00", "2023-01-01T00:00"],
    ["[2020, 2022]", "[2020,2022]"],
    ["2022-01-06T24:30", null],
    ["2022-02-30", null],
    ["2022-13", null],
    ["yesterday", null],
    ["", null],
  ];
  for (const [said, meant] of rows) {
    const parsed = parseEdtf(said);
    assert.equal(parsed.ok ? "parsed" : parsed.fault.suggestion, meant, said);
    if (meant !== null) assert.equal(parseEdtf(meant).ok, true, meant);
  }
});

test("hostile strings are answered at once", () => {
  for (const said of [
    "[".repeat(1900),
    "2022,".repeat(380),
    "..".repeat(900),
    `[${"2022..".repeat(300)}`,
    "-".repeat(1999),
    " ".repeat(1999),
    "\u0000",
    "2022\n",
  ]) {
    const start = performance.now();
    assert.equal(parseEdtf(said).ok, false);
    assert.ok(performance.now() - start < 200, said.slice(0, 20));
  }
});
