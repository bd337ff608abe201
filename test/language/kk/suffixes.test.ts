import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutCase } from "../../../src/language/kk/strip.ts";
import { harmonyOf, suffixed } from "../../../src/language/kk/suffixes.ts";

test("suffixed: harmony and the last sound choose the suffix", () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["алматы", ["алматының", "алматыға", "алматыны", "алматыда", "алматыдан", "алматымен", "алматыдағы"], ["алматыге", "алматыта"]],
    ["шымкент", ["шымкенттің", "шымкентке", "шымкентті", "шымкентте", "шымкенттен", "шымкентпен"], ["шымкентқа", "шымкентда"]],
    ["жаңаөзен", ["жаңаөзеннің", "жаңаөзенге", "жаңаөзенді", "жаңаөзенде", "жаңаөзеннен"], ["жаңаөзенден"]],
    ["тараз", ["тараздың", "таразға", "таразда", "тараздан", "таразбен"], ["таразта"]],
    ["алматы облысы", ["алматы облысының", "алматы облысына", "алматы облысында", "алматы облысынан"], []],
    ["шалабаев", ["шалабаевтың", "шалабаевтің"], []],
  ];
  for (const [word, yes, no] of rows) {
    const forms = suffixed(word);
    for (const form of yes) assert.ok(forms.has(form), form);
    for (const form of no) assert.ok(!forms.has(form), form);
  }
  assert.ok(suffixed("бқо", true).has("бқо-да"));
  assert.deepEqual([harmonyOf("тараз"), harmonyOf("шымкент"), harmonyOf("баку")], [["back"], ["front"], ["back", "front"]]);
});

test("withoutCase takes off what the laws of sound allow, and doubtful endings only when the stem is heard", () => {
  const never = (): boolean => false;
  assert.equal(withoutCase("Шалабаевтың", never), "Шалабаев");
  assert.equal(withoutCase("Асыловтың", never), "Асылов");
  assert.equal(withoutCase("Асылов", never), "Асылов");
  assert.equal(withoutCase("Дана", never), "Дана");
  assert.equal(withoutCase("Қанатты", never), "Қанатты");
  assert.equal(
    withoutCase("Қанатты", (form) => form === "Қанат"),
    "Қанат",
  );
});
