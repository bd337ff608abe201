import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOffices } from "../../src/reconcile/offices/document.ts";
import { officeSet } from "../../src/reconcile/offices/set.ts";
import { antecedentOf, officeAfter, officeUse } from "../../src/reconcile/offices/use.ts";
import { claim, voice } from "../build.ts";

const keyOf = (mention: string, person: string | null = null): string | null => officeUse(mention, person)?.kind.key ?? null;

test("an office is known by its names in three languages, its holders and its spokespeople", () => {
  for (const [mention, key] of [
    ["the Prosecutor General's Office", "prosecutor-general"],
    ["Prosecutor General’s Office of Kazakhstan", "prosecutor-general"],
    ["Генеральной прокуратуре", "prosecutor-general"],
    ["Генпрокуратурой", "prosecutor-general"],
    ["Бас прокуратураның", "prosecutor-general"],
    ["пресс-служба Минздрава", "ministry-health"],
    ["Денсаулық сақтау министрлігінің өкілі", "ministry-health"],
    ["оперативный штаб МВД", "ministry-interior"],
    ["Kazakhstan's Interior Ministry", "ministry-interior"],
    ["ҰҚК", "national-security"],
    ["KNB", "national-security"],
    ["message attributed to the Ministry of Health", "ministry-health"],
  ] as const)
    assert.equal(keyOf(mention), key, mention);
  assert.equal(keyOf("Prosecutor General Dana Orlen", "Dana Orlen"), "prosecutor-general");
  assert.equal(keyOf("Исполняющий обязанности министра внутренних дел Ержан Тур", "Ержан Тур"), "ministry-interior");
});

test("a name with an office's word in it is not that office", () => {
  for (const mention of [
    "Ministry of Sound",
    "Ministry of Health Workers' Union",
    "critics of the Ministry of Health",
    "Dana Orlen",
    "the ministry",
  ])
    assert.equal(keyOf(mention), null, mention);
  assert.equal(keyOf("Interior Minister Dana Orlen"), null, "an unknown capital word, when nobody says that it is a person");
});

test("what follows a name gives its office only through a word that holds one", () => {
  assert.equal(officeAfter(", a spokeswoman for the Ministry of Health, said")?.kind.key, "ministry-health");
  assert.equal(officeAfter(", who heads criminal prosecution at the Prosecutor General's Office, told")?.kind.key, "prosecutor-general");
  assert.equal(officeAfter(", who sued the Ministry of Health, said"), null);
  assert.equal(officeAfter(" said that the Ministry of Health"), null);
});

test("the ministry goes back to a ministry, the office to any office, a name to nothing", () => {
  assert.equal(antecedentOf("the ministry", null), "ministry");
  assert.equal(antecedentOf("ведомство", null), "any");
  assert.equal(antecedentOf("office's press service", null), "any");
  assert.equal(antecedentOf("Rescue Board", null), null);
  assert.equal(antecedentOf("the river ministry", null), null);
});

test("an acronym is learned where its letters are spelled out before it, and nowhere else", () => {
  const short = (text: string): readonly string[] => documentOffices(text, []).acronyms.map(({ long }) => long);
  assert.deepEqual(short("The River Safety Council (RSC) met."), ["River Safety Council"]);
  assert.deepEqual(short("Комитет национальной безопасности (КНБ) сообщил."), ["Комитет национальной безопасности"]);
  assert.deepEqual(short("He spoke to the board (RSC)."), []);
});

test("one document's ministry of one country is another's when the set knows one country, not when it knows two", () => {
  const named = (text: string): ReturnType<typeof documentOffices> => {
    const name = text.slice(0, text.indexOf(":"));
    return documentOffices(text, [claim({ voice: [voice(name, { start: 0, end: name.length })] })]);
  };
  const [plain, here, there] = ["Ministry of Health: 4.", "Ministry of Health of Kazakhstan: 4.", "Ministry of Health of Russia: 4."].map(
    named,
  );
  assert.ok(plain && here && there);
  const name = (of: typeof plain, set: ReturnType<typeof officeSet>): string | undefined =>
    set.officeOf("Ministry of Health", of.offices[0] ?? null)?.name;
  const notes = (documents: readonly (typeof plain)[]): Parameters<typeof officeSet>[0] => ({
    offices: documents.flatMap(({ offices }) => offices),
    people: [],
    acronyms: [],
  });
  const one = officeSet(notes([plain, here]));
  assert.deepEqual([name(plain, one), name(here, one)], ["Ministry of Health", "Ministry of Health"]);
  const two = officeSet(notes([here, there]));
  assert.deepEqual([name(here, two), name(there, two)], ["Ministry of Health (Kazakhstan)", "Ministry of Health (Russia)"]);
});
