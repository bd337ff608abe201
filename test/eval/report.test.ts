import assert from "node:assert/strict";
import { test } from "node:test";
import { fallen, scoresOf } from "../../eval/report.ts";
import { ratesOf, Tallies } from "../../eval/tally.ts";

test("rates from counts", () => {
  assert.deepEqual(ratesOf({ gold: 4, found: 5, right: 3 }), { precision: 0.6, recall: 0.75, f1: 6 / 9 });
  assert.deepEqual(ratesOf({ gold: 4, found: 0, right: 0 }), { precision: null, recall: 0, f1: 0 });
  assert.deepEqual(ratesOf({ gold: 0, found: 0, right: 0 }), { precision: null, recall: null, f1: null });
});

test("scores hold F1 values, and counts of negations lost", () => {
  const tallies = new Tallies();
  tallies.add("voice.exact", 3, 3, 2);
  tallies.add("negation.lost", 1, 0, 0);
  tallies.add("negation.lost", 1, 0, 0);
  assert.deepEqual(scoresOf([{ key: "en.seen", title: "", documents: 1, tallies }]), {
    "en.seen.negation.lost": 2,
    "en.seen.voice.exact": 0.6667,
  });
});

test("a fall of more than a point fails, and so does one more lost negation", () => {
  const before = { "a.voice": 0.8, "a.negation.lost": 1, "a.time": 0.5 };
  assert.deepEqual(fallen(before, before), []);
  assert.deepEqual(fallen(before, { ...before, "a.voice": 0.79 }), []);
  assert.deepEqual(fallen(before, { ...before, "a.voice": 0.7899 }), ["a.voice: 0.7899, was 0.8000"]);
  assert.deepEqual(fallen(before, { ...before, "a.negation.lost": 2 }), ["a.negation.lost: 2, was 1"]);
  assert.deepEqual(fallen(before, { ...before, "a.negation.lost": 0, "a.new": 0 }), []);
  // A row that is gone fell to nothing.
  assert.equal(fallen(before, { "a.voice": 0.8, "a.negation.lost": 1 }).length, 1);
});
