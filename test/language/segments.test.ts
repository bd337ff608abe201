import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { segmentText } from "../../src/language/segments.ts";

/** A text and its sentences; a number before a sentence is the paragraph where it changes. */
const rows: readonly (readonly [text: string, ...sentences: string[]])[] = [
  ["It fell. It rose.", "It fell.", "It rose."],
  ["Did it fall? It did!", "Did it fall?", "It did!"],
  ["Mr. Orrin came. Dr. Venn left.", "Mr. Orrin came.", "Dr. Venn left."],
  ["K. Orrin came. A. B. Venn left.", "K. Orrin came.", "A. B. Venn left."],
  ["It cost 4.5 million. He paid.", "It cost 4.5 million.", "He paid."],
  ["At 10 a.m. the gate fell.", "At 10 a.m. the gate fell."],
  ["It fell at 10 a.m. The guard ran.", "It fell at 10 a.m.", "The guard ran."],
  ["The U.S. envoy came. He left.", "The U.S. envoy came.", "He left."],
  ["On Jan. 5 it fell.", "On Jan. 5 it fell."],
  ["See art. 14 and no. 7 of the order.", "See art. 14 and no. 7 of the order."],
  ["He said: “It fell.” She ran.", "He said: “It fell.”", "She ran."],
  ["“Why?” he asked. She ran.", "“Why?” he asked.", "She ran."],
  ["“It fell. It burned,” he said.", "“It fell.", "It burned,” he said."],
  ["It fell… And it rose.", "It fell…", "And it rose."],
  ["It fell (at dawn.) It rose.", "It fell (at dawn.)", "It rose."],
  ["A heading\n\nIt fell.", "A heading", "It fell."],
  ["- first point\n- second point", "- first point", "- second point"],
  ["1. It fell.\n2. It rose.", "1. It fell.", "2. It rose."],
  ["OSTERBY, 5 May (Wire) - It fell. It rose.", "OSTERBY, 5 May (Wire) -", "It fell.", "It rose."],
  [
    "It fell and the long sentence was broken by the page\nbefore it came to its end. It rose.",
    "It fell and the long sentence was broken by the page\nbefore it came to its end.",
    "It rose.",
  ],
  ["Ул. Мира, 5. Он пришёл в 10 ч. утра.", "Ул. Мира, 5.", "Он пришёл в 10 ч. утра."],
  ["   ", ...[]],
  ["", ...[]],
];

for (const [text, ...sentences] of rows) {
  test(`sentences of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      segmentText(text).map(({ start, end }) => text.slice(start, end)),
      sentences,
    );
  });
}

test("a blank line parts paragraphs, a wrapped line does not", () => {
  const line = "one two three four five six seven eight nine ten eleven twelve";
  const text = `${line}\n${line}\n${line}\n${line}\n${line}\nand an end.\n\nAnother.`;
  assert.deepEqual(
    segmentText(text).map(({ paragraph }) => paragraph),
    [0, 1],
  );
});

test("segments are in order, trimmed, and leave out white space only", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("It", "fell", ".", " ", "\n", "\n\n", "“", "”", "Mr.", "5", "…", "(", ")", "- ", "A."), { maxLength: 40 }),
      (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end } of segmentText(text)) {
          assert.ok(start >= last && end > start);
          assert.equal(text.slice(last, start).trim(), "");
          assert.equal(text.slice(start, end).trim(), text.slice(start, end));
          last = end;
        }
        assert.equal(text.slice(last).trim(), "");
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
});

test("arbitrary characters are all kept", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
      const kept = segmentText(text).map(({ start, end }) => text.slice(start, end));
      assert.equal(kept.join("").replace(/\s/gu, ""), text.replace(/\s/gu, ""));
    }),
    { seed: 8, numRuns: 1000 },
  );
});

test("no sentence is longer than what readers take, and no pair of surrogates is cut", () => {
  const text = "😀".repeat(3_000);
  for (const { start, end } of segmentText(text)) {
    assert.ok(end - start <= 2_000);
    assert.ok(text.slice(start, end).isWellFormed());
  }
});
