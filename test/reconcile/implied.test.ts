import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wholeOf } from "../../src/reconcile/arithmetic.ts";
import { rangeOf } from "../../src/reconcile/amounts.ts";
import type { FigureFact } from "../../src/reconcile/facts.ts";
import { aroundClaims, figureFact } from "../../src/reconcile/facts.ts";
import { impliedOf } from "../../src/reconcile/implied.ts";
import { figureClaim, of, partClaim, source } from "../build.ts";

function facts(whole: number, parts: readonly (readonly [min: number, max: number])[]): readonly [FigureFact, readonly FigureFact[]] {
  const all = figureClaim(whole);
  const claims = [
    all,
    ...parts.map(([min, max], at) => partClaim(all, 0, { min, max, best: null, of: [of(null, `group ${at}`)] }, { start: at + 1 })),
  ];
  const around = aroundClaims({ source: source(), text: null, claims });
  const [outer, ...inner] = claims.flatMap((claim) => figureFact(claim, around) ?? []);
  assert.ok(outer);
  return [outer, inner];
}

test("the rest of a breakdown bounds a part, with the reason", () => {
  const [whole, parts] = facts(100, [
    [60, 70],
    [10, 90],
  ]);
  const { bounds, steps, impossible } = impliedOf([wholeOf(whole, parts)], []);
  assert.deepEqual(
    bounds.map(({ range }) => range),
    [{ low: 10, high: 40 }],
  );
  assert.match(steps[0]?.because ?? "", /other parts take at least 60 of 100/);
  assert.equal(impossible, null);
});

test("bounds only ever narrow, and never lose what is true", () => {
  const part = fc.integer({ min: 0, max: 60 });
  const slack = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(part, slack, slack), { minLength: 1, maxLength: 5 }), (drawn) => {
      const total = drawn.reduce((sum, [value]) => sum + value, 0);
      const [whole, parts] = facts(
        total,
        drawn.map(([value, below, above]) => [Math.max(0, value - below), value + above]),
      );
      const { bounds, impossible } = impliedOf([wholeOf(whole, parts)], []);
      assert.equal(impossible, null, "the drawn values agree with every bound");
      for (const { fact, range } of bounds) {
        const said = rangeOf(fact);
        assert.ok(range.low >= said.low && range.high <= said.high);
        const own = parts.indexOf(fact);
        const value = own === -1 ? total : (drawn[own]?.[0] ?? 0);
        assert.ok(range.low <= value && value <= range.high, `${value} in ${JSON.stringify(range)}`);
      }
    }),
  );
});
