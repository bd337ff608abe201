import { test } from "node:test";
import assert from "node:assert/strict";
import { mutant } from "./mutate.ts";
import { survive } from "./survive.ts";

// The full ten thousand run in test/soak/mutate-inputs.ts.
const SAMPLE = 600;

test(`${SAMPLE} damaged inputs are read or refused by name, none crashes or hangs`, () => {
  const fates = new Map<string, number>();
  for (let seed = 1; seed <= SAMPLE; seed += 1) {
    const began = performance.now();
    const fate = survive(mutant(seed));
    assert.ok(performance.now() - began < 5_000, `seed ${seed} is too slow`);
    assert.ok(fate.kind !== "failed", `seed ${seed}: ${fate.kind === "failed" ? fate.why : ""}`);
    const name = fate.kind === "refused" ? fate.code : "read";
    fates.set(name, (fates.get(name) ?? 0) + 1);
  }
  // A fuzz that only ever meets one outcome tests nothing.
  assert.ok((fates.get("read") ?? 0) > SAMPLE / 5, JSON.stringify([...fates]));
  assert.ok((fates.get("input-undecodable") ?? 0) > 0 && (fates.get("input-binary") ?? 0) > 0, JSON.stringify([...fates]));
});

test("the same seed gives the same damage", () => {
  assert.deepEqual(mutant(42), mutant(42));
  assert.notDeepEqual(mutant(42), mutant(43));
});
