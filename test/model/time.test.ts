import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf } from "../../src/model/check.ts";
import { edtfCheck, isEdtf } from "../../src/model/time.ts";

test("isEdtf takes what the contract writes", () => {
  for (const good of [
    "2022-01-06",
    "2022-01-06T22",
    "2022-01-06T22:40+06:00",
    "2022-01-06/2022-01-10",
    "../2022-01-11",
    "2022-01-XX",
    "[2022-01-06..2022-01-10]",
  ])
    assert.equal(isEdtf(good), true, good);
  for (const bad of ["", " ", "yesterday", "6 January 2022", "2022-02-30", "..2022-01-11", "P3D", "R/P1W", "2022-01-06T", "9".repeat(5000)])
    assert.equal(isEdtf(bad), false, bad.slice(0, 20));
});

test("edtfCheck says what is wrong and what was meant", () => {
  assert.deepEqual(faultsOf(edtfCheck, "2022-01-06"), []);
  assert.deepEqual(
    faultsOf(edtfCheck, 2022),
    [{ path: "(the value)", expected: "an EDTF date" }].map((f) => ({ ...f, path: "" })),
  );
  const [fault] = faultsOf(edtfCheck, "..2022-01-11");
  assert.match(fault?.expected ?? "", /did you mean \.\.\/2022-01-11\?/);
  const [none] = faultsOf(edtfCheck, "2022-02-30");
  assert.match(none?.expected ?? "", /no day 2022-02-30$/);
});
