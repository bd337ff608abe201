/** Held against the npm library `edtf`, where that library is right. Where it is known to be wrong the row says so and both answers are pinned. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { boundsOf } from "../../../src/model/time/bounds.ts";
import { parseEdtf } from "../../../src/model/time/parse.ts";

// The package ships no types, so it is required and typed here.
const { default: edtf } = createRequire(import.meta.url)("edtf") as {
  default: (said: string) => { min: number | null; max: number | null };
};

const iso = (ms: number | null): string => (ms === null || !Number.isFinite(ms) ? String(ms) : new Date(ms).toISOString());

function ours(said: string): string {
  const parsed = parseEdtf(said);
  if (!parsed.ok) return "refused";
  const { earliest, latest } = boundsOf(parsed.value, 0);
  return `${iso(earliest)} ${iso(latest === null ? null : latest - 1)}`;
}

function theirs(said: string): string {
  try {
    const value = edtf(said);
    return `${iso(value.min)} ${iso(value.max)}`;
  } catch {
    return "refused";
  }
}

test("agrees with edtf", () => {
  const rows = [
    ..."2022 2022-01 2022-01-06 2024-02-29 0000 -0044-03-15 202X 20XX XXXX 2022-XX 2022-XX-XX 2022-1X 2022-01-XX 2022-01-1X 2022-XX-15 156X-12-25".split(
      " ",
    ),
    ..."2022~ 2022-01? 2022-01-11% 2022~-01 2022-~01-11 2022?-~01-11 2022-33 2022-36 2022-41".split(" "),
    ..."2022-01-06/2022-01-10 ../2022-01-11 2022-01-06/.. 2022-01-06/ /2022-01-11 2022-01-05~/2022-01-11? 2022-01-XX/2022-02".split(" "),
    ..."[..2022-01-10] [2020,2022] {..2022} {2020,2022}".split(" "),
    ..."2022-02-30 2022-13 2022-00 2022-42 2022-01-06T24:30 2022-01-06/2022-01-05 ..2022-01-11 [] 2022-01-6".split(" "),
  ];
  for (const said of rows) assert.equal(ours(said), theirs(said), said);
});

test("known errors and narrower limits of edtf", () => {
  const rows: [said: string, ours: string, why: string][] = [
    [
      "[2022-01-06..2022-01-10]",
      "2022-01-06T00:00:00.000Z 2022-01-10T23:59:59.999Z",
      "a range at the end of a set is cut to its first day",
    ],
    ["[2020,2022..2024]", "2020-01-01T00:00:00.000Z 2024-12-31T23:59:59.999Z", "the same"],
    ["2022-21", "2022-03-01T00:00:00.000Z 2022-05-31T23:59:59.999Z", "spring is put in January to March"],
    ["2022-24", "2022-12-01T00:00:00.000Z 2023-02-28T23:59:59.999Z", "winter is put in October to December"],
    ["2023-02-29", "refused", "taken for 1 March"],
    ["2022-01-06T22", "2022-01-06T22:00:00.000Z 2022-01-06T22:59:59.999Z", "no hour precision"],
    ["2022-01-06T22:40Z", "2022-01-06T22:40:00.000Z 2022-01-06T22:40:59.999Z", "a minute has no length"],
    ["2022-01-06T03:30:00+06:00", "2022-01-05T21:30:00.000Z 2022-01-05T21:30:00.999Z", "right instant, a second has no length"],
    ["/", "refused", "an interval of two unknown ends says nothing"],
    ["../..", "refused", "an interval of two open ends says nothing"],
  ];
  for (const [said, expected, why] of rows) {
    assert.equal(ours(said), expected, said);
    assert.notEqual(theirs(said), expected, `${said}: edtf no longer differs (${why}); move the row up`);
  }
});
