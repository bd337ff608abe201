import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check } from "../../src/model/check.ts";
import { count, faultsOf, finite, flag, list, matching, nullable, object, oneOf, text } from "../../src/model/check.ts";

const cases: readonly (readonly [name: string, check: Check<unknown>, good: readonly unknown[], bad: readonly unknown[]])[] = [
  ["text", text, ["", "a"], [null, undefined, 1, [], {}]],
  ["matching", matching(/^a+$/, "only a"), ["a", "aaa"], ["", "b", "ab", 1, null]],
  ["flag", flag, [true, false], [0, 1, "true", null]],
  ["finite", finite, [0, -1.5, 1e300], [NaN, Infinity, "1", null]],
  ["count", count, [0, 1, Number.MAX_SAFE_INTEGER], [-1, 1.5, Number.MAX_SAFE_INTEGER + 1, NaN, "1", null]],
  ["oneOf", oneOf(["red", "blue"]), ["red", "blue"], ["Red", "", "constructor", null, 0]],
  ["nullable", nullable(count), [null, 3], [undefined, -1, ""]],
  ["list", list(count), [[], [1, 2]], [[1, -1], {}, null, "12", [null]]],
  ["object", object<{ a: number }>({ a: count }), [{ a: 1 }], [null, [], "a", {}, { a: -1 }, { a: 1, b: 2 }]],
];

for (const [name, check, good, bad] of cases) {
  test(`${name}: what passes leaves no fault, what fails leaves one`, () => {
    for (const value of good) assert.deepEqual(faultsOf(check, value), [], JSON.stringify(value));
    for (const value of bad) {
      const faults: { path: string; expected: string }[] = [];
      assert.equal(check(value, "", faults), false, String(value));
      assert.ok(faults.length > 0, `${String(value)} is named`);
    }
  });
}

interface Box {
  readonly name: string;
  readonly sides: readonly { readonly width: number; readonly open: boolean | null }[];
}
const box = object<Box>({ name: text, sides: list(object({ width: count, open: nullable(flag) })) });

test("every fault is listed, each with its path", () => {
  const bad = {
    name: 7,
    sides: [
      { width: 1, open: null },
      { width: -1, open: "no" },
      { open: true, lid: 1 },
    ],
    colour: "red",
  };
  assert.deepEqual(faultsOf(box, bad), [
    { path: "name", expected: "a string" },
    { path: "sides[1].width", expected: "a whole number of 0 or more" },
    { path: "sides[1].open", expected: "true or false" },
    { path: "sides[2].width", expected: "to be present" },
    { path: "sides[2].lid", expected: "no such key" },
    { path: "colour", expected: "no such key" },
  ]);
});

test("the value itself has a path to be named by", () => {
  assert.deepEqual(faultsOf(box, []), [{ path: "(the value)", expected: "an object" }]);
});

test("a key set to undefined is present and wrong, not missing", () => {
  assert.deepEqual(faultsOf(object<{ a: string }>({ a: text }), { a: undefined }), [{ path: "a", expected: "a string" }]);
});
