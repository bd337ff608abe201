import assert from "node:assert/strict";
import { test } from "node:test";
import { readLabels } from "../../eval/labels.ts";

const text = "Police said 12 men fled. Police said two were caught in Orn on Monday, and Ada Vollen denied it.\n";

function read(claims: string, head = "genre: agency\npublished: 2027-03-09\nvoices:\n  pol: { name: Police, party: security }\n") {
  return readLabels("x", false, text, `${head}claims:\n${claims}`, "x.yaml");
}

function faultsOf(claims: string, head?: string): string {
  const result = read(claims, head);
  return result.ok ? "" : result.faults.join("\n");
}

test("defaults are filled in and phrases are found", () => {
  const result = read(
    [
      "  - figure: 12 men fled",
      "    id: men",
      "    voice: pol",
      "    amount: 12",
      "    unit: other",
      "  - figure: two were caught in Orn on Monday",
      "    voice: pol claims",
      "    amount: 2",
      "    unit: detained",
      "    partOf: men",
      "    partKind: including",
      "    when: { on Monday: 2027-03-08 }",
      "    where: { settlement: Orn }",
    ].join("\n"),
  );
  assert.ok(result.ok);
  const [men, two] = result.document.claims;
  assert.equal(text.slice(men!.start, men!.end), "12 men fled");
  assert.deepEqual([men!.certainty, men!.negated, men!.event, men!.when, men!.optional], ["stated", false, null, null, false]);
  assert.deepEqual([two!.figure?.partOf, two!.figure?.partKind, two!.event], [0, "including", "arrest"]);
  assert.deepEqual([two!.when, two!.whenText, two!.whenKind], ["2027-03-08", "on Monday", "occurred"]);
  assert.deepEqual(
    two!.voice.map(({ name, stance, party }) => [name, stance, party]),
    [["Police", "claims", "security"]],
  );
  assert.equal(text.slice(two!.where[0]!.start, two!.where[0]!.end), "Orn");
});

test("a pledge is planned and a question unknown unless said otherwise", () => {
  const result = read("  - pledge: 12 men fled\n  - question: 12 men fled\n  - pledge: 12 men fled\n    certainty: hedged\n");
  assert.ok(result.ok);
  assert.deepEqual(
    result.document.claims.map((claim) => claim.certainty),
    ["planned", "unknown", "hedged"],
  );
});

test("every fault is named with its line", () => {
  for (const [claims, expected] of [
    ["  - event: nobody fled\n    type: other\n", /x\.yaml:6: "nobody fled" is not in the text/],
    ["  - event: Police said\n    type: other\n", /occurs 2 times: say which with nth/],
    ["  - event: Police said\n    nth: 3\n    type: other\n", /has no occurrence 3/],
    ["  - event: 12 men fled\n", /an event needs a type/],
    ["  - event: 12 men fled\n    type: party\n", /type: party is not one of/],
    ["  - event: 12 men fled\n    type: other\n    tpye: x\n", /no such key tpye/],
    ["  - event: 12 men fled\n    type: other\n    when: { on Sunday: 2027-03-07 }\n", /"on Sunday" is not in the text/],
    ["  - event: 12 men fled\n    type: other\n    when: { on Monday: 2027-02-30 }\n", /2027-02-30 is not EDTF/],
    ["  - event: 12 men fled\n    type: other\n    voice: min\n", /no voice is called min/],
    ["  - event: 12 men fled\n    type: other\n    voice: pol shouts\n", /stance: shouts is not one of/],
    ["  - event: 12 men fled\n    type: other\n    who: { boss: Police }\n", /who: boss is not one of/],
    ["  - event: 12 men fled\n    type: other\n    where: { settlement: Urn }\n", /"Urn" is not in the text/],
    ["  - figure: 12 men fled\n    amount: a dozen\n    unit: other\n", /"a dozen" is not in the guide's table/],
    ["  - figure: 12 men fled\n    amount: 12\n    unit: men\n", /unit: men is not one of/],
    [
      "  - figure: 12 men fled\n    amount: 12\n    unit: other\n    partOf: all\n    partKind: including\n",
      /no earlier claim has the id all/,
    ],
    ["  - figure: 12 men fled\n    amount: 12\n    unit: other\n    partKind: including\n", /partOf and partKind go together/],
    ["  - relation: Ada Vollen\n    type: friend-of\n", /type: friend-of is not one of/],
    ["  - quote: 12 men fled\n", /a claim starts with its kind/],
  ] as const)
    assert.match(faultsOf(claims), expected, claims);
});

test("faults of the head", () => {
  const claims = "  - event: 12 men fled\n    type: other\n";
  assert.match(faultsOf(claims, "genre: poem\n"), /genre: poem is not one of/);
  assert.match(faultsOf(claims, "genre: list\npublished: yesterday\n"), /yesterday is not EDTF/);
  assert.match(faultsOf(claims, "genre: list\nauthor: me\n"), /no such key author/);
  assert.match(faultsOf(claims, "genre: list\nvoices:\n  a: { name: Nobody Here }\n"), /"Nobody Here" is not in the text/);
  assert.match(faultsOf("", "genre: list\n"), /no list of claims/);
});
