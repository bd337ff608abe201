import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fit, GAP } from "../../../src/faces/cli/columns.ts";
import { harmless } from "../../../src/faces/cli/harmless.ts";
import { cells, lineWidth, longestWord, paint, span, wrap } from "../../../src/faces/cli/wrap.ts";

const plain = (text: string, width: number): readonly string[] => wrap([span(text)], width).map((line) => paint(line, false));

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom("Қаңтар", "погибших", "обстрел", "naïve", "e\u0301tude", "港口", "12,500", "3–4"),
);

test("no line is wider than the width when every word is shorter", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 14, max: 120 }), (words, width) => {
      for (const line of wrap([span(words.join(" "))], width)) assert.ok(lineWidth(line) <= width);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("wrapping loses and adds nothing but spaces, whatever the styles", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.constantFrom("bold", "dim", "red")), { maxLength: 40 }),
      fc.integer({ min: 4, max: 60 }),
      (parts, width) => {
        const spans = parts.map(([text, style]) => span(`${text} `, style));
        const joined = wrap(spans, width).map((line) => line.map((one) => one.text).join("")).join(""); // prettier-ignore
        assert.equal(joined.replaceAll(" ", ""), parts.map(([text]) => text).join("").replaceAll(" ", "")); // prettier-ignore
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test("words are cut only where they must be", () => {
  const cases: readonly (readonly [text: string, width: number, lines: readonly string[]])[] = [
    ["one two three", 7, ["one two", "three"]],
    ["  spaced \n out\ttext ", 40, ["spaced out text"]],
    ["Шығанақ қаласы", 8, ["Шығанақ", "қаласы"]],
    ["нет—связи", 5, ["нет—с", "вязи"]],
    ["see docs/example/a/very/long/path now", 16, ["see docs/", "example/a/very/", "long/path now"]],
    // An address is one thing, however long.
    ["see https://example.invalid/a/very/long/path now", 16, ["see", "https://example.invalid/a/very/long/path", "now"]],
    ["word · next", 6, ["word ·", "next"]],
    ["4\u00A0Mar\u00A02031 said", 11, ["4 Mar 2031", "said"]],
    ["港口发生冲突，三人死亡。", 10, ["港口发生冲", "突，三人死", "亡。"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["", 10, []],
  ];
  for (const [text, width, lines] of cases) assert.deepEqual(plain(text, width), lines, text);
});

test("what a document could use to act on a terminal is made visible, never passed on", () => {
  const evil = "a\u001B[31mred\u001B[0m \u009B2J \u0007 \u202Edesrever\u202C \u2066x\u2069 \r\n b\u0000";
  const safe = harmless(evil);
  assert.doesNotMatch(safe, /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
  assert.match(safe, /\uFFFD\[31mred/);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const line of plain(text, 30)) assert.doesNotMatch(line, /[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/u);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("colour is only added when asked for, and takes no cells", () => {
  const line = wrap([span("bold", "bold"), span(" plain")], 20)[0] ?? [];
  assert.equal(paint(line, false), "bold plain");
  assert.match(paint(line, true), /\u001B\[1mbold\u001B\[22m plain/);
  assert.equal(cells(paint(line, true)), 10);
});

test("columns fit their room together, keep their longest words, and say when they cannot", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ natural: fc.integer({ min: 1, max: 200 }), wraps: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 20, max: 120 }),
      (columns, room) => {
        const wanted = columns.map((column) => ({ ...column, word: Math.min(column.natural, 12) }));
        const widths = fit(wanted, room);
        if (widths === null) return;
        assert.ok(widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1) <= room);
        widths.forEach((width, index) => {
          assert.ok(width >= Math.min(wanted[index]?.word ?? 0, wanted[index]?.natural ?? 0));
        });
      },
    ),
    { seed: 7, numRuns: 500 },
  );
  assert.equal(
    fit(
      [
        { natural: 50, word: 50, wraps: true },
        { natural: 50, word: 50, wraps: true },
      ],
      60,
    ),
    null,
  );
  assert.equal(longestWord([span("a bb cccc dd")]), 4);
});
