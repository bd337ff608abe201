import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf } from "../../src/model/check.ts";
import type { Figure } from "../../src/model/figure.ts";
import { exactly, figureCheck } from "../../src/model/figure.ts";

const figure: Figure = {
  min: 4500,
  max: null,
  minExclusive: true,
  maxExclusive: false,
  best: null,
  approx: false,
  unit: "injured",
  counted: "people",
  of: [{ group: "security", label: "members of the security forces" }],
  accrual: "cumulative",
  partOf: `sha256:${"0".repeat(64)}`,
  partKind: "including",
  per: null,
};

test("a figure with everything said, and one with nothing said, pass", () => {
  assert.deepEqual(faultsOf(figureCheck, figure), []);
  const bare = { ...figure, min: null, counted: null, of: [], accrual: null, partOf: null, partKind: null };
  assert.deepEqual(faultsOf(figureCheck, bare), []);
});

const broken: readonly (readonly [change: object, path: string])[] = [
  [{ min: "4500" }, "min"],
  [{ max: Infinity }, "max"],
  [{ minExclusive: null }, "minExclusive"],
  [{ maxExclusive: 1 }, "maxExclusive"],
  [{ best: NaN }, "best"],
  [{ approx: "yes" }, "approx"],
  [{ unit: "wounded" }, "unit"],
  [{ counted: 3 }, "counted"],
  [{ of: null }, "of"],
  [{ of: [{ group: "police", label: null }] }, "of[0].group"],
  [{ of: [{ group: null }] }, "of[0].label"],
  [{ accrual: "daily" }, "accrual"],
  [{ partOf: 0 }, "partOf"],
  [{ partKind: "part" }, "partKind"],
  [{ per: 1000 }, "per"],
  [{ total: 1 }, "total"],
];

for (const [change, path] of broken) {
  test(`a figure is refused at ${path}: ${JSON.stringify(change)}`, () => {
    assert.deepEqual(
      faultsOf(figureCheck, { ...figure, ...change }).map((fault) => fault.path),
      [path],
    );
  });
}

test("an exact count is its own bounds, zero included", () => {
  for (const value of [0, 1, 227, 0.25])
    assert.deepEqual(exactly(value), { min: value, max: value, minExclusive: false, maxExclusive: false, best: value, approx: false });
});
