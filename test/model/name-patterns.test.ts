import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { namePatterns, wholeWords } from "../../src/model/name-patterns.ts";

const found = (forms: readonly string[], text: string): readonly string[] =>
  [...text.matchAll(new RegExp(wholeWords(namePatterns(forms).join("|")), "gu"))].map(([match]) => match);

test("a name is found whole, by its family name, with a hyphen, over a line end and in Cyrillic endings", () => {
  for (const [forms, text, wanted] of [
    [["Dana Orlen"], "Dana Orlen and Orlen's lawyer", ["Dana Orlen", "Orlen"]],
    [["Dana Orlen"], "Dana\n  Orlen", ["Dana\n  Orlen"]],
    [["Ilvo Bender-Bek"], "Mr Bender-Bek said", ["Bender-Bek"]],
    [["Дана Орленова"], "задержана Орленову у дома", ["Орленову"]],
    [["Benderbeka"], "Benderbekaa, Benderbeki", ["Benderbekaa", "Benderbeki"]],
    // What only begins alike, or is a short last word, is left alone.
    [["Dana Orlen"], "Orlenov and Danae", []],
    [["Dana Li"], "Li said", []],
  ] as const)
    assert.deepEqual(found(forms, text), wanted, `${forms.join()} in ${text}`);
});

test("whatever a name is made of, its pattern is one and finds it", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("AbcЖя-.()[]{}|/\\^$*+?' ")), minLength: 1 }), (name) => {
      const pattern = new RegExp(namePatterns([name]).join("|"), "u");
      const bare = name.replace(/['’]s$/u, "");
      if (bare.trim() !== "") assert.match(bare, pattern);
    }),
  );
});
