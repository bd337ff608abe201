import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { identifyLanguages } from "../../src/language/identify.ts";
import table from "../../src/language/identify.json" with { type: "json" };
import { english, kazakh, others, russian } from "./samples.ts";

const read = { en: english, ru: russian, kk: kazakh };

for (const [language, paragraphs] of Object.entries({ ...read, ...others })) {
  test(`paragraphs in ${language} are told to be so`, () => {
    for (const paragraph of paragraphs) {
      assert.deepEqual(identifyLanguages(paragraph), { language, passages: [{ start: 0, end: paragraph.length, language }] }, paragraph);
    }
  });
}

test("sentences of the three languages are told, long ones all, and never taken for another of the three", () => {
  for (const [language, paragraphs] of Object.entries(read)) {
    for (const sentence of paragraphs.flatMap((paragraph) => paragraph.split(/(?<=\.) /))) {
      assert.equal(identifyLanguages(sentence).language, language, sentence);
    }
  }
});

test("short English is never called something else", () => {
  for (const text of [
    "Death toll rises",
    "Internet restored",
    "Mayor: five hurt",
    "No bread",
    "Fire in Karaby",
    "Almaty, January 6",
    "BREAKING: shots fired",
    "Tokayev resigns",
    "Police deny report",
    "Q&A",
  ]) {
    assert.equal(identifyLanguages(text).language, "en", text);
  }
});

test("short Russian and Kazakh", () => {
  for (const text of ["Число погибших растёт", "Интернет восстановлен", "Мэр: пятеро раненых", "Пожар в порту"])
    assert.equal(identifyLanguages(text).language, "ru", text);
  for (const text of ["Қаза тапқандар саны өсті", "Интернет қалпына келтірілді", "Нан жоқ, су жоқ, байланыс жоқ", "Бұйрықты кім берді?"]) {
    assert.equal(identifyLanguages(text).language, "kk", text);
  }
});

test("names from another language do not change the verdict", () => {
  assert.equal(
    identifyLanguages("О встрече Санжара Қожаұлы с Әлімом Өтеғұловым сообщил Ерлан Қарин, передаёт агентство из Көкшетау.").language,
    "ru",
  );
  assert.equal(identifyLanguages("Officials in Łódź and Malmö told Der Spiegel that Nguyễn Văn Ánh had left the city.").language, "en");
  assert.equal(identifyLanguages("According to «Қазақ үні», five people were hurt in Көлдібай.").language, "en");
});

test("Kazakh in Latin or Arabic letters is not said to be Kazakh: no reader reads it", () => {
  assert.notEqual(
    identifyLanguages("Qala äkimi seısenbi kúni port basqarmasynyń qaqpasyn buzyp kirgen kezde keminde on tórt adam jaraqat alǵanyn aıtty.")
      .language,
    "kk",
  );
  assert.equal(identifyLanguages("قالا اكىمى سەيسەنبى كۇنى كەمىندە ون ءتورت ادام جاراقات العانىن ايتتى").language, null);
});

test("stretches: paragraphs in different languages are told apart, neighbours in one are joined", () => {
  const text = [russian[0], russian[1], "", kazakh[0], kazakh[1], english[0], others.de?.[0] ?? ""].join("\n");
  const { passages } = identifyLanguages(text);
  assert.deepEqual(
    passages.map(({ language }) => language),
    ["ru", "kk", "en", "de"],
  );
  assert.equal(text.slice(passages[1]?.start).startsWith(kazakh[0] ?? "?"), true);
});

test("headings and lines of numbers go with their text", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [`Итоги\n\n${russian[0] ?? ""}\n\n14 + 2\n\nОчевидцы\n${russian[1] ?? ""}`, ["ru"]],
    [`Порт\n${kazakh[0] ?? ""}\n1. 2. 3.\nАэропорт\n${kazakh[1] ?? ""}`, ["kk"]],
    [`${russian[0] ?? ""}\nҚала\n${kazakh[0] ?? ""}`, ["ru", "kk"]],
    [`12\n${english[0] ?? ""}`, ["en"]],
    [`Berlin\n\n${english[0] ?? ""}`, ["en"]],
  ];
  for (const [text, languages] of cases) {
    assert.deepEqual(
      identifyLanguages(text).passages.map(({ language }) => language),
      languages,
      text.slice(0, 40),
    );
  }
});

test("a paragraph wrapped into short lines is one piece of evidence", () => {
  for (const [language, paragraphs] of [
    ["ru", russian],
    ["kk", kazakh],
    ["uk", others.uk ?? []],
    ["de", others.de ?? []],
  ] as const) {
    const wrapped = paragraphs.join("\n\n").replaceAll(/((?:\S+ ){2}\S+) /g, "$1\n");
    assert.deepEqual(identifyLanguages(wrapped).passages, [{ start: 0, end: wrapped.length, language }]);
  }
});

test("nothing to tell: no letters, no language", () => {
  assert.deepEqual(identifyLanguages(""), { language: null, passages: [] });
  assert.deepEqual(identifyLanguages("14 + 7\n= 21"), { language: null, passages: [{ start: 0, end: 11, language: "und" }] });
});

test("a language outside the table is not said to be one that is read", () => {
  for (const text of [
    "Umphakathi wasesigodini usucele ukuthi kwenziwe uphenyo oluzimele ngalokho okwenzekile ngobusuku",
    "Alkateak asteartean esan zuen gutxienez hamalau lagun zauritu zirela jendetzak portuko bulegoko ateak hautsi zituenean",
    "Ҡала хакимы шишәмбе көнө порт идаралығы ҡапҡаһын ватып кергәндә кәмендә ун дүрт кеше яраланғанын белдерҙе",
    "Гӏалин мэра шинарин дийнахь аьлла, порт урхаллин ков дохийна чуваьлла нах",
  ]) {
    assert.ok(!["en", "ru", "kk"].includes(identifyLanguages(text).language ?? ""), `${text}: ${String(identifyLanguages(text).language)}`);
  }
});

test("stretches cover any text from end to end without gaps, and neighbours differ", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(...english, ...russian, ...kazakh, ...(others.de ?? []), "\n", "\n\n", "12\n", "\r\n", "日本語\n"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const { passages } = identifyLanguages(text);
      let at = 0;
      passages.forEach(({ start, end, language }, index) => {
        assert.equal(start, at);
        assert.ok(end > start);
        assert.notEqual(language, passages[index - 1]?.language);
        at = end;
      });
      assert.equal(at, text.length);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("five kilobytes take about a millisecond, and time grows with length only", () => {
  const page = `${russian.join("\n\n")}\n\n`.repeat(3).slice(0, 5_000);
  for (let warm = 0; warm < 100; warm += 1) identifyLanguages(page);
  const began = performance.now();
  for (let run = 0; run < 50; run += 1) identifyLanguages(page);
  assert.ok((performance.now() - began) / 50 < 5, "five times the usual is a fault, not a busy machine");
  const lines = performance.now();
  identifyLanguages("a\n".repeat(500_000));
  assert.ok(performance.now() - lines < 5_000);
});

test("the table holds: at most 32 languages a script, no word listed twice, letters of one code unit", () => {
  for (const script of ["Latin", "Cyrillic"]) assert.ok(table.filter((row) => row.script === script).length <= 32);
  for (const { language, letters } of table)
    assert.equal(
      [...letters].every((letter) => letter.length === 1),
      true,
      language,
    );
});
