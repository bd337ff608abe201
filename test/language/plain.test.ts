import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { analysePlain, plainForm } from "../../src/language/plain.ts";
import { segmentText } from "../../src/language/segments.ts";

function tokens(text: string): readonly string[] {
  return analysePlain(text, [{ start: 0, end: text.length, paragraph: 0 }]).tokens.map(({ text: word, tag }) =>
    tag === "NUM" ? `#${word}` : word,
  );
}

test("analysePlain: words, numbers and marks", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["Погибли 225 человек.", ["Погибли", "#225", "человек", "."]],
    ["4 353 и 38\u00a0000", ["#4 353", "и", "#38\u00a0000"]],
    ["12 345 678, 5,8 тыс.", ["#12 345 678", ",", "#5,8", "тыс", "."]],
    ["1 2 3", ["#1", "#2", "#3"]],
    ["в 2022 100 человек", ["в", "#2022", "#100", "человек"]],
    ["19-ы 238-ге 25-летний", ["#19-ы", "#238-ге", "#25-летний"]],
    ["в т.ч. пресс-служба Нур-Султана", ["в", "т.ч", ".", "пресс-служба", "Нур-Султана"]],
    ["«Хабар 24»", ["«", "Хабар", "#24", "»"]],
    ["Құқық қорғау, 30%", ["Құқық", "қорғау", ",", "#30", "%"]],
  ];
  for (const [text, words] of rows) assert.deepEqual(tokens(text), words, text);
});

test("plainForm folds case, ё, hyphens and apostrophes, nothing else", () => {
  assert.equal(plainForm("Ещё"), "еще");
  assert.equal(plainForm("Пресс‑служба"), "пресс-служба");
  assert.equal(plainForm("Кот-д’Ивуар"), "кот-д'ивуар");
  assert.equal(plainForm("ҚАЗАҚСТАН"), "қазақстан");
});

test("analysePlain: tokens lie in their sentences, in order, without overlap, and hold the text exactly", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("а", "Я", "қ", "5", " ", ".", ",", "-", "\u00a0", "\n", "«", "»", "’", "%", "7"), maxLength: 80 }),
      (text) => {
        const { tokens: all, sentences } = analysePlain(text, segmentText(text));
        let before = 0;
        all.forEach((token, at) => {
          assert.equal(token.at, at);
          assert.equal(text.slice(token.start, token.end), token.text);
          assert.ok(token.start >= before && token.end > token.start);
          before = token.end;
          const sentence = sentences[token.sentence]!;
          assert.ok(sentence.start <= token.start && token.end <= sentence.end && sentence.first <= at && at < sentence.last);
        });
      },
    ),
    { seed: 20220115, numRuns: 300 },
  );
});
