import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACE_WORDS, placeNamed, placeWithin } from "../../src/language/places.ts";
import type { PlaceLanguage } from "../../src/language/places.ts";
import list from "../../src/language/places.json" with { type: "json" };
import { precisions } from "../../src/model/words.ts";

const named: Readonly<Record<PlaceLanguage, readonly (readonly [string, string, string])[]>> = {
  en: [
    ["Almaty", "Almaty", "settlement"],
    ["Alma-Ata", "Almaty", "settlement"],
    ["Almaty region", "Almaty Region", "region"],
    ["Almaty Oblast", "Almaty Region", "region"],
    ["Nur-Sultan", "Astana", "settlement"],
    ["Aqtöbe", "Aktobe", "settlement"],
    ["Qyzylorda", "Kyzylorda", "settlement"],
    ["Kazakhstan's", "Kazakhstan", "country"],
    ["Kazakhstan’s", "Kazakhstan", "country"],
    ["BOGOTA", "Bogota", "settlement"],
    ["Bogotá", "Bogota", "settlement"],
    ["Republic Square", "Republic Square", "site"],
    ["UAE", "United Arab Emirates", "country"],
  ],
  ru: [
    ["Алматы", "Almaty", "settlement"],
    ["Алма-Ате", "Almaty", "settlement"],
    ["Таразе", "Taraz", "settlement"],
    ["Кызылординской области", "Kyzylorda Region", "region"],
    ["Кызылординской обл.", "Kyzylorda Region", "region"],
    ["Алматинскую область", "Almaty Region", "region"],
    ["области Абай", "Abai Region", "region"],
    ["площади Республики", "Republic Square", "site"],
    ["алматинского аэропорта", "Almaty Airport", "site"],
    ["Ауэзовском районе", "Auezov District", "district"],
    ["Семее", "Semey", "settlement"],
    ["Усть-Каменогорска", "Oskemen", "settlement"],
    ["Ростове-на-Дону", "Rostov-on-Don", "settlement"],
    ["Нижнем Новгороде", "Nizhny Novgorod", "settlement"],
    ["России", "Russia", "country"],
    ["Грозном", "Grozny", "settlement"],
    ["Могилёве", "Mogilev", "settlement"],
    ["Казанью", "Kazan", "settlement"],
    ["Ставрополем", "Stavropol", "settlement"],
    ["Афинах", "Athens", "settlement"],
    ["Египта", "Egypt", "country"],
    ["ВКО", "East Kazakhstan Region", "region"],
    ["США", "United States", "country"],
  ],
  kk: [
    ["Алматыда", "Almaty", "settlement"],
    ["Алматыдағы", "Almaty", "settlement"],
    ["Алматы облысының", "Almaty Region", "region"],
    ["Қызылорда облысында", "Kyzylorda Region", "region"],
    ["Таразда", "Taraz", "settlement"],
    ["Шымкентте", "Shymkent", "settlement"],
    ["Ақтөбеден", "Aktobe", "settlement"],
    ["Талдықорғаннан", "Taldykorgan", "settlement"],
    ["Ақтауға", "Aktau", "settlement"],
    ["Семейдің", "Semey", "settlement"],
    ["Қазақстанның", "Kazakhstan", "country"],
    ["Республика алаңында", "Republic Square", "site"],
    ["Бішкекке", "Bishkek", "settlement"],
    ["БҚО-да", "West Kazakhstan Region", "region"],
    ["АҚШ-та", "United States", "country"],
  ],
};

test("placeNamed: a name in any spelling and case gives the one English name", () => {
  for (const language of ["en", "ru", "kk"] as const)
    for (const [form, name, precision] of named[language]) assert.deepEqual(placeNamed(form, language), { name, precision }, form);
});

test("placeNamed: words that only look like a name give null", () => {
  const not: readonly (readonly [string, PlaceLanguage])[] = [
    ["turkey", "en"],
    ["chad", "en"],
    ["uae", "en"],
    ["Oral", "en"],
    ["almaty", "en"],
    ["Zyzzyva", "en"],
    ["таразе", "ru"],
    ["рим", "ru"],
    ["вко", "ru"],
    ["рк", "ru"],
    ["области", "ru"],
    ["Тараздами", "ru"],
    ["Есік", "kk"],
    ["Талас", "kk"],
    ["таразда", "kk"],
    ["", "ru"],
    [" ", "kk"],
  ];
  for (const [form, language] of not) assert.equal(placeNamed(form, language), null, form);
});

test("placeWithin follows the list upwards", () => {
  assert.equal(placeWithin("Republic Square", "Almaty"), true);
  assert.equal(placeWithin("Republic Square", "Kazakhstan"), true);
  assert.equal(placeWithin("Taraz", "Zhambyl Region"), true);
  assert.equal(placeWithin("Almaty", "Almaty Region"), false);
  assert.equal(placeWithin("Almaty", "Almaty"), false);
  assert.equal(placeWithin("Nowhere", "Almaty"), false);
});

test("places.json: names are unique, containers exist, no form is said of two places, none is longer than is looked for", () => {
  const names = new Set(list.map(({ name }) => name));
  assert.equal(names.size, list.length);
  for (const language of ["en", "ru", "kk"] as const) {
    const owners = new Map<string, string>();
    for (const { name, forms } of list)
      for (const form of forms[language]) {
        assert.equal(owners.get(form.toLowerCase()) ?? name, name, form);
        owners.set(form.toLowerCase(), name);
        assert.ok(form.split(" ").length <= PLACE_WORDS, form);
        assert.notEqual(placeNamed(form, language), null, form);
      }
  }
  for (const { name, precision, region } of list) {
    assert.ok((precisions as readonly string[]).includes(precision), name);
    assert.ok(region === null || names.has(region), name);
    assert.equal(placeWithin(name, name), false, `${name} lies in itself`);
  }
});
