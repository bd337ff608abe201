import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Being } from "../../src/reconcile/name.ts";
import { isCount, isGeneric, nameOf, surnameOf } from "../../src/reconcile/name.ts";
import type { Expansion } from "../../src/reconcile/names.ts";
import { joinNames } from "../../src/reconcile/names.ts";

function groups(forms: readonly string[], expansions: readonly Expansion[] = []): readonly (readonly string[])[] {
  return joinNames(
    forms.map((form) => ({ form, count: 1, hint: null })),
    expansions,
  ).map((group) => group.forms);
}

const situations: readonly (readonly [name: string, forms: readonly string[], groups: readonly (readonly string[])[]])[] = [
  ["a surname and the full name", ["Orlen", "Dana Orlen"], [["Dana Orlen", "Orlen"]]],
  ["a surname that two bear", ["Orlen", "Dana Orlen", "Piet Orlen"], [["Dana Orlen"], ["Orlen"], ["Piet Orlen"]]],
  ["a first name is not a surname", ["Dana", "Dana Orlen"], [["Dana"], ["Dana Orlen"]]],
  ["a middle name", ["Dana Orlen", "Dana Maria Orlen"], [["Dana Maria Orlen", "Dana Orlen"]]],
  ["an initial", ["D. Orlen", "Dana Orlen"], [["D. Orlen", "Dana Orlen"]]],
  ["an initial that two share", ["D. Orlen", "Dana Orlen", "Dirk Orlen"], [["D. Orlen"], ["Dana Orlen"], ["Dirk Orlen"]]],
  ["the surname of one person in two forms", ["Orlen", "D. Orlen", "Dana Orlen"], [["D. Orlen", "Dana Orlen", "Orlen"]]],
  ["two middle names", ["Dana Orlen", "Dana Maria Orlen", "Dana Ruth Orlen"], [["Dana Maria Orlen"], ["Dana Orlen"], ["Dana Ruth Orlen"]]],
  ["a title", ["President Orlen", "Dana Orlen"], [["Dana Orlen", "President Orlen"]]],
  ["a possessive", ["Orlen’s", "Dana Orlen"], [["Dana Orlen", "Orlen’s"]]],
  ["case and apostrophe", ["Dana O'Rell", "Dana O’Rell", "DANA O'RELL"], [["DANA O'RELL", "Dana O'Rell", "Dana O’Rell"]]],
  ["an article", ["the Audit Office", "Audit Office"], [["Audit Office", "the Audit Office"]]],
  ["a longer office is another", ["Audit Office", "Regional Audit Office"], [["Audit Office"], ["Regional Audit Office"]]],
  ["an office is nobody's surname", ["Office", "Audit Office"], [["Audit Office"], ["Office"]]],
  ["an acronym written out", ["National Rescue Board (NRB)", "NRB"], [["NRB", "National Rescue Board (NRB)"]]],
  [
    "with the bare name",
    ["National Rescue Board (NRB)", "the National Rescue Board"],
    [["National Rescue Board (NRB)", "the National Rescue Board"]],
  ],
  ["an acronym alone", ["NRB", "National Rescue Board"], [["NRB"], ["National Rescue Board"]]],
  [
    "an acronym written out in two ways",
    ["NRB", "National Rescue Board (NRB)", "New Reform Bureau (NRB)"],
    [["NRB"], ["National Rescue Board (NRB)"], ["New Reform Bureau (NRB)"]],
  ],
  ["Cyrillic surname", ["Орленов", "Данат Орленов"], [["Данат Орленов", "Орленов"]]],
  ["ё and е", ["Пётр Орленов", "Петр Орленов"], [["Петр Орленов", "Пётр Орленов"]]],
  ["surname first with a patronymic", ["Орленов", "Орленов Данат Петрович"], [["Орленов", "Орленов Данат Петрович"]]],
  ["the same words in another order", ["Данат Орленов", "Орленов Данат"], [["Данат Орленов", "Орленов Данат"]]],
  ["a case form is not joined", ["Орленова", "Данат Орленов"], [["Данат Орленов"], ["Орленова"]]],
  ["Kazakh letters", ["Әлібек Қорған", "Қорған"], [["Қорған", "Әлібек Қорған"]]],
  ["two scripts are not joined", ["Dana Orlen", "Дана Орлен"], [["Dana Orlen"], ["Дана Орлен"]]],
  ["homographs of two scripts are not joined", ["Orlen", "Dana Оrlen"], [["Dana Оrlen"], ["Orlen"]]],
];

for (const [name, forms, expected] of situations) {
  test(`names: ${name}`, () => {
    const sort = (list: readonly (readonly string[])[]): string =>
      JSON.stringify([...list].sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1)));
    assert.equal(sort(groups(forms)), sort(expected));
    assert.equal(sort(groups([...forms].reverse())), sort(expected), "in the other order");
  });
}

test("an acronym that a text gives in brackets after the name", () => {
  assert.deepEqual(groups(["NRB", "National Rescue Board"], [{ long: "National Rescue Board", short: "NRB" }]), [
    ["NRB", "National Rescue Board"],
  ]);
  assert.deepEqual(
    groups(["NRB", "Audit Office"], [{ long: "National Rescue Board", short: "NRB" }]).length,
    2,
    "the long name is nowhere",
  );
});

test("what was joined and what was not says why", () => {
  const reasonsOf = (forms: readonly string[], name: string): readonly string[] =>
    joinNames(forms.map((form) => ({ form, count: 1, hint: null }))).find((group) => group.forms.includes(name))?.reasons ?? [];
  assert.deepEqual(reasonsOf(["Orlen", "Dana Orlen"], "Orlen"), [
    "“Orlen” is the surname of “Dana Orlen”, and of nobody else named in full.",
  ]);
  assert.deepEqual(reasonsOf(["Orlen", "Dana Orlen", "Piet Orlen"], "Orlen"), [
    "“Orlen” could be “Dana Orlen” or “Piet Orlen”: joined with none.",
  ]);
  assert.deepEqual(reasonsOf(["Dana Orlen"], "Dana Orlen"), []);
});

test("the fullest form names the group", () => {
  const [group] = joinNames(["Orlen", "D. Orlen", "Dana Orlen"].map((form) => ({ form, count: 5, hint: null })));
  assert.equal(group?.name, "Dana Orlen");
});

const beings: readonly (readonly [form: string, being: Being])[] = [
  ["Dana Orlen", "person"],
  ["Orlen", "person"],
  ["President Orlen", "person"],
  ["NRB", "organisation"],
  ["Audit Office", "organisation"],
  ["the Ministry of Roads", "organisation"],
  ["Министерство дорог", "organisation"],
  ["прокуратура Орленской области", "organisation"],
  ["Жол министрлігі", "organisation"],
  ["the prosecutor's office", "organisation"],
  ["the National Guard", "organisation"],
  ["Police", "organisation"],
  ["Officials", "group"],
  ["NGOs", "group"],
  ["Security forces", "group"],
  ["security forces", "group"],
  ["residents of Orlen", "group"],
  ["villagers", "group"],
];

test("what a name is a name of", () => {
  for (const [form, being] of beings) assert.equal(nameOf(form).being, being, form);
  assert.equal(nameOf("Courier", "organisation").being, "organisation", "a hint decides where the name does not");
  assert.equal(nameOf("Dana Orlen's Office", "person").being, "organisation", "a word of the name goes before the hint");
});

test("pronouns and words for anybody are generic", () => {
  for (const form of ["he", "They", "people", "the people", "он", "люди", "…"]) assert.ok(isGeneric(form), form);
  for (const form of ["Orlen", "old people", "villagers", "Audit Office"]) assert.ok(!isGeneric(form), form);
});

test("a number of people is no name", () => {
  for (const form of [
    "two children",
    "About 9,900",
    "more than 200 people",
    "225",
    "the 19 officers",
    "несколько человек",
    "жүздеген адам",
  ])
    assert.ok(isCount(form), form);
  for (const form of ["Dana Orlen", "Channel 5", "24.kz", "villagers", "Audit Office"]) assert.ok(!isCount(form), form);
});

test("surnames", () => {
  assert.equal(surnameOf(nameOf("Dana Orlen")), "orlen");
  assert.equal(surnameOf(nameOf("Данат Петрович Орленов")), "орленов");
  assert.equal(surnameOf(nameOf("Орленов Данат Петрович")), "орленов");
  assert.equal(surnameOf(nameOf("Orlen")), null);
  assert.equal(surnameOf(nameOf("Audit Office")), null);
});

test("property: any forms in any order give the same groups, each form once", () => {
  const word = fc.constantFrom(
    "Dana",
    "Piet",
    "D.",
    "Orlen",
    "Brisk",
    "Office",
    "the",
    "NRB",
    "(NRB)",
    "Орлен",
    "Петрович",
    "x",
    "'s",
    "President",
  );
  const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.uniqueArray(form, { maxLength: 8 }), fc.integer(), (forms, turn) => {
      const all = groups(forms);
      const rotated = forms.map((_, index) => forms[(index + Math.abs(turn)) % forms.length] ?? "");
      assert.equal(JSON.stringify(groups(rotated)), JSON.stringify(all));
      assert.equal(new Set(all.flat()).size, all.flat().length);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("property: no text makes it throw", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), (forms) => {
      groups(forms);
    }),
    { seed: 12, numRuns: 200 },
  );
});
