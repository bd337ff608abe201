import assert from "node:assert/strict";
import { test } from "node:test";
import { readAmount, sameBounds, sameValue } from "../../eval/amount.ts";
import { exactly } from "../../src/model/figure.ts";

const open = { min: null, max: null, minExclusive: false, maxExclusive: false, best: null, approx: false };

test("every form of the guide's table", () => {
  for (const [notation, amount] of [
    ["227", exactly(227)],
    ["0", exactly(0)],
    ["0.3333", exactly(0.3333)],
    ["more than 4500", { ...open, min: 4500, minExclusive: true }],
    ["at least 17", { ...open, min: 17 }],
    ["fewer than 100", { ...open, max: 100, maxExclusive: true }],
    ["up to 150", { ...open, max: 150 }],
    ["nearly 90", { ...open, max: 90, best: 90, approx: true }],
    ["about 2000", { ...open, best: 2000, approx: true }],
    ["10 to 15", { ...open, min: 10, max: 15 }],
    ["about 10 to 15", { ...open, min: 10, max: 15, approx: true }],
    ["vague 24", { ...open, min: 24, approx: true }],
  ] as const)
    assert.deepEqual(readAmount(notation), amount, notation);
});

test("what is not in the table is refused", () => {
  for (const notation of ["", "dozens", "4,500", "4500+", "over 12", "at least", "more than 12 people", "10-15", "NaN"])
    assert.equal(readAmount(notation), null, notation);
});

test("the same number is not yet the same bounds", () => {
  const [about, atLeast, exact] = [readAmount("about 12")!, readAmount("at least 12")!, readAmount("12")!];
  assert.equal(sameValue(about, exact), true);
  assert.equal(sameValue(atLeast, exact), true);
  assert.equal(sameBounds(about, exact), false);
  assert.equal(sameBounds(atLeast, readAmount("more than 12")!), false);
  assert.equal(sameValue(readAmount("10 to 12")!, exact), false);
  assert.equal(sameValue(readAmount("12 to 15")!, readAmount("12 to 16")!), false);
});
