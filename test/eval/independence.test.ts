/** Which documents go back to one source: the labelled groups, against the committed score. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { committedScore, labelledGroups, outcomeOf, scoreOf } from "../../eval/independence.ts";

test("independence: edges are found as well as the committed score says, and strangers are not merged", () => {
  const now = scoreOf(labelledGroups().map(outcomeOf));
  const before = committedScore();
  assert.equal(now.groups, before.groups, "groups came or went: npm run eval:independence -- --write");
  assert.ok(now.f1 >= before.f1 - 0.01, `F1 fell from ${before.f1} to ${now.f1}: npm run eval:independence shows where`);
  assert.ok(now.merged <= 0.03, `independent origins are merged in ${now.merged} of the groups`);
});
