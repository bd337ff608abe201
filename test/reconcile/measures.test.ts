import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Claim } from "../../src/model/claim.ts";
import type { Figure } from "../../src/model/figure.ts";
import { figureFact, aroundClaims } from "../../src/reconcile/facts.ts";
import type { FigureFact } from "../../src/reconcile/facts.ts";
import { joinMeasures } from "../../src/reconcile/measures.ts";
import { populationKey } from "../../src/reconcile/counted.ts";
import { figureClaim, idOf, of, partClaim, place, source, voice } from "../build.ts";

type Said = readonly [amount: number, figure?: Partial<Figure>, rest?: Partial<Claim>];

/** Each figure comes from a document of its own unless `source` is said. */
function facts(said: readonly Said[]): readonly FigureFact[] {
  return said.map(([amount, figure = {}, rest = {}], index) => factOf(claimOf(amount, figure, { source: idOf(`doc ${index}`), ...rest })));
}

function claimOf(amount: number, figure: Partial<Figure>, rest: Partial<Claim>): Claim {
  return figureClaim({ min: amount, max: amount, best: amount, ...figure }, rest);
}

function factOf(claim: Claim): FigureFact {
  const fact = figureFact(claim, aroundClaims({ source: source("doc", { id: claim.source }), text: null, claims: [] }));
  assert.ok(fact);
  return fact;
}

/** Figures as the views file them: by population, then joined. Each measure as its sorted numbers. */
function measures(all: readonly FigureFact[]): string {
  const populations = new Map<string, FigureFact[]>();
  for (const fact of all) populations.set(populationKey(fact), [...(populations.get(populationKey(fact)) ?? []), fact]);
  const joined = [...populations.values()]
    .flatMap((facts) => joinMeasures(facts))
    .map((m) => m.facts.map((f) => f.best).sort((a, b) => (a ?? 0) - (b ?? 0)));
  return JSON.stringify(joined.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
}

const orlen = place("Orlen");
const brisk = place("Brisk");
const country = place("Taravia", "country");
const square = place("Mill Square", "site");

const situations: readonly (readonly [name: string, said: readonly Said[], measures: readonly (readonly number[])[]])[] = [
  ["nothing but the number", [[10], [12]], [[10, 12]]],
  ["another unit", [[10], [12, { unit: "injured" }]], [[10], [12]]],
  ["dead are not bodies", [[10], [12, { unit: "bodies" }]], [[10], [12]]],
  ["everybody is not a group", [[10], [2, { of: [of("security")] }]], [[2], [10]]],
  [
    "a narrow group under two words",
    [
      [2, { of: [of("security", "policemen")] }],
      [3, { of: [of("security", "officers")] }],
    ],
    [[2, 3]],
  ],
  [
    "two groups",
    [
      [2, { of: [of("security")] }],
      [3, { of: [of("minor")] }],
    ],
    [[2], [3]],
  ],
  [
    "two groups in another order",
    [
      [2, { of: [of("minor"), of("foreign")] }],
      [3, { of: [of("foreign"), of("minor")] }],
    ],
    [[2, 3]],
  ],
  ["a label is another population", [[26, { of: [of(null, "armed raiders")] }], [40]], [[26], [40]]],
  [
    "the same label in another case",
    [
      [26, { of: [of(null, "Armed raiders")] }],
      [27, { of: [of(null, "armed  raiders")] }],
    ],
    [[26, 27]],
  ],
  [
    "civilians under plain words",
    [
      [5, { of: [of("civilian", "civilians")] }],
      [6, { of: [of("civilian", "ordinary residents")] }],
    ],
    [[5, 6]],
  ],
  [
    "protesters are not all civilians",
    [
      [5, { of: [of("civilian", "civilians")] }],
      [6, { of: [of("civilian", "protesters")] }],
    ],
    [[5], [6]],
  ],
  ["a share is not a count", [[0.5, { per: "whole" }], [5]], [[0.5], [5]]],
  [
    "other things by their noun",
    [
      [3, { unit: "other", counted: "kiosk" }],
      [4, { unit: "other", counted: "tram" }],
    ],
    [[3], [4]],
  ],
  [
    "the same other thing",
    [
      [3, { unit: "other", counted: "kiosk" }],
      [4, { unit: "other", counted: "kiosk" }],
    ],
    [[3, 4]],
  ],
  [
    "nouns of people do not separate",
    [
      [3, { counted: "people" }],
      [4, { counted: "citizen" }],
    ],
    [[3, 4]],
  ],

  [
    "one place",
    [
      [10, {}, { where: [orlen] }],
      [12, {}, { where: [place("orlen")] }],
    ],
    [[10, 12]],
  ],
  [
    "two places",
    [
      [10, {}, { where: [orlen] }],
      [12, {}, { where: [brisk] }],
    ],
    [[10], [12]],
  ],
  [
    "a town and its country",
    [
      [10, {}, { where: [orlen] }],
      [12, {}, { where: [country] }],
    ],
    [[10], [12]],
  ],
  ["no place beside a town", [[10, {}, { where: [orlen] }], [12]], [[10, 12]]],
  ["no place goes with the country", [[10, {}, { where: [orlen] }], [12], [14, {}, { where: [country] }]], [[10], [12, 14]]],
  ["no place beside two towns goes with neither", [[10, {}, { where: [orlen] }], [12], [14, {}, { where: [brisk] }]], [[10], [12], [14]]],
  [
    "a town named with its country",
    [
      [10, {}, { where: [orlen, country] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10, 12]],
  ],
  [
    "towns of one name in two countries",
    [
      [10, {}, { where: [orlen, country] }],
      [12, {}, { where: [orlen, place("Volnia", "country")] }],
    ],
    [[10], [12]],
  ],
  [
    "a square inside its town",
    [
      [10, {}, { where: [square, orlen] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10, 12]],
  ],
  [
    "a square that nobody places",
    [
      [10, {}, { where: [square] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10], [12]],
  ],
  [
    "a square of another town",
    [
      [10, {}, { where: [square, brisk] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10], [12]],
  ],
  [
    "a district is not a site",
    [
      [10, {}, { where: [place("Upper", "district"), orlen] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10], [12]],
  ],
  [
    "around a town is not the town",
    [
      [10, {}, { where: [place("Orlen", "around")] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10], [12]],
  ],
  [
    "two towns together are one scope",
    [
      [10, {}, { where: [orlen, brisk] }],
      [12, {}, { where: [brisk, orlen] }],
    ],
    [[10, 12]],
  ],
  [
    "two towns together are not one of them",
    [
      [10, {}, { where: [orlen, brisk] }],
      [12, {}, { where: [orlen] }],
    ],
    [[10], [12]],
  ],

  [
    "one day",
    [
      [10, {}, { when: "2021-03-04" }],
      [12, {}, { when: "2021-03-04" }],
    ],
    [[10, 12]],
  ],
  [
    "two days",
    [
      [10, {}, { when: "2021-03-04" }],
      [12, {}, { when: "2021-03-05" }],
    ],
    [[10], [12]],
  ],
  [
    "a month and a stretch within it",
    [
      [10, {}, { when: "2021-03" }],
      [12, {}, { when: "2021-03-04/2021-03-09" }],
    ],
    [[10, 12]],
  ],
  [
    "stretches that only overlap",
    [
      [10, {}, { when: "2021-03-04/2021-03-09" }],
      [12, {}, { when: "2021-03-06/2021-03-11" }],
    ],
    [[10], [12]],
  ],
  [
    "a month beside two of its days goes with neither",
    [
      [10, {}, { when: "2021-03" }],
      [3, {}, { when: "2021-03-04" }],
      [4, {}, { when: "2021-03-05" }],
    ],
    [[3], [4], [10]],
  ],
  ["no time beside a stretch", [[10, {}, { when: "2021-03-04/2021-03-09" }], [12]], [[10, 12]]],
  ["no time beside two days goes with neither", [[3, {}, { when: "2021-03-04" }], [4, {}, { when: "2021-03-05" }], [12]], [[3], [4], [12]]],
  [
    "as of never separates",
    [
      [10, {}, { asOf: "2021-03-04" }],
      [12, {}, { asOf: "2021-03-09" }],
    ],
    [[10, 12]],
  ],
  [
    "said never separates",
    [
      [10, {}, { said: "2021-03-04" }],
      [12, {}, { said: "2021-03-09" }],
    ],
    [[10, 12]],
  ],
  [
    "an equal scope goes before an absent one",
    [[10, {}, { where: [orlen] }], [11, {}, { where: [orlen] }], [12], [13], [14, {}, { where: [country] }]],
    [
      [10, 11],
      [12, 13, 14],
    ],
  ],

  ["no accrual joins cumulative", [[10, { accrual: "cumulative" }], [12]], [[10, 12]]],
  [
    "new is not cumulative",
    [
      [10, { accrual: "cumulative" }],
      [2, { accrual: "new" }],
    ],
    [[2], [10]],
  ],
  ["no accrual does not join new", [[10], [2, { accrual: "new" }]], [[2], [10]]],
  [
    "current is not cumulative",
    [
      [10, { accrual: "cumulative" }],
      [4, { accrual: "current" }],
    ],
    [[4], [10]],
  ],
];

for (const [name, said, expected] of situations) {
  test(`measures: ${name}`, () => {
    const all = facts(said);
    assert.equal(measures(all), JSON.stringify(expected));
    assert.equal(measures([...all].reverse()), JSON.stringify(expected), "in the other order");
  });
}

const office = [voice("Audit Office")];

test("one speaker in one breath does not give two numbers for one measure", () => {
  const breath = { source: idOf("doc"), voice: office };
  assert.equal(
    measures(
      facts([
        [225, {}, breath],
        [103, {}, { ...breath, where: [orlen] }],
      ]),
    ),
    "[[103],[225]]",
  );
  assert.equal(
    measures(
      facts([
        [225, {}, breath],
        [225, {}, { ...breath, where: [orlen] }],
      ]),
    ),
    "[[225,225]]",
    "the same number twice",
  );
  assert.equal(
    measures(
      facts([
        [225, {}, { ...breath, said: "2021-03-05" }],
        [103, {}, { ...breath, said: "2021-03-04", where: [orlen] }],
      ]),
    ),
    "[[103,225]]",
    "on two days",
  );
  assert.equal(
    measures(
      facts([
        [225, {}, breath],
        [103, {}, { ...breath, voice: [voice("A union")], where: [orlen] }],
      ]),
    ),
    "[[103,225]]",
    "two speakers",
  );
  assert.equal(
    measures(
      facts([
        [225, {}, breath],
        [164, {}, { ...breath, where: [country] }],
      ]),
    ),
    "[[164,225]]",
    "the country is no piece of it",
  );
  assert.equal(
    measures(
      facts([
        [225, {}, breath],
        [8, {}, { ...breath, when: "2021-03-04" }],
      ]),
    ),
    "[[8],[225]]",
    "a day is",
  );
});

test("a part never joins its whole", () => {
  const whole = figureClaim(300, { source: idOf("doc"), voice: office });
  for (const rest of [{}, { where: [orlen] }, { when: "2021-03-04" }]) {
    const part = partClaim(whole, 120, {}, rest);
    assert.equal(measures([whole, part].map(factOf)), "[[120],[300]]", JSON.stringify(rest));
  }
});

test("parts of one whole stay apart, and the same part said twice does not", () => {
  const whole = figureClaim(300, { source: idOf("doc") });
  const parts = [
    partClaim(whole, 120, {}, { start: 10 }),
    partClaim(whole, 90, {}, { start: 20 }),
    partClaim(whole, 90, {}, { start: 30 }),
  ];
  assert.equal(measures([whole, ...parts].map(factOf)), "[[90,90],[120],[300]]");
});

test("a part that nothing sets off keeps nothing else apart", () => {
  const whole = figureClaim(225, { source: idOf("doc"), where: [country] });
  const part = partClaim(whole, 19, {});
  const other = figureClaim(230, { source: idOf("another") });
  assert.equal(measures([whole, part, other].map(factOf)), "[[19],[225,230]]");
});

test("a part joins the same measure said elsewhere as a whole", () => {
  const whole = figureClaim(300, { source: idOf("doc"), where: [country] });
  const part = partClaim(whole, 120, {}, { where: [orlen] });
  const other = figureClaim(125, { source: idOf("another"), where: [orlen] });
  assert.equal(measures([whole, part, other].map(factOf)), "[[120,125],[300]]");
});

const anyFigure = fc.record({
  amount: fc.integer({ min: 1, max: 6 }),
  place: fc.constantFrom([], [orlen], [brisk], [country], [square, orlen], [orlen, country]),
  when: fc.constantFrom(null, "2021-03", "2021-03-04", "2021-03-05", "2021-03-04/2021-03-09"),
  accrual: fc.constantFrom(null, "cumulative" as const, "new" as const),
});

test("property: the order of arrival does not matter, and no measure holds two places or two days", () => {
  fc.assert(
    fc.property(fc.array(anyFigure, { maxLength: 9 }), fc.integer(), (figures, turn) => {
      const all = facts(figures.map(({ amount, place: where, when, accrual }): Said => [amount, { accrual }, { where, when }]));
      const ids = (list: readonly FigureFact[]): string => JSON.stringify(joinMeasures(list).map((m) => m.facts.map((f) => f.id)));
      const turned = all.map((_, index) => all[(index + Math.abs(turn)) % all.length]).flatMap((f) => f ?? []);
      assert.equal(ids(turned.reverse()), ids(all));
      for (const { scopes } of joinMeasures(all)) {
        const settled = new Set(scopes.filter((s) => !s.spot && s.place !== "").map((s) => s.place));
        assert.ok(settled.size <= 1);
        assert.ok(!(scopes.some((s) => s.when === "2021-03-04") && scopes.some((s) => s.when === "2021-03-05")));
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
