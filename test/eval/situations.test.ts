/** The ledger against the labelled situations: no rule may fall below what the project promises, and every rule has both sides. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { folded, talliesOf } from "../../eval/ledger/fold.ts";
import { impliedIn } from "../../eval/ledger/implied.ts";
import type { Mark } from "../../eval/ledger/judge.ts";
import { judge } from "../../eval/ledger/judge.ts";
import { situationsIn } from "../../eval/ledger/situation.ts";

const situations = situationsIn(join(import.meta.dirname, "..", "..", "eval", "situations"));
const plain = ["tallies", "statuses", "origins", "remainder", "implied"];
const withoutFindings = ["standing", "offices", "remainders"];

async function marksOf(): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  for (const situation of situations) {
    const implied =
      situation.implied === undefined ? new Map<string, string>() : await impliedIn(await folded(situation.entries), situation.names);
    marks.push(...judge(situation, await talliesOf(situation.entries), implied));
  }
  return marks;
}

test("every rule is found and left alone in at least nine cases of ten", async () => {
  const marks = await marksOf();
  for (const kind of new Set(marks.map((mark) => mark.kind))) {
    const count = (outcome: Mark["outcome"]): number => marks.filter((mark) => mark.kind === kind && mark.outcome === outcome).length;
    const [right, missed, extra, wrong] = [count("right"), count("missed"), count("extra"), count("wrong")];
    assert.ok(right / (right + extra + wrong) >= 0.9, `${kind}: ${extra + wrong} wrong of ${right + extra + wrong}`);
    assert.ok(right / (right + missed + wrong) >= 0.9, `${kind}: ${missed + wrong} missed of ${right + missed + wrong}`);
  }
});

test("every rule has at least five situations in which it must speak and five near misses", () => {
  for (const [rule, own] of Map.groupBy(situations, (situation) => situation.rule)) {
    if (withoutFindings.includes(rule)) continue;
    assert.ok(own.filter(({ expect }) => expect.length > 0).length >= 5, `${rule}: positives`);
    assert.ok(own.filter(({ expect }) => expect.length === 0).length >= 5, `${rule}: near misses`);
  }
});

test("a finding of a rule that is not expected is told as one too many", () => {
  const [situation] = situations.filter(({ rule, expect }) => rule === "cumulative-falls" && expect.length === 0);
  assert.ok(situation);
  const [claim] = situation.names.keys();
  assert.ok(claim);
  const measure = { unit: "dead", of: [], where: null, when: null, accrual: null } as const;
  const checks = [{ rule: "cumulative-falls", claims: [claim], message: "It falls." }];
  const marks = judge(situation, [{ id: claim, measure, series: [], parts: [], checks, remainder: null }], new Map());
  assert.deepEqual(
    marks.filter(({ kind }) => !plain.includes(kind)).map(({ kind, outcome }) => [kind, outcome]),
    [["cumulative-falls", "extra"]],
  );
});
