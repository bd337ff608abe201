import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { segmentText } from "../../src/language/segments.ts";
import { finishDrafts, claimCheck } from "../../src/model/claim.ts";
import type { Fault } from "../../src/model/check.ts";
import { phraseAt, phrasesOf } from "../../src/reading/briefing/patterns.ts";
import { analysePlain } from "../../src/language/plain.ts";
import { readKazakh } from "../../src/reading/kk.ts";
import { readRussian } from "../../src/reading/ru.ts";

const words = [
  "погибли", "задержаны", "225", "19", "5,8", "тысячи", "человек", "из них", "в том числе", "полицейских", "по данным", "МВД", "сообщил", "Берик", "Асылов", "в", "Таразе",
  "7 января", "неизвестно", "кто", "пообещал", "назвал", "«", "»", "(", ")", ":", ",", ".", "—", "\n", "не", "никто", "адам", "қаза тапты", "19-ы", "олардың", "айтуынша", "деп атады",
  "мыңнан", "астам", "жоқ", "Алматыда", "белгісіз", "уәде берді", "до", "от", "10", "20", "%", "тенге",
]; // prettier-ignore

test("both readers: on any text, exact quotes, valid claims, parts that point at figures, the same drafts twice", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.constantFrom(readRussian, readKazakh), (parts, read) => {
      const text = parts.join(" ");
      const context = { published: "2022-01-15", passages: [] };
      const drafts = read(text, segmentText(text), context);
      assert.deepEqual(read(text, segmentText(text), context), drafts);
      for (const draft of drafts) {
        assert.equal(text.slice(draft.start, draft.end), draft.quote);
        const whole = draft.figure?.partOf ?? null;
        if (whole !== null) assert.ok(drafts[whole]?.figure && drafts[whole] !== draft);
        for (const span of [...draft.where, ...draft.who]) assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end);
      }
      const id = `sha256:${"0".repeat(64)}`;
      const origin = { source: id, text: id, reader: { name: "rules", version: "1.0.0" } } as Parameters<typeof finishDrafts>[1];
      const faults: Fault[] = [];
      for (const claim of finishDrafts(drafts, origin, () => "0".repeat(64))) claimCheck(claim, "", faults);
      assert.deepEqual(faults, [], text);
    }),
    { seed: 20220105, numRuns: 400 },
  );
});

test("phrases: stars, gaps, the longest first, faults of the data named", () => {
  const { tokens } = analysePlain("Қалада интернет бес күндей болмады", [{ start: 0, end: 34, paragraph: 0 }]);
  const at = (phrase: string, from: number): number | null =>
    phraseAt(phrasesOf([[phrase, true]]), tokens, from, tokens.length)?.last ?? null;
  assert.equal(at("интернет … болмады", 1), 5);
  assert.equal(at("интернет", 1), 2);
  assert.equal(at("интерн*", 1), 2);
  assert.equal(at("интернет болмады", 1), null);
  assert.equal(at("интернет … болмайды", 1), null);
  const both = phrasesOf([
    ["интернет", "short"],
    ["интернет бес", "long"],
  ] as const);
  assert.equal(phraseAt(both, tokens, 1, tokens.length)?.value, "long");
  assert.equal(phraseAt(both, tokens, 1, 2)?.value, "short");
  assert.throws(() => phrasesOf([["и*", true]]), RangeError);
  assert.throws(() => phrasesOf([["", true]]), RangeError);
});
