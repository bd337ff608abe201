import assert from "node:assert/strict";
import { test } from "node:test";
import { amountWords, countWords, measureWords, ofWords } from "../../src/pages/amounts.ts";
import { figure } from "./fixture.ts";

test("bounds are worded as the voice put them, and nothing is rounded", () => {
  const cases: readonly (readonly [Parameters<typeof figure>[1], string])[] = [
    [{ min: 227, max: 227, best: 227 }, "227"],
    [{ min: 4500, max: null, best: null, minExclusive: true }, "more than 4,500"],
    [{ min: 52, max: null, best: null }, "at least 52"],
    [{ min: null, max: 10000, best: 10000, approx: true }, "nearly 10,000"],
    [{ min: null, max: 30, best: null }, "up to 30"],
    [{ min: null, max: 30, best: null, maxExclusive: true }, "fewer than 30"],
    [{ min: null, max: null, best: 5800, approx: true }, "about 5,800"],
    [{ min: 10, max: 20, best: null }, "10–20"],
    [{ min: 24, max: null, best: null, approx: true }, "at least 24"],
    [{ min: null, max: null, best: null }, "a number not given"],
    [{ min: 0, max: 0, best: 0 }, "0"],
    [{ min: 0.375, max: 0.375, best: 0.375, per: "whole" }, "37.5 %"],
    [{ min: 12, max: 12, best: 12, per: "day" }, "12 per day"],
    [{ min: 1234567, max: 1234567, best: 1234567 }, "1,234,567"],
  ];
  for (const [fields, words] of cases) {
    const one = figure(0, fields);
    assert.equal(amountWords(one, one), words);
  }
});

test("a group of the tool is plain, a word of the text is in quotes", () => {
  assert.equal(ofWords([]), null);
  assert.equal(ofWords([{ group: "security", label: null }]), "security forces");
  assert.equal(ofWords([{ group: "civilian", label: "terrorists" }]), "“terrorists”");
});

test("a measure names its unit, whom it counts, where and when; an unknown unit takes the noun of the text", () => {
  assert.equal(
    measureWords({ unit: "dead", of: [], where: "Kaltan", when: "2031-03", accrual: "new" }, null),
    "Dead · Kaltan · Mar 2031 · newly counted",
  );
  assert.equal(measureWords({ unit: "other", of: [], where: null, when: null, accrual: null }, "district"), "District");
  assert.equal(measureWords({ unit: "other", of: [], where: null, when: null, accrual: null }, null), "Other counts");
});

test("counts of things agree with their number", () => {
  assert.deepEqual([0, 1, 2, 1200].map((count) => countWords(count, "claim")), ["no claims", "1 claim", "2 claims", "1,200 claims"]); // prettier-ignore
});
