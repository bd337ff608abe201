import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Claim } from "../../src/model/claim.ts";
import type { DeviceId } from "../../src/model/statement.ts";
import type { Judgement } from "../../src/views/judged.ts";
import { judgedClaims } from "../../src/views/judged.ts";
import { claim, figureClaim, idOf, partClaim } from "../build.ts";

const drafts = [figureClaim(31, { start: 0 }), claim({ start: 100 }), claim({ start: 200 })] as const;
const [first, second] = drafts;
const better = figureClaim(30, { start: 0 });
const best = figureClaim(29, { start: 0 });

const device = (name: string): DeviceId => `ed25519:${idOf(name).slice("sha256:".length)}`;

/** A word of `who`, the how-manieth of their log. */
function word(who: string, seq: number, verdict: Judgement["verdict"], on: Claim, corrected: Claim | null = null): Judgement {
  const id = idOf(`${who} ${seq}`);
  return { id, device: device(who), seq, time: "2031-03-01T08:00:00Z", verdict, about: on.id, claim: on, corrected, added: false };
}

/** What is shown, by its number or event, with its review. */
function shown(judgements: readonly Judgement[]): readonly string[] {
  return judgedClaims(drafts, judgements).claims.map(({ figure, start, review }) => `${figure?.best ?? `at ${start}`} ${review}`);
}

const rest = ["at 100 unreviewed", "at 200 unreviewed"];
const table: readonly (readonly [what: string, said: readonly Judgement[], first: string])[] = [
  ["nobody says anything", [], "31 unreviewed"],
  ["one accepts", [word("Ada", 1, "accept", first)], "31 accepted"],
  ["one rejects", [word("Ada", 1, "reject", first)], "31 rejected"],
  ["one disputes", [word("Ada", 1, "dispute", first)], "31 disputed"],
  ["two agree", [word("Ada", 1, "accept", first), word("Ben", 1, "accept", first)], "31 accepted"],
  ["two contradict each other", [word("Ada", 1, "accept", first), word("Ben", 1, "reject", first)], "31 disputed"],
  ["one disputes what the other accepts", [word("Ada", 1, "accept", first), word("Ben", 1, "dispute", first)], "31 disputed"],
  ["one thinks again", [word("Ada", 1, "accept", first), word("Ada", 2, "reject", first)], "31 rejected"],
  ["the later word is not that of the higher id", [word("Ada", 9, "accept", first), word("Ada", 2, "reject", first)], "31 accepted"],
  ["one corrects", [word("Ada", 1, "correct", first, better)], "30 corrected"],
  ["the other accepts what was corrected", [word("Ada", 1, "correct", first, better), word("Ben", 1, "accept", better)], "30 corrected"],
  ["the other rejects what was corrected", [word("Ada", 1, "correct", first, better), word("Ben", 1, "reject", better)], "30 disputed"],
  ["the other accepts what it was before", [word("Ada", 1, "correct", first, better), word("Ben", 1, "accept", first)], "31 disputed"],
  ["two correct alike", [word("Ada", 1, "correct", first, better), word("Ben", 1, "correct", first, better)], "30 corrected"],
  ["two correct differently", [word("Ada", 1, "correct", first, better), word("Ben", 1, "correct", first, best)], "31 disputed"],
  ["one corrects the correction", [word("Ada", 1, "correct", first, better), word("Ada", 2, "correct", better, best)], "29 corrected"],
  ["one corrects there and back", [word("Ada", 1, "correct", first, better), word("Ada", 2, "correct", better, first)], "31 accepted"],
  ["two correct each other's", [word("Ada", 1, "correct", first, better), word("Ben", 1, "correct", better, first)], "31 disputed"],
  ["one rejects their own correction", [word("Ada", 1, "correct", first, better), word("Ada", 2, "reject", better)], "30 rejected"],
];

for (const [what, said, outcome] of table) {
  test(`a judged claim when ${what}`, () => {
    assert.deepEqual(shown(said), [outcome, ...rest]);
  });
}

test("a claim that no reader finds any more stands by the judgement that embeds it", () => {
  const gone = claim({ start: 150 });
  assert.deepEqual(shown([word("Ada", 1, "accept", gone)]), ["31 unreviewed", "at 100 unreviewed", "at 150 accepted", "at 200 unreviewed"]);
});

test("what points at a corrected claim points at the one in its place", () => {
  const part = partClaim(first, 12, {}, { start: 50 });
  const linked = claim({ start: 300, links: [{ type: "repeats", claim: first.id }] });
  const { claims, moved } = judgedClaims([first, part, linked], [word("Ada", 1, "correct", first, better)]);
  assert.deepEqual(moved, [{ from: first.id, to: better.id }]);
  assert.equal(claims[1]?.figure?.partOf, better.id);
  assert.equal(claims[2]?.links[0]?.claim, better.id);
});

test("corrected to what another draft says, the two are one", () => {
  assert.deepEqual(shown([word("Ada", 1, "correct", second, drafts[2])]), ["31 unreviewed", "at 200 corrected"]);
});

const claims = [...drafts, better, best];
const anyJudgement = fc
  .record({
    who: fc.constantFrom("Ada", "Ben", "Cid"),
    seq: fc.integer({ min: 0, max: 6 }),
    verdict: fc.constantFrom("accept", "correct", "reject", "dispute"),
    on: fc.constantFrom(...claims),
    to: fc.constantFrom(...claims),
  })
  .map(({ who, seq, verdict, on, to }) => word(who, seq, verdict, on, verdict === "correct" && to.id !== on.id ? to : null))
  .filter(({ verdict, corrected }) => verdict !== "correct" || corrected !== null);

test("the order of judgements does not matter, every claim is in the list once, and no draft is lost", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyJudgement, { maxLength: 12, selector: ({ id }) => id }), fc.nat(), (said, turn) => {
      const at = said.length === 0 ? 0 : turn % said.length;
      const outcome = judgedClaims(drafts, said);
      assert.deepEqual(judgedClaims(drafts, [...said.slice(at), ...said.slice(0, at)].reverse()), outcome);
      const ids = outcome.claims.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      const moved = new Map(outcome.moved.map(({ from, to }) => [from, to]));
      for (const { id } of drafts) assert.ok(ids.includes(moved.get(id) ?? id), "a draft or what stands in its place is listed");
      for (const from of moved.keys()) assert.ok(!ids.includes(from), "what gave way is not listed");
    }),
    { seed: 4404, numRuns: 600 },
  );
});
