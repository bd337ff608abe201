import assert from "node:assert/strict";
import { test } from "node:test";
import { overlapShare, sameMention, sameName, sameTime, trimmed } from "../../eval/same.ts";

test("overlap is common over union, of all pieces together", () => {
  assert.equal(overlapShare([{ start: 0, end: 10 }], [{ start: 0, end: 10 }]), 1);
  assert.equal(overlapShare([{ start: 0, end: 10 }], [{ start: 5, end: 10 }]), 0.5);
  assert.equal(overlapShare([{ start: 0, end: 6 }], [{ start: 3, end: 9 }]), 3 / 9);
  assert.equal(overlapShare([{ start: 0, end: 5 }], [{ start: 5, end: 9 }]), 0);
  assert.equal(
    overlapShare(
      [
        { start: 0, end: 4 },
        { start: 6, end: 10 },
      ],
      [{ start: 0, end: 10 }],
    ),
    0.8,
  );
  // A piece said twice is not counted twice.
  assert.equal(
    overlapShare(
      [
        { start: 0, end: 4 },
        { start: 2, end: 4 },
      ],
      [{ start: 0, end: 4 }],
    ),
    1,
  );
});

test("punctuation and quotation marks at the ends of a span do not count", () => {
  const text = "“Nobody was beaten,” she said.";
  assert.deepEqual(trimmed(text, { start: 0, end: 20 }), { start: 1, end: 18 });
  assert.deepEqual(trimmed("...", { start: 0, end: 3 }), { start: 0, end: 3 });
});

test("names are equal but for case, article, quotation marks", () => {
  for (const [a, b] of [
    ["the Ministry of Health", "ministry of health"],
    ["An army statement", "army statement"],
    ["“Lantern”", "Lantern"],
    ["Dockers' Federation", "Dockers’ federation"],
  ] as const)
    assert.equal(sameName(a, b, "en"), true, `${a} = ${b}`);
  for (const [a, b] of [
    ["Ministry of Health", "Health Ministry"],
    ["Ada Vollen", "Vollen"],
    ["police", "police chief"],
    ["Theo Marr", "o Marr"],
  ] as const)
    assert.equal(sameName(a, b, "en"), false, `${a} is not ${b}`);
});

test("in Russian and Kazakh endings aside", () => {
  assert.equal(sameName("Олега Тарна", "Олег Тарн", "ru"), true);
  assert.equal(sameName("министерства обороны", "Министерство обороны", "ru"), true);
  assert.equal(sameName("Тасаралда", "Тасарал", "kk"), true);
  assert.equal(sameName("министерство обороны", "министерство финансов", "ru"), false);
  assert.equal(sameName("Олега Тарна", "Тарн", "ru"), false);
  // English keeps its endings.
  assert.equal(sameName("Ministries", "Ministry", "en"), false);
});

test("times by value", () => {
  for (const [a, b] of [
    ["2027-03-08T18:10~", "2027-03-08T18:10"],
    ["2027-03-08T21", "2027-03-08T21:00"],
    ["2027-03-08/2027-03-08", "2027-03-08"],
    ["2027-03?", "2027-03"],
  ] as const)
    assert.equal(sameTime(a, b), true, `${a} = ${b}`);
  for (const [a, b] of [
    ["2027-03-08", "2027-03"],
    ["../2027-03-08", "2027-03-08"],
    ["2027-03-08/..", "2027-03-08"],
    ["2027-03-08T21", "2027-03-08T21:30"],
  ] as const)
    assert.equal(sameTime(a, b), false, `${a} is not ${b}`);
  assert.equal(sameTime(null, null), true);
  assert.equal(sameTime(null, "2027"), false);
});

test("a mention may be said longer or shorter at one end", () => {
  const text = "Troops fired at a crowd that tried to break through.";
  const crowd = { start: 16, end: 23 };
  assert.equal(sameMention(text, crowd, { start: 16, end: 51 }), true);
  assert.equal(sameMention(text, { start: 18, end: 23 }, { start: 16, end: 51 }), true);
  assert.equal(sameMention(text, crowd, { start: 0, end: 6 }), false);
  assert.equal(sameMention(text, { start: 24, end: 28 }, { start: 16, end: 51 }), false);
});
