/** What the guide promises of the corpus holds for every document. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadCorpus } from "../../eval/corpus.ts";
import { genres } from "../../eval/labels.ts";

const root = join(import.meta.dirname, "../../eval");
const { documents, faults } = loadCorpus(join(root, "corpus"));

test("every label file is sound", () => {
  assert.deepEqual(faults, []);
});

test("114 English, 10 Russian and 5 Kazakh documents, every genre in both parts", () => {
  const count = (language: string, unseen: boolean): number =>
    documents.filter((document) => document.language === language && document.unseen === unseen).length;
  assert.deepEqual([count("en", false), count("en", true)], [77, 37]);
  assert.deepEqual([count("ru", false), count("ru", true)], [7, 3]);
  assert.deepEqual([count("kk", false), count("kk", true)], [3, 2]);
  for (const genre of genres)
    for (const unseen of [false, true])
      assert.ok(
        documents.filter((document) => document.language === "en" && document.genre === genre && document.unseen === unseen).length >= 3,
      );
});

test("the unseen third is the one that was fixed", () => {
  for (const { name, language, unseen } of documents) {
    const number = Number(/\d+$/.exec(name)?.[0]);
    const fixed = language === "kk" ? number === 2 || number === 4 : number % 3 === 0 || name === "ngo-10";
    assert.equal(unseen, fixed, name);
  }
});

test("English documents have 80 to 350 words", () => {
  for (const { name, language, text } of documents) {
    const words = text.split(/\s+/).length - 1;
    if (language === "en") assert.ok(words >= 80 && words <= 350, `${name}: ${String(words)} words`);
  }
});

test("a weekday in the words is the weekday of the date", () => {
  const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  let checked = 0;
  for (const { claims } of documents) {
    for (const { at, when, whenText, asOf, asOfText } of claims) {
      for (const [value, phrase] of [
        [when, whenText],
        [asOf, asOfText],
      ] as const) {
        const named = days.filter((day) => phrase?.toLowerCase().includes(day));
        if (value === null || named.length === 0) continue;
        checked++;
        const dates = value.split("/").flatMap((end) => /\d{4}-\d\d-\d\d/.exec(end)?.[0] ?? []);
        const weekdays = dates.map((date) => days[new Date(date).getUTCDay()]);
        assert.ok(
          named.every((day) => weekdays.includes(day)),
          `${at}: ${String(phrase)} is not ${value}`,
        );
      }
    }
  }
  assert.ok(checked > 60);
});

test("few labels are optional", () => {
  const claims = documents.flatMap((document) => document.claims);
  assert.ok(claims.filter((claim) => claim.optional).length / claims.length < 1 / 6);
});

test("the negative file has 500 sentences, each once", () => {
  const lines = readFileSync(join(root, "negative.txt"), "utf8").trimEnd().split("\n");
  assert.equal(lines.length, 500);
  assert.equal(new Set(lines).size, 500);
});
