import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import type { Figure } from "../../src/model/figure.ts";
import { inWords, less, rangeOf, sum } from "../../src/reconcile/amounts.ts";
import { checkWholes, remainderOf, wholeOf } from "../../src/reconcile/arithmetic.ts";
import type { FigureFact } from "../../src/reconcile/facts.ts";
import { figureFact, aroundClaims } from "../../src/reconcile/facts.ts";
import { figure, figureClaim, of, partClaim, place, source } from "../build.ts";

type PartSaid = readonly [amount: number, figure: Partial<Figure>, rest?: Partial<Claim>];

interface Situation {
  readonly name: string;
  readonly whole: number | Partial<Figure>;
  readonly parts: readonly PartSaid[];
  readonly rules: readonly string[];
  readonly remainder: string | null;
}

function fact(claim: Claim): FigureFact {
  const found = figureFact(claim, aroundClaims({ source: source(), text: null, claims: [] }));
  assert.ok(found);
  return found;
}

const including = { partKind: "including" } as const;
const unclear = { partKind: "unclear" } as const;

const situations: readonly Situation[] = [
  { name: "no parts", whole: 100, parts: [], rules: [], remainder: null },
  { name: "included part", whole: 227, parts: [[19, { of: [of("security")], ...including }]], rules: [], remainder: null },
  {
    name: "included part larger than the whole",
    whole: 12,
    parts: [[19, { of: [of("security")], ...including }]],
    rules: ["part-exceeds-whole"],
    remainder: null,
  },
  {
    name: "breakdown that adds up",
    whole: 100,
    parts: [
      [60, { of: [of("civilian")] }],
      [40, { of: [of("security")] }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "breakdown that falls short",
    whole: 238,
    parts: [
      [67, { of: [of(null, "raiders")] }],
      [142, { of: [of(null, "rioters")] }],
      [4, { of: [of(null, "bystanders")] }],
    ],
    rules: ["parts-below-whole"],
    remainder: "25..25 not-broken-down",
  },
  {
    name: "breakdown that goes over",
    whole: 90,
    parts: [
      [60, { of: [of("civilian")] }],
      [40, { of: [of("security")] }],
    ],
    rules: ["parts-exceed-whole"],
    remainder: null,
  },
  {
    name: "two divisions are never added",
    whole: 100,
    parts: [
      [60, { of: [of("civilian")] }],
      [40, { of: [of("security")] }],
      [70, {}, { where: [place("Orlen")] }],
      [30, {}, { where: [place("Brisk")] }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "fate goes before breakdown",
    whole: { unit: "detained", min: 1000, max: 1000, best: 1000 },
    parts: [
      [700, { unit: "released" }],
      [200, { unit: "charged" }],
      [300, { unit: "detained", of: [of("minor")] }],
    ],
    rules: ["parts-below-whole"],
    remainder: "100..100 fate-unstated",
  },
  {
    name: "fates of another unit make up victims",
    whole: { unit: "victims", min: 4578, max: 4578, best: 4578 },
    parts: [
      [225, { unit: "dead" }],
      [4353, { unit: "injured" }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "fates on one path can be the same people",
    whole: { unit: "detained", min: 1000, max: 1000, best: 1000 },
    parts: [
      [700, { unit: "charged", ...unclear }],
      [500, { unit: "remanded", ...unclear }],
    ],
    rules: [],
    remainder: "0..300 fate-unstated",
  },
  {
    name: "released and charged are not",
    whole: { unit: "detained", min: 120, max: 120, best: 120 },
    parts: [
      [80, { unit: "released", ...including }],
      [15, { unit: "charged", ...including }],
    ],
    rules: [],
    remainder: "25..25 fate-unstated",
  },
  {
    name: "the rest of the missing are missing",
    whole: { unit: "missing", min: 50, max: 50, best: 50 },
    parts: [
      [30, { unit: "released" }],
      [5, { unit: "bodies" }],
    ],
    rules: ["parts-below-whole"],
    remainder: "15..15 missing",
  },
  {
    name: "children are also civilians",
    whole: 62,
    parts: [
      [60, { of: [of("civilian")], ...including }],
      [5, { of: [of("minor")], ...including }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "included groups that cannot overlap",
    whole: 100,
    parts: [
      [80, { of: [of("security")], ...including }],
      [60, { of: [of("civilian")], ...including }],
    ],
    rules: ["parts-exceed-whole"],
    remainder: null,
  },
  {
    name: "places that go over",
    whole: 164,
    parts: [
      [103, including, { where: [place("Orlen")] }],
      [80, including, { where: [place("Brisk")] }],
    ],
    rules: ["parts-exceed-whole"],
    remainder: null,
  },
  {
    name: "an upper bound",
    whole: { unit: "detained", max: 10000, best: 10000, approx: true },
    parts: [[8000, { unit: "released" }]],
    rules: [],
    remainder: "..2000 fate-unstated",
  },
  {
    name: "an exclusive lower bound",
    whole: { unit: "injured", min: 4500, minExclusive: true },
    parts: [[4500, { unit: "hospitalised" }]],
    rules: ["parts-below-whole"],
    remainder: "1.. fate-unstated",
  },
  {
    name: "about a number bounds nothing",
    whole: { unit: "detained", best: 5800, approx: true },
    parts: [[6000, { unit: "released" }]],
    rules: [],
    remainder: null,
  },
  {
    name: "kinds of case that nobody says are all",
    whole: { unit: "cases", min: 819, max: 819, best: 819 },
    parts: [
      [45, { unit: "cases", of: [of(null, "terrorism")], ...unclear }],
      [36, { unit: "cases", of: [of(null, "disorder")], ...unclear }],
    ],
    rules: [],
    remainder: "738..738 not-broken-down",
  },
  {
    name: "one part of unclear kind is no breakdown",
    whole: 100,
    parts: [[10, { of: [of("minor")], ...unclear }]],
    rules: [],
    remainder: null,
  },
  {
    name: "one part of a breakdown leaves a remainder and breaks no rule",
    whole: 230,
    parts: [[139, {}, { where: [place("Orlen")] }]],
    rules: [],
    remainder: "91..91 not-broken-down",
  },
  {
    name: "a part that does not repeat the time of its whole is no division by time",
    whole: { unit: "cases", min: 100, max: 100, best: 100 },
    parts: [
      [60, { unit: "cases", counted: "fire", ...unclear }],
      [20, { unit: "cases", counted: "fire", ...unclear }, { when: "2021-03" }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "a part repeated in its document counts once",
    whole: 100,
    parts: [
      [60, { of: [of("civilian")] }],
      [60, { of: [of("civilian")] }],
      [40, { of: [of("security")] }],
    ],
    rules: [],
    remainder: null,
  },
  {
    name: "two parts of one group under two words count twice",
    whole: 100,
    parts: [
      [60, { of: [of("security", "soldiers")] }],
      [60, { of: [of("security", "policemen")] }],
    ],
    rules: ["parts-exceed-whole"],
    remainder: null,
  },
];

for (const { name, whole, parts, rules, remainder } of situations) {
  test(`arithmetic: ${name}`, () => {
    const total = figureClaim(whole);
    const cut = (each: readonly PartSaid[]): ReturnType<typeof wholeOf> =>
      wholeOf(
        fact(total),
        each.map(([amount, said, rest = {}], index) =>
          fact(partClaim(total, amount, { unit: figure(whole).unit, ...said }, { start: index + 1, ...rest })),
        ),
      );
    for (const order of [parts, [...parts].reverse()]) {
      const found = checkWholes([cut(order)]);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        rules,
        JSON.stringify(found),
      );
      for (const { message, claims } of found) {
        assert.match(message, /^[A-Z].*\.$/);
        assert.equal(claims[0], total.id);
      }
      const rest = remainderOf(cut(order));
      assert.equal(rest === null ? null : `${String(rest.min ?? "")}..${String(rest.max ?? "")} ${rest.nature}`, remainder);
    }
  });
}

test("copies of one report give one finding that names all of their claims", () => {
  const reports = [1, 2].map((start) => {
    const total = figureClaim(10, { start });
    return { total, whole: wholeOf(fact(total), [fact(partClaim(total, 19, { partKind: "including", of: [of("security")] }))]) };
  });
  const found = checkWholes(reports.map(({ whole }) => whole));
  assert.equal(found.length, 1);
  for (const { total } of reports) assert.ok(found[0]?.claims.includes(total.id));
});

test("a message says the numbers as people write them", () => {
  const total = figureClaim({ unit: "detained", min: 10000, max: 10000, best: 10000 });
  const whole = wholeOf(fact(total), [fact(partClaim(total, 8354, { unit: "released" }))]);
  assert.equal(
    checkWholes([whole])[0]?.message,
    "The parts given by what became of them come to 8,354 of 10,000: 1,646 not accounted for.",
  );
});

test("ranges", () => {
  assert.deepEqual(rangeOf(figure({ min: 24, approx: true })), { low: 24, high: Infinity });
  assert.deepEqual(rangeOf(figure({ max: 10, maxExclusive: true })), { low: 0, high: 9 });
  assert.deepEqual(
    sum([
      { low: 1, high: 2 },
      { low: 3, high: Infinity },
    ]),
    { low: 4, high: Infinity },
  );
  assert.deepEqual(less({ low: 10, high: 12 }, { low: 3, high: 4 }), { low: 6, high: 9 });
  assert.deepEqual(less({ low: 0, high: Infinity }, { low: 0, high: Infinity }), { low: 0, high: Infinity });
  assert.deepEqual(
    [
      { low: 4578, high: 4578 },
      { low: 24, high: Infinity },
      { low: 0, high: 1e6 },
      { low: 10, high: 20 },
      { low: 0, high: Infinity },
    ].map(inWords),
    ["4,578", "at least 24", "up to 1,000,000", "from 10 to 20", "an unstated number"],
  );
});
