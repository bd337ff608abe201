import assert from "node:assert/strict";
import { test } from "node:test";
import { mutate } from "../soak/mutate-log.ts";

test("nothing that was changed holds: two thousand of the changes that the slow check makes", async () => {
  assert.deepEqual(await mutate(2000, 41), { made: 2000, accepted: 0 });
});
