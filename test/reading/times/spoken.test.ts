/** Hours and days as services, diaries and people write them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "./said.ts";

/** Published on Tuesday, 18 January 2022. */
const rows: readonly (readonly [text: string, ...mentions: string[]])[] = [
  // Hours.
  ["Two fell just after 7 on Sunday evening.", "just after 7 on Sunday evening = 2022-01-16T19~"],
  ["It fell at half past nine on Friday night.", "half past nine on Friday night = 2022-01-14T21:30"],
  ["It fell at five-thirty yesterday evening.", "five-thirty yesterday evening = 2022-01-17T17:30"],
  ["0630hrs: the gate fell.", "0630hrs = XXXX-XX-XXT06:30"],
  ["It fell at 0001 GMT on Thursday.", "0001 GMT on Thursday = 2022-01-13T00:01Z"],
  ["It fell on 6 January at 11.20 pm.", "6 January at 11.20 pm = 2022-01-06T23:20"],
  ["It fell on Friday at around 4.", "Friday at around 4 = 2022-01-14T04~"],
  ["It was shut between 10pm and 11pm yesterday.", "between 10pm and 11pm yesterday = 2022-01-17T22/2022-01-17T23"],
  ["It was shut on Tuesday at 2:00 - 2:30 pm.", "Tuesday at 2:00 - 2:30 pm = 2022-01-18T14:00/2022-01-18T14:30"],
  ["It fell on 3 January, shortly before noon.", "3 January, shortly before noon = 2022-01-03T12~"],
  // Days without a year, and days in a list.
  ["TUE 4.1. The gates fell.", "TUE 4.1. = 2022-01-04"],
  ["It fell on 22.12.", "22.12 = 2021-12-22"],
  ["They fell on 13/01.", "13/01 = 2022-01-13"],
  ["It fell on Friday (7 January).", "Friday (7 January) = 2022-01-07"],
  ["They were shut on Wednesday and Thursday.", "Wednesday and Thursday = {2022-01-12,2022-01-13}"],
  ["They fell on Monday and Tuesday of last week.", "Monday and Tuesday of last week = {2022-01-10,2022-01-11}"],
  // Parts of months and years.
  ["The last week of December was calm.", "The last week of December = 2021-12-25/2021-12-31"],
  ["It fell on the first Monday in January.", "the first Monday in January = 2022-01-03"],
  ["It fell on the 20th of last month.", "the 20th of last month = 2021-12-20"],
  ["In the week of 3 January it fell.", "the week of 3 January = 2022-01-03/2022-01-09"],
  ["From 1 to 10 January of the current year it stood.", "1 to 10 January of the current year = 2022-01-01/2022-01-10"],
  ["Q3 2021 was calm, H2 2020 was not.", "Q3 2021 = 2021-35", "H2 2020 = 2020-41"],
  // Nights that join two days.
  ["It fell on the night of 5 to 6 January.", "the night of 5 to 6 January = 2022-01-05/2022-01-06"],
  ["It fell in the night to Sunday.", "the night to Sunday = 2022-01-15/2022-01-16"],
  ["It fell on Friday night into Saturday.", "Friday night into Saturday = 2022-01-14/2022-01-15"],
  ["It burned overnight into Sunday.", "overnight into Sunday = 2022-01-15/2022-01-16"],
  // In words.
  ["It fell on May twenty-nine.", "May twenty-nine = 2021-05-29"],
  ["It fell in nineteen ninety-six.", "nineteen ninety-six = 1996"],
];

test("hours and days as people write them", () => {
  for (const [text, ...mentions] of rows) assert.deepEqual(said(text), mentions, text);
});

test("numbers that are no hour and no day", () => {
  for (const text of [
    "It rose from 5.12 to 6.3 metres.",
    "They scored 3.4 on average.",
    "Two thousand people came.",
    "In nineteen houses they found 12 people.",
    "Of 3/4 of them nothing is known.",
    "They sold 1830 copies.",
    "The first week was calm.",
  ])
    assert.deepEqual(said(text), [], text);
});
