/** What holds of the English reader on any text: exact quotes, no exception, the same output twice, work that grows with the length. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { segmentText } from "../../../src/language/segments.ts";
import { analyseEnglish } from "../../../src/language/en/tagger.ts";
import type { Draft } from "../../../src/model/claim.ts";
import { isEdtf } from "../../../src/model/time.ts";
import { phrasesOf } from "../../../src/reading/en/phrases.ts";
import { clausesOf } from "../../../src/reading/en/clauses.ts";
import { draftsOf } from "./said.ts";

const sentences = [
  "The ministry said 14 people had been detained.",
  "“We saw it,” Ada Venn said. “Nobody came. Three people fell.”",
  "According to the Meridian agency, which cited the police, 612 people were arrested, 45 of them students.",
  "It is not known who gave the order.",
  "The mayor promised to rebuild the bridge by 1 June.",
  "Of these, 45 were released and 12 charged with arson.",
  "He denied that soldiers had fired at the crowd.",
  "Killed: 6 or 7",
  "The death toll rose from 164 to 225, up from 31 a day earlier.",
  "The gate, the mayor said, was locked on Friday.",
  "Tom Orrin, the head of the Osterby police, was arrested on suspicion of theft.",
  "“The gate was shut. Guards stood there.",
];
const pieces =
  "the a of and , . ; : ( ) – “ ” « » \" ' 14 612 4,500 half none no not people police officers killed arrested said says that who which if by with from to Osterby Ada Venn Mr. U.S. On Monday 5 May promised accused called is was were more than up \n \n\n - …".split(
    " ",
  );

function holds(text: string, drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    assert.equal(draft.quote, text.slice(draft.start, draft.end));
    assert.ok(draft.end > draft.start, "a claim has words");
    for (const span of draft.also) assert.ok(span.end > span.start && span.end <= text.length);
    for (const { start, end } of draft.voice)
      assert.ok((start === null) === (end === null) && (start === null || (end !== null && start < end && end <= text.length)));
    for (const { start, end } of [...draft.who, ...draft.where]) assert.ok(start < end && end <= text.length);
    for (const time of [draft.when, draft.asOf, draft.said]) assert.ok(time === null || isEdtf(time), String(time));
    const whole = draft.figure?.partOf ?? null;
    assert.ok(whole === null || (whole !== at && drafts[whole]?.figure != null), "a part has a figure as its whole");
    for (const { claim } of draft.links) assert.ok(drafts[claim] !== undefined);
  }
}

test("every quote is the text at its place, on sentences in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 14 }), fc.constantFrom(" ", "\n", "\n\n"), (said, joint) => {
      const text = said.join(joint);
      holds(text, draftsOf(text));
    }),
    { seed: 7, numRuns: 150 },
  );
});

test("every quote is the text at its place, on words in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
      const text = words.join(" ");
      holds(text, draftsOf(text));
    }),
    { seed: 11, numRuns: 400 },
  );
});

test("arbitrary characters never make it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      holds(text, draftsOf(text));
    }),
    { seed: 3, numRuns: 400 },
  );
});

test("the same text twice gives the same drafts, byte for byte", () => {
  const text = sentences.join("\n\n");
  assert.equal(JSON.stringify(draftsOf(text)), JSON.stringify(draftsOf(text)));
});

/** What a draft says without where it stands. */
function bare(draft: Draft): unknown {
  const { kind, quote, certainty, negated, event, figure, question, pledge, relation } = draft;
  return {
    kind,
    quote,
    certainty,
    negated,
    event,
    question,
    pledge,
    relation,
    figure: figure === null ? null : { ...figure, partOf: null },
  };
}

test("two documents with a blank line between keep the claims of each that hang on nothing before", () => {
  // "Nobody came" holds no event word: whether it is told of hangs on the story around it.
  const hangs = (sentence: string): boolean =>
    draftsOf(`Two students were arrested. ${sentence}`).some(({ rule }) => rule === "en.event.clause");
  const whole = sentences.filter((sentence) => !/^(?:He|Of these)\b/.test(sentence) && !sentence.endsWith("there.") && !hangs(sentence));
  fc.assert(
    fc.property(fc.subarray(whole, { minLength: 1 }), fc.subarray(whole, { minLength: 1 }), (a, b) => {
      const first = a.join(" ");
      const second = b.join(" ");
      const apart = [...draftsOf(first), ...draftsOf(second)].map(bare);
      assert.deepEqual(draftsOf(`${first}\n\n${second}`).map(bare), apart);
    }),
    { seed: 5, numRuns: 40 },
  );
});

test("hostile text of 60 kB is read to its end", () => {
  const hostile = [
    "1 ",
    "“",
    "( ",
    "of the ",
    "said ",
    "A. ",
    "He said ",
    "and ",
    "no ",
    "14 people, ",
    "who, they say, ",
    "quoted by X, ",
    "that ",
    "\n“a. ",
    "5 of the 6 of the ",
    "killed and ",
    "-",
    "'s ",
  ];
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(60_000 / piece.length)).slice(0, 60_000);
    holds(text, draftsOf(text).slice(0, 50));
  }
});

test("the layers of a sentence do not grow faster than its words", () => {
  for (const piece of ["the man said and ", "14 of the 15 people, ", "killed by men who ", "“he” "]) {
    const counts = [40, 80].map((times) => {
      const text = `${piece.repeat(times).trim()}.`;
      const analysis = analyseEnglish(text, segmentText(text));
      return analysis.sentences.reduce((sum, sentence) => {
        const phrases = phrasesOf(analysis, sentence);
        return sum + phrases.length + clausesOf(analysis, sentence, phrases).length;
      }, 0);
    });
    assert.ok((counts[1] as number) <= (counts[0] as number) * 2.2 + 4, `${piece}: ${counts.join(" then ")}`);
  }
});
