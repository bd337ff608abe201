import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Joining } from "../../src/reconcile/links.ts";
import { nothingSaid, rejoined } from "../../src/reconcile/links.ts";

const pairs = (text: string): Joining["together"] =>
  text === "" ? [] : text.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

/** "abc d" are two clusters; "ab cd" two pairs. */
function clusters(text: string, together: string, apart: string): string {
  const given = text.split(" ").map((cluster) => [...cluster]);
  return rejoined(given, (key) => key, { together: pairs(together), apart: pairs(apart) })
    .map((cluster) => cluster.join(""))
    .join(" ");
}

const table: readonly (readonly [clusters: string, together: string, apart: string, outcome: string])[] = [
  ["abc d", "", "", "abc d"],
  ["abc d", "ad", "", "abcd"],
  ["ab cd e", "ac", "", "abcd e"],
  ["ab cd ef", "ac ce", "", "abcdef"],
  ["abc", "", "ab", "ac b"],
  ["abc", "", "ab bc", "ac b"],
  ["abc", "", "ab bc ac", "a b c"],
  ["abcd", "bd", "ab", "ac bd"],
  ["ac b", "ab", "cb", "ab c"],
  ["ab cd", "ax", "", "ab cd"],
  ["ab cd", "", "ac", "ab cd"],
  ["a b c", "ab", "", "ab c"],
  ["a b c", "ca", "", "ac b"],
];

for (const [given, together, apart, outcome] of table) {
  test(`${given}, linked ${together || "nothing"}, unlinked ${apart || "nothing"}: ${outcome}`, () => {
    assert.equal(clusters(given, together, apart), outcome);
  });
}

const key = fc.constantFrom("a", "b", "c", "d", "e", "f");
const somePairs = fc.array(fc.tuple(key, key), { maxLength: 4 }).map((all) => all.filter(([a, b]) => a !== b));

test("every member is in one cluster, the order of what people say does not matter, and saying nothing changes nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom("abcdef", "abc def", "ab cd ef", "a b c d e f"), somePairs, somePairs, (text, together, apart) => {
      const given = text.split(" ").map((cluster) => [...cluster]);
      const own = (one: string): string => one;
      const outcome = rejoined(given, own, { together, apart });
      assert.deepEqual(outcome.flat().sort(), ["a", "b", "c", "d", "e", "f"]);
      const turned = (all: Joining["together"]): Joining["together"] => [...all].reverse().map(([a, b]) => [b, a] as const);
      assert.deepEqual(rejoined(given, own, { together: turned(together), apart: turned(apart) }), outcome);
      assert.deepEqual(rejoined(given, own, nothingSaid), given);
      const home = new Map(outcome.flatMap((cluster, at) => cluster.map((member) => [member, at] as const)));
      for (const [a, b] of together) assert.equal(home.get(a), home.get(b), "what is linked is in one cluster");
      if (together.length === 0) for (const [a, b] of apart) assert.notEqual(home.get(a), home.get(b), "what is unlinked is not");
    }),
    { seed: 2804, numRuns: 400 },
  );
});
