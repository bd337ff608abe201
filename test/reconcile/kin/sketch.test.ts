/** What a document is sketched by: marks, anchors, credits, houses. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anchorsIn } from "../../../src/reconcile/kin/anchors.ts";
import { creditsIn } from "../../../src/reconcile/kin/credits.ts";
import { marksIn } from "../../../src/reconcile/kin/marks.ts";
import { houseOf, isStaff, outletKey, outletNamed } from "../../../src/reconcile/kin/outlets.ts";
import { retellingOf } from "../../../src/reconcile/kin/retold.ts";
import { mayBeOne, skeletonOf } from "../../../src/reconcile/kin/skeleton.ts";

const word = fc.stringMatching(/^[a-z]{3,7}$/);

test("any eleven words in a row that two texts share give both a mark in common (winnowing, the guarantee)", () => {
  const words = (least: number, most: number): fc.Arbitrary<string> =>
    fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(" "));
  fc.assert(
    fc.property(words(11, 40), words(0, 30), words(0, 30), words(0, 30), (shared, before, after, other) => {
      const a = new Set(marksIn(`${before} ${shared} ${after}`).map(({ hash }) => hash));
      assert.ok(marksIn(`${other} ${shared}`).some(({ hash }) => a.has(hash)));
    }),
  );
});

test("marks: case and punctuation do not matter, a short text has none, places are those of the text", () => {
  const hashes = (text: string): readonly number[] => marksIn(text).map(({ hash }) => hash);
  assert.deepEqual(hashes("Guards shut the gate at noon."), hashes("guards shut — the GATE, at noon"));
  assert.deepEqual(hashes("Three words only"), []);
  assert.notDeepEqual(hashes("one two three four"), hashes("four three two one"));
  const text = "  Rain fell on the empty yard";
  assert.ok(marksIn(text).every(({ at }) => /\p{L}/u.test(text.charAt(at))));
});

const skeletons: readonly (readonly [string, string])[] = [
  ["Chernykh", "Черных"],
  ["Shalabayev", "Шалабаев"],
  ["Zhaksylykov", "Жаксылыков"],
  ["Сейітов", "Сеитов"],
  ["Айгүл", "Айгуль"],
  ["Ghulam", "Гулам"],
  ["Tsvetkov", "Цветков"],
];

for (const [a, b] of skeletons) {
  test(`skeleton: ${a} and ${b} have the same consonants`, () => {
    assert.equal(skeletonOf(a), skeletonOf(b));
  });
}

test("skeleton: two names may be one by surname and first name, never by one of them alone", () => {
  assert.equal(mayBeOne("Marat Ilyasov", "Марат Ильясов"), true);
  assert.equal(mayBeOne("Dr Ilyasov", "Марат Ильясов"), false);
  assert.equal(mayBeOne("Ilyasov", "Марат Ильясов"), true);
  assert.equal(mayBeOne("Dana Ilyasov", "Марат Ильясов"), false);
  assert.equal(mayBeOne("ministry", "министерство"), false);
});

test("anchors: one number however it is written, names inside sentences, no days or months", () => {
  const keys = (text: string): readonly string[] => anchorsIn(text, []).map(({ key }) => key);
  assert.deepEqual(keys("about 4,500 of 4 500"), ["#4500"]);
  assert.deepEqual(keys("at 09:15 and 9.15"), ["#9:15"]);
  assert.deepEqual(keys("On Monday in June they saw Karst and Karst"), [skeletonOf("Karst")]);
  assert.deepEqual(keys("Karst left. Belan stayed"), []);
});

const told = (numbers: readonly number[], filler: string): ReturnType<typeof anchorsIn> =>
  anchorsIn(numbers.map((number) => `${filler} ${number} people`).join(". "), []);

test("retold: numbers in one order are a report told again; in another order, or few of them, are not", () => {
  const numbers = [17, 46, 61, 80, 12, 14];
  assert.notEqual(retellingOf(told(numbers, "there were"), told(numbers, "they counted")), null);
  assert.equal(retellingOf(told(numbers, "there were"), told([...numbers].reverse(), "they counted")), null);
  assert.equal(retellingOf(told([17, 46], "there were"), told([17, 46], "they counted")), null);
  assert.equal(
    retellingOf(told(numbers, "x"), told([...numbers.slice(0, 5), 301, 302, 303, 304, 305, 306, 307, 308], "y"))?.keys.length,
    5,
  );
});

const outlets: readonly (readonly [string, string | null])[] = [
  ["Reuters", "Reuters"],
  ["Reuters reports", "Reuters"],
  ["агентство «Интерфакс»", "Interfax"],
  ["Agence France-Presse", "AFP"],
  ["AP", "AP"],
  ["ap", null],
  ["Азаттык", "RFE/RL"],
  ["Marsa Post", null],
  ["Ministry of Health", null],
];

for (const [name, outlet] of outlets) {
  test(`outlet: ${name} is ${outlet ?? "not listed"}`, () => {
    assert.equal(outletNamed(name), outlet);
  });
}

test("outlets: an unlisted one goes by its own name without the article and the kind", () => {
  assert.equal(outletKey("The Ford Echo"), outletKey("Ford Echo"));
  assert.equal(outletKey("газета «Маяк»"), outletKey("Маяк"));
  assert.notEqual(outletKey("Isker Daily"), outletKey("Isker Herald"));
  assert.equal(isStaff("our correspondent"), true);
  assert.equal(isStaff("journalists"), false);
});

const houses: readonly (readonly [string | null, string | null])[] = [
  ["https://business.observer.example/9", "observer.example"],
  ["https://observer.example:8080/news?x=1", "observer.example"],
  ["https://www.herald.co.uk/a", "herald.co.uk"],
  ["https://rus.azattyq.org/a/1.html", "RFE/RL"],
  ["https://t.me/somebody/12", null],
  ["https://paper.blogspot.com/", null],
  ["http://10.0.0.1/a", null],
  ["ftp://files.example/a", null],
  [null, null],
];

for (const [url, house] of houses) {
  test(`house: ${url ?? "no address"} is of ${house ?? "none"}`, () => {
    assert.equal(houseOf(url), house);
  });
}

const credits: readonly (readonly [string, string | null, readonly string[]])[] = [
  ["MARRO, June 1 (Reuters) - Rebels took the airfield.", "Reuters", []],
  ["Rebels took the airfield.\n\nSource: Associated Press", "AP", []],
  ["Повстанцы заняли аэродром.\n\nИсточник: ТАСС", "TASS", []],
  ["Rebels took the airfield. — AFP", "AFP", []],
  ["Rebels took it, according to the Lantern Project.", null, ["the Lantern Project"]],
  ["Заняли, сообщает «Интерфакс».", null, ["Interfax"]],
  ["Ұсталды, деп хабарлайды КазТАГ. Полиция үнсіз.", null, ["KazTAG"]],
  ["The Ford Echo reported dogs.", null, ["The Ford Echo"]],
  ["A photographer for Reuters was told to go.", null, []],
  ["The rebels (who are Reuters readers) left.", null, []],
];

for (const [text, whole, cited] of credits) {
  test(`credits: ${text.slice(0, 50)}`, () => {
    const found = creditsIn(text);
    assert.equal(found.whole, whole);
    assert.deepEqual(
      found.cited.map(({ outlet }) => outlet),
      cited,
    );
  });
}
