import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "../soak/simulation.ts";

/** Seeds that failed once, with what was wrong. */
const once: readonly (readonly [seed: number, what: string])[] = [];

test("devices that merge in any order end in one state, whatever one of them does", async () => {
  const seen = { forks: 0, removals: 0, suspended: 0, forged: 0, setAside: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const run = await simulate(seed);
    for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += run[key];
  }
  // A simulation in which nothing happens shows nothing.
  for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, what);
});

test("the same seed gives the same world", async () => {
  assert.deepEqual(await simulate(7), await simulate(7));
});

test("seeds that failed once", async () => {
  for (const [seed] of once) await simulate(seed);
});
