import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assign } from "../../eval/assign.ts";

/** The largest sum by trying every assignment. */
function best(weights: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === weights.length) return 0;
  let most = best(weights, row + 1, taken);
  weights[row]?.forEach((weight, column) => {
    if (weight > 0 && !taken.has(column)) most = Math.max(most, weight + best(weights, row + 1, new Set([...taken, column])));
  });
  return most;
}

test("pairs that look best alone give way to the best whole", () => {
  // Greedy takes 0.9 and then 0.1; the best is 0.8 + 0.8.
  assert.deepEqual(
    assign([
      [0.9, 0.8],
      [0.8, 0.1],
    ]),
    [1, 0],
  );
});

test("zero is never, and sides may differ in length", () => {
  assert.deepEqual(assign([]), []);
  assert.deepEqual(assign([[], []]), [null, null]);
  assert.deepEqual(assign([[0, 0]]), [null]);
  assert.deepEqual(assign([[0.5], [0.7], [0.6]]), [null, 0, null]);
  assert.deepEqual(assign([[0, 0.2, 0.3]]), [2]);
});

test("as good as trying everything, and one to one", () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.constantFrom(0, 0, 0.25, 0.5, 0.75, 1, 2.5), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(matrix, (weights) => {
      const columns = assign(weights);
      const used = columns.filter((column) => column !== null);
      assert.equal(new Set(used).size, used.length);
      const sum = columns.reduce<number>((total, column, row) => total + (column === null ? 0 : weights[row]![column]!), 0);
      assert.ok(Math.abs(sum - best(weights)) < 1e-9);
    }),
    { seed: 7, numRuns: 300 },
  );
});
