import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { analyseEnglish } from "../../../src/language/en/tagger.ts";
import { segmentText } from "../../../src/language/segments.ts";
import type { Analysis } from "../../../src/language/token.ts";

function analyse(text: string): Analysis {
  return analyseEnglish(text, segmentText(text));
}

/** A text, and the tag and lemma of one of its words. */
const rows: readonly (readonly [text: string, word: string, tagged: string])[] = [
  ["Soldiers shot a boy.", "shot", "VERB shoot"],
  ["A shot was heard.", "shot", "NOUN shot"],
  ["The blast killed nine, wounding 33.", "wounding", "VERB wound"],
  ["The blast killed nine and wounding 33.", "wounding", "VERB wound"],
  ["There were reports that he fled.", "reports", "NOUN report"],
  ["The president's promises failed.", "promises", "NOUN promise"],
  ["The mayor rejected claims that soldiers fired.", "that", "SCONJ that"],
  ["Nineteen of the dead were police officers.", "police", "NOUN police"],
  ["In total 410 people came.", "total", "NOUN total"],
  ["The number of injured rose.", "injured", "NOUN injured"],
  ["Three remain missing.", "missing", "ADJ miss"],
  ["The court plans to release them.", "plans", "VERB plan"],
  ["The police chief ran.", "chief", "NOUN chief"],
  ["They are alleged to have run.", "alleged", "VERB allege"],
  ["The cases involved acts of theft.", "involved", "VERB involve"],
  ["Residents ran.", "Residents", "NOUN resident"],
  ["Osterby burned.", "Osterby", "PROPN osterby"],
  ["He met Anna-Maria Venn.", "Anna-Maria", "PROPN anna-maria"],
];

for (const [text, word, tagged] of rows) {
  test(`${word} in “${text}”`, () => {
    const token = analyse(text).tokens.find((each) => each.text === word);
    assert.equal(`${String(token?.tag)} ${String(token?.lemma)}`, tagged);
  });
}

test("a line of capitals is read as its words", () => {
  const tags = analyse("POLICE ARRESTED FORTY PEOPLE IN OSTERBY").tokens.map(({ text, tag }) => `${text}/${tag}`);
  assert.ok(tags.includes("ARRESTED/VERB"), tags.join(" "));
  assert.ok(tags.includes("PEOPLE/NOUN"), tags.join(" "));
});

test("tokens are the text at their places, in order, inside their sentences", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc
          .array(fc.constantFrom("He", "said", "“", "”", "4,500", "U.S.", "don't", "’s", "\n", "😀", "Al-Hasan", "."), { maxLength: 25 })
          .map((parts) => parts.join(" ")),
      ),
      (text) => {
        const { tokens, sentences } = analyse(text);
        tokens.forEach((token, at) => {
          assert.equal(token.at, at);
          assert.equal(token.text, text.slice(token.start, token.end));
          assert.ok(at === 0 || (tokens[at - 1]?.end ?? 0) <= token.start);
          const sentence = sentences[token.sentence];
          assert.ok(sentence !== undefined && sentence.start <= token.start && token.end <= sentence.end);
          assert.ok(sentence.first <= at && at < sentence.last);
        });
      },
    ),
    { seed: 6, numRuns: 600 },
  );
});
