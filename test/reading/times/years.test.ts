/** Which year a date without one is in, and what is left open. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "./said.ts";

test("the nearest to the publication, the past preferred", () => {
  const rows: [text: string, published: string, value: string][] = [
    ["It fell on December 16.", "2022-01-18", "2021-12-16"],
    ["It fell on January 20.", "2022-01-18", "2022-01-20"],
    ["It fell on July 4.", "2022-01-18", "2021-07-04"],
    ["It fell on May 9.", "2022-01-18", "2021-05-09"],
    ["It fell on February 3.", "2022-01-18", "2022-02-03"],
    ["It will fall on May 9.", "2022-01-18", "2022-05-09"],
    ["It fell on January 5.", "2021-12-30", "2022-01-05"],
    ["It fell on October 25.", "2022-10-15", "2022-10-25"],
    ["It fell on February 29.", "2022-01-18", "2020-02-29"],
    ["It fell on January 6.", "2022-01", "2022-01-06"],
    ["It fell on December 16.", "2022-01", "2021-12-16"],
  ];
  for (const [text, published, value] of rows) assert.equal(said(text, "en", published)[0]?.split(" = ")[1], value, `${text} ${published}`);
});

test("a stated year before it in the story wins over the publication", () => {
  assert.deepEqual(said("On December 16, 2011 the strike broke.\nOn December 17 the town was shut.\nIt opened on January 31."), [
    "December 16, 2011 = 2011-12-16",
    "December 17 = 2011-12-17",
    "January 31 = 2012-01-31",
  ]);
  assert.deepEqual(said("In 2011, on December 16, the strike broke."), ["2011 = 2011", "December 16 = 2011-12-16"]);
});

test("but not one that is passed by, to come, or far behind", () => {
  assert.deepEqual(said("Unlike in 2011, the town was quiet on January 5."), ["2011 = 2011", "January 5 = 2022-01-05"]);
  assert.deepEqual(said("The gate opens in November 2022.\nOn November 11 it was shut."), [
    "November 2022 = 2022-11",
    "November 11 = 2021-11-11",
  ]);
  assert.deepEqual(
    said("It broke on December 16, 2011.\nYesterday they met.\nOn December 17 they left.").at(-1),
    "December 17 = 2021-12-17",
  );
  assert.deepEqual(said("It broke on December 16, 2011.\nA.\nB.\nC.\nOn December 17 they left.").at(-1), "December 17 = 2021-12-17");
});

test("without a publication date nothing is made up", () => {
  const rows: [string, ...string[]][] = [
    ["It fell on January 6.", "January 6 = XXXX-01-06"],
    ["It fell in January.", "January = XXXX-01"],
    ["It fell on January 6, 2022; the next day it rose.", "January 6, 2022 = 2022-01-06", "the next day = 2022-01-07"],
    [
      "It fell yesterday, on Friday, last week and three days ago.",
      "yesterday = null",
      "Friday = null",
      "last week = null",
      "three days ago = null",
    ],
    ["The next day it rose.", "The next day = null"],
    ["At 22:40 it rose.", "22:40 = XXXX-XX-XXT22:40"],
    ["In the evening it rose.", "the evening = null"],
    ["It fell in 2011.", "2011 = 2011"],
  ];
  for (const [text, ...mentions] of rows) {
    assert.deepEqual(said(text, "en", null), mentions, text);
    if (!text.includes("2022")) assert.deepEqual(said(text, "en", "soon"), mentions, `${text} (unreadable publication date)`);
  }
});

test("a slash date keeps both readings unless something decides", () => {
  assert.deepEqual(said("Dated 1/5/2021."), ["1/5/2021 = [2021-01-05,2021-05-01]"]);
  // One reading lies after the publication.
  assert.deepEqual(said("Dated 1/5/2022."), ["1/5/2022 = 2022-01-05"]);
  // Another date of the document can only be day first.
  assert.deepEqual(said("Dated 1/5/2021 and 25/12/2021."), ["1/5/2021 = 2021-05-01", "25/12/2021 = 2021-12-25"]);
  assert.deepEqual(said("Dated 1/5/2021 and 12/25/2021."), ["1/5/2021 = 2021-01-05", "12/25/2021 = 2021-12-25"]);
  assert.deepEqual(said("Dated 3/3/21."), ["3/3/21 = 2021-03-03"]);
});
