import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf, declined } from "../../../src/language/ru/cases.ts";
import { personNominative } from "../../../src/language/ru/names.ts";

test("personNominative: endings tell, and where two readings are possible, what governs the name does", () => {
  const rows: readonly (readonly [string, boolean, string])[] = [
    ["Асель Артакшиновой", true, "Асель Артакшинова"],
    ["Анны Серовой", true, "Анна Серова"],
    ["Марии Серовой", true, "Мария Серова"],
    ["Серика Шалабаева", true, "Серик Шалабаев"],
    ["Касым-Жомарта Токаева", true, "Касым-Жомарт Токаев"],
    ["Сергея Ланина", true, "Сергей Ланин"],
    ["Игоря Ланского", true, "Игорь Ланский"],
    ["Анна Серова", false, "Анна Серова"],
    ["Берик Асылов", true, "Берик Асылов"],
    ["Токаевым", true, "Токаев"],
    ["Айгуль Шевченко", true, "Айгуль Шевченко"],
  ];
  for (const [form, oblique, name] of rows)
    assert.equal(
      personNominative(form.split(" "), oblique, () => false),
      name,
      form,
    );
  assert.equal(
    personNominative(["Серова"], false, (form) => form === "Серов"),
    "Серов",
  );
  assert.equal(
    personNominative(["Серова"], false, () => false),
    "Серова",
  );
});

test("casesOf and declined: paradigms by ending", () => {
  assert.deepEqual(casesOf("тараз"), [
    ["тараз"],
    ["тараза"],
    ["таразу"],
    ["", "а"].map((ending) => `тараз${ending}`),
    ["таразом", "таразем"],
    ["таразе"],
  ]);
  assert.deepEqual(casesOf("алматы").length > 0, true);
  assert.deepEqual(casesOf("баку"), []);
  const region = declined("кызылординская область");
  for (const form of ["кызылординская область", "кызылординской области", "кызылординскую область", "кызылординской областью"])
    assert.ok(region.has(form), form);
  assert.ok(!region.has("кызылординская области"));
  assert.ok(declined("площадь республики").has("площади республики"));
  assert.ok(!declined("площадь республики").has("площадь республике"));
});
