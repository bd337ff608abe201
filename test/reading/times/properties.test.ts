import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isEdtf } from "../../../src/model/time.ts";
import { findTimes } from "../../../src/reading/times/times.ts";
import { mentionsOf } from "./said.ts";

const words = (
  "the a of on in by from to between and or until since , . - : ( ) / 1 3 5 6 10 12 22 30 31 40 2011 2022 1999 January May march Friday Sunday " +
  "morning night noon midnight a.m. p.m. days weeks years ago later next last this that same early late end spring Q3 quarter yesterday today " +
  "half past about every few people GMT local time 05.01.2022 1/5/2022 2022-01-06 6th first\nсубботу января года часа ночи через назад қаңтарда жылғы сағат дейін"
).split(" ");

const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(" "));
const published = fc.constantFrom(null, "2022-01-18", "2022-01", "2022", "2024-02-29", "nonsense");
const language = fc.constantFrom("en" as const, "ru" as const, "kk" as const);

test("on any words: in order, without overlap, inside the text, values that hold", () => {
  fc.assert(
    fc.property(text, language, published, (said, lang, date) => {
      let last = 0;
      for (const m of mentionsOf(said, lang, date)) {
        assert.ok(m.start >= last && m.end > m.start && m.end <= said.length, said);
        last = m.end;
        if (m.value === null) continue;
        const good = m.kind === "duration" ? m.value.startsWith("P") : m.kind === "set" ? m.value.startsWith("R/P") : isEdtf(m.value);
        assert.ok(good, `${m.kind} ${m.value} of ${said.slice(m.start, m.end)} in ${said}`);
      }
    }),
    { seed: 22, numRuns: 5000 },
  );
});

test("the same text twice gives the same mentions", () => {
  fc.assert(
    fc.property(text, language, (said, lang) => {
      assert.deepEqual(mentionsOf(said, lang, "2022-01-18"), mentionsOf(said, lang, "2022-01-18"));
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("arbitrary characters never make it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), language, (said, lang) => {
      findTimes(said, [{ start: 0, end: said.length }], { published: "2022-01-18", language: lang });
    }),
    { seed: 9, numRuns: 1000 },
  );
});

test("time grows with the length of the text, not with its square", () => {
  const patterns = [
    "1 ",
    "January ",
    "between ",
    "about ",
    "the ",
    "1, ",
    "5 and ",
    "Monday to ",
    "early the end of ",
    "10:10 ",
    "two days after ",
    "12:30 on Monday, ",
  ];
  for (const pattern of patterns) {
    const said = pattern.repeat(4000);
    const start = performance.now();
    findTimes(said, [{ start: 0, end: said.length }], { published: "2022-01-18", language: "en" });
    assert.ok(performance.now() - start < 2000, pattern);
  }
});

test("only the sentences given are read, and nothing crosses their ends", () => {
  const said = "On January\n6 they came. On May 9 they left.";
  const spans = [
    { start: 0, end: 10 },
    { start: 11, end: 23 },
  ];
  const found = findTimes(said, spans, { published: "2022-01-18", language: "en" });
  assert.deepEqual(
    found.map((m) => said.slice(m.start, m.end)),
    ["January"],
  );
  assert.deepEqual(findTimes(said, [], { published: "2022-01-18", language: "en" }), []);
});
