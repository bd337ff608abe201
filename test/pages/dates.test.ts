import assert from "node:assert/strict";
import { test } from "node:test";
import { dateWords, timeOr } from "../../src/pages/dates.ts";

const CASES: readonly (readonly [edtf: string, words: string])[] = [
  ["2031", "2031"],
  ["2031-03", "Mar 2031"],
  ["2031-03-04", "4 Mar 2031"],
  ["2031-03-04T22", "4 Mar 2031, 22 h"],
  ["2031-03-04T22:40", "4 Mar 2031, 22:40"],
  ["2031-03-04T22:40+06:00", "4 Mar 2031, 22:40 UTC+06:00"],
  ["2031-03-04T22:40Z", "4 Mar 2031, 22:40 UTC"],
  ["2031-03-04T22:40:10Z", "4 Mar 2031, 22:40 UTC"],
  ["2031-03~", "about Mar 2031"],
  ["2031-03-04?", "4 Mar 2031 (uncertain)"],
  ["2031%", "about 2031 (uncertain)"],
  ["2031-03-XX", "a day in Mar 2031"],
  ["2031-XX", "month unknown, 2031"],
  ["2031-21", "spring 2031"],
  ["2031-34", "2nd quarter of 2031"],
  ["2031-03-04/2031-03-09", "4–9 Mar 2031"],
  ["2031-03-30/2031-04-02", "30 Mar – 2 Apr 2031"],
  ["2030-12-30/2031-01-02", "30 Dec 2030 – 2 Jan 2031"],
  ["2031-03/2031-05", "Mar – May 2031"],
  ["2031-03-04T20:00/2031-03-04T23:30", "4 Mar 2031, 20:00 – 23:30"],
  ["2031-03-04~/2031-03-09", "about 4 Mar 2031 – 9 Mar 2031"],
  ["2031-03-04/..", "from 4 Mar 2031 on"],
  ["2031-03-04/", "4 Mar 2031 – end unknown"],
  ["../2031-03-04", "up to 4 Mar 2031"],
  ["/2031-03-04", "start unknown – 4 Mar 2031"],
  ["[2031-03-04,2031-03-06]", "one of: 4 Mar 2031; 6 Mar 2031"],
  ["{2031-03-04,2031-03-06}", "4 Mar 2031 and 6 Mar 2031"],
  ["[2031-03-04..2031-03-06]", "one of: 4 Mar 2031 to 6 Mar 2031"],
  // No words for these: they come back as they are, never half-worded.
  ["-0431", "-0431"],
  ["Y170000002", "Y170000002"],
  ["2031-99", "2031-99"],
  ["2031-03-04/2031-03-05/2031-03-06", "2031-03-04/2031-03-05/2031-03-06"],
  ["yesterday", "yesterday"],
  ["", ""],
];

test("every form of EDTF that the contract uses has words, and what has none stays as it is", () => {
  for (const [edtf, words] of CASES) assert.equal(dateWords(edtf), words, edtf);
});

test("an interval with one open end is not worded as one with an unknown end", () => {
  assert.notEqual(dateWords("2031-03-04/.."), dateWords("2031-03-04/"));
  assert.notEqual(dateWords("../2031-03-04"), dateWords("/2031-03-04"));
});

test("the EDTF stays beside its words", () => {
  assert.deepEqual(timeOr("2031-03", "undated"), { tag: "time", attrs: { edtf: "2031-03" }, children: ["Mar 2031"] });
  assert.equal(timeOr(null, "undated"), "undated");
});
