import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionsOf, said } from "./said.ts";

/** Published on Tuesday, 18 January 2022. */
const rows: readonly (readonly [text: string, ...mentions: string[]])[] = [
  // Days.
  ["The gates fell on January 6.", "January 6 = 2022-01-06"],
  ["The gates fell on 6 January 2022.", "6 January 2022 = 2022-01-06"],
  ["The gates fell on January 6, 2022, at dusk.", "January 6, 2022, at dusk = 2022-01-06"],
  ["The gates fell on Jan. 5.", "Jan. 5 = 2022-01-05"],
  ["It was the 5th of January when the gates fell.", "the 5th of January = 2022-01-05"],
  ["It fell on April 2nd.", "April 2nd = 2022-04-02"],
  ["It fell on the twenty-first of March 1999.", "the twenty-first of March 1999 = 1999-03-21"],
  ["The log of 2022-01-06 is lost.", "2022-01-06 = 2022-01-06"],
  ["The log says 2022-01-06T22:40Z.", "2022-01-06T22:40Z = 2022-01-06T22:40Z"],
  ["Dated 05.01.2022 in the book.", "05.01.2022 = 2022-01-05"],
  ["Dated 25/12/2021 in the book.", "25/12/2021 = 2021-12-25"],
  ["Dated 12/25/2021 in the book.", "12/25/2021 = 2021-12-25"],
  ["They came back on January 6 and went on the 9th.", "January 6 = 2022-01-06", "the 9th = 2022-01-09"],
  // Ranges and lists.
  ["From January 6 to 10 the town was shut.", "January 6 to 10 = 2022-01-06/2022-01-10"],
  ["Between 6 and 10 January the town was shut.", "Between 6 and 10 January = 2022-01-06/2022-01-10"],
  ["It was shut between January 6 and January 10.", "between January 6 and January 10 = 2022-01-06/2022-01-10"],
  ["Shut 5-8 January.", "5-8 January = 2022-01-05/2022-01-08"],
  ["Shut January 5–8, 2022, by order.", "January 5–8, 2022 = 2022-01-05/2022-01-08"],
  ["It ran from December 30 to January 2.", "December 30 to January 2 = 2021-12-30/2022-01-02"],
  ["It ran from June to August 1992.", "June to August 1992 = 1992-06/1992-08"],
  ["It ran from November to February 2017.", "November to February 2017 = 2016-11/2017-02"],
  ["He ruled from 2009 to 2011.", "2009 to 2011 = 2009/2011"],
  ["He ruled in 2014-2018.", "2014-2018 = 2014/2018"],
  ["Open Friday to Sunday.", "Friday to Sunday = 2022-01-14/2022-01-16"],
  [
    "Shots on January 5 and 6 and on January 8 or 9.",
    "January 5 and 6 = {2022-01-05,2022-01-06}",
    "January 8 or 9 = [2022-01-08,2022-01-09]",
  ],
  ["Raids on 5, 6 and 7 January.", "5, 6 and 7 January = {2022-01-05,2022-01-06,2022-01-07}"],
  // A part of the day takes the day of its own sentence, the dawn that of the next one.
  ["The wall fell last night.", "last night = 2022-01-17"],
  ["The wall fell overnight.", "overnight = 2022-01-17"],
  ["He was brought in on 14 January and died during the night.", "14 January = 2022-01-14", "the night = 2022-01-14"],
  ["It began yesterday evening.", "yesterday evening = 2022-01-17"],
  ["They voted on Wednesday night, and the gates opened at dawn.", "Wednesday night = 2022-01-12", "dawn = 2022-01-13"],
  ["The bodies were taken away at night.", "night = null"],
  ["He was hurt on the night of the march.", "the night = null"],
  // Entries.
  ["Friday 14: no lorries.", "Friday 14 = 2022-01-14"],
  ["On Friday 14 people were hurt.", "Friday = 2022-01-14"],
  ["On Friday, the third such night, they left.", "Friday = 2022-01-14"],
  ["Wed. The water rose.", "Wed. = 2022-01-12"],
  ["August: seven incidents.", "August = 2021-08"],
  ["May: nobody came.", "May = 2021-05"],
  // Lengths that end on a day; weekends; the year of a thing.
  ["We treated 164 people in the seven days to 16 January.", "seven days to 16 January = 2022-01-10/2022-01-16"],
  ["It rained over the weekend.", "the weekend = 2022-01-15/2022-01-16"],
  ["He was hurt in a 2017 riot.", "2017 = 2017"],
  ["The figures for 2021 are out.", "2021 = 2021"],
  ["There is room for 2020 people."],
  ["They met on Wednesday and had done by the end of the day.", "Wednesday = 2022-01-12", "the end of the day = 2022-01-12"],
  // What lies ahead, and what only sounds so.
  ["He is said to be coming on Thursday.", "Thursday = 2022-01-20"],
  ["He was said to be coming on Thursday.", "Thursday = 2022-01-20"],
  ["He would have spoken to her on Thursday.", "Thursday = 2022-01-13"],
  // Hours and parts of the day.
  ["Around 3 a.m. on January 6 the line broke.", "Around 3 a.m. on January 6 = 2022-01-06T03~"],
  ["On January 6 at 10:40 p.m. the line broke.", "January 6 at 10:40 p.m. = 2022-01-06T22:40"],
  ["Thursday, January 6, 22:40: the line broke.", "Thursday, January 6, 22:40 = 2022-01-06T22:40"],
  ["It broke at 14:00 GMT on January 6.", "14:00 GMT on January 6 = 2022-01-06T14:00Z"],
  ["It broke on January 6 at 18:10 (GMT +6).", "January 6 at 18:10 (GMT +6) = 2022-01-06T18:10+06:00"],
  ["At about 16:00 local time the line broke.", "about 16:00 local time = XXXX-XX-XXT16:00~"],
  ["It broke at 16:00 Almaty time.", "16:00 Almaty time = XXXX-XX-XXT16:00"],
  ["It broke on January 6.\nAt 10:40 p.m. it was mended.", "January 6 = 2022-01-06", "10:40 p.m. = 2022-01-06T22:40"],
  ["By the morning of January 11, 9,900 were held.", "the morning of January 11 = 2022-01-11"],
  ["On the night of January 5 to 6 it burned.", "the night of January 5 to 6 = 2022-01-05/2022-01-06"],
  ["It burned on the evening of Sunday.", "the evening of Sunday = 2022-01-16"],
  ["It burned last night and on Friday morning.", "last night = 2022-01-17", "Friday morning = 2022-01-14"],
  ["It burned yesterday at noon.", "yesterday at noon = 2022-01-17T12"],
  ["He came at 5 o'clock in the afternoon on January 6.", "5 o'clock in the afternoon on January 6 = 2022-01-06T17"],
  ["Shut from 10:00 to 12:30 on January 6.", "10:00 to 12:30 on January 6 = 2022-01-06T10:00/2022-01-06T12:30"],
  ["Shut from 5 to 6 p.m. yesterday.", "5 to 6 p.m. yesterday = 2022-01-17T17/2022-01-17T18"],
  // Longer times.
  ["In January 2022 it froze.", "January 2022 = 2022-01"],
  ["It froze in May, and in November.", "May = 2021-05", "November = 2021-11"],
  ["It froze in the early days of January.", "the early days of January = 2022-01~"],
  ["By mid-January, or late January, it froze.", "mid-January = 2022-01~", "late January = 2022-01~"],
  ["Since early 2021 and until the end of 2023.", "early 2021 = 2021~", "the end of 2023 = 2023~"],
  ["The last week of July was hot.", "The last week of July = 2021-07-25/2021-07-31"],
  ["It began in 2011.", "2011 = 2011"],
  ["The 2011 strikes came first.", "2011 = 2011"],
  ["The strike (Oilport, 2011) came first.", "2011 = 2011"],
  ["In the 1990s and the 20th century.", "the 1990s = 199X", "the 20th century = 19XX"],
  ["In spring 2019, in the winter of 2020, last summer.", "spring 2019 = 2019-21", "the winter of 2020 = 2020-24", "last summer = 2021-22"],
  ["In Q3 2021 and the first half of 2020.", "Q3 2021 = 2021-35", "the first half of 2020 = 2020-40"],
  // Reckoned from the publication.
  [
    "Today, yesterday, tomorrow and the day before yesterday.",
    "Today = 2022-01-18",
    "yesterday = 2022-01-17",
    "tomorrow = 2022-01-19",
    "the day before yesterday = 2022-01-16",
  ],
  ["On Tuesday, on Wednesday, on Monday.", "Tuesday = 2022-01-18", "Wednesday = 2022-01-12", "Monday = 2022-01-17"],
  ["Last Friday and next Friday.", "Last Friday = 2022-01-14", "next Friday = 2022-01-28"],
  ["The council will meet on Friday.", "Friday = 2022-01-21"],
  ["The mayor said on Friday that it will rain.", "Friday = 2022-01-14"],
  [
    "Last week, this month, next year, since last month.",
    "Last week = 2022-01-10/2022-01-16",
    "this month = 2022-01",
    "next year = 2023",
    "last month = 2021-12",
  ],
  ["On Thursday last week it snowed.", "Thursday last week = 2022-01-13"],
  ["Three days ago, a week ago, two months ago.", "Three days ago = 2022-01-15", "a week ago = 2022-01-11~", "two months ago = 2021-11~"],
  ["The court will sit in two weeks.", "two weeks = 2022-02-01~"],
  // Reckoned from the story.
  ["It fell on January 6.\nThe next day they left.", "January 6 = 2022-01-06", "The next day = 2022-01-07"],
  [
    "It fell on January 6.\nThree days later they left; the same day others came.",
    "January 6 = 2022-01-06",
    "Three days later = 2022-01-09",
    "the same day = 2022-01-09",
  ],
  [
    "It fell on January 6.\nThat evening, and the following night, it rained.",
    "January 6 = 2022-01-06",
    "That evening = 2022-01-06",
    "the following night = 2022-01-07",
  ],
  [
    "They came on January 11.\nHe said they would leave in two days.\nA day earlier others came.",
    "January 11 = 2022-01-11",
    "two days = 2022-01-13",
    "A day earlier = 2022-01-10",
  ],
  ["One day it fell; within one day it rose.", "one day = P1D"],
  ["They left two days after January 6.", "two days after January 6 = 2022-01-08"],
  // Lengths and repetitions.
  ["It lasted three weeks, 18 months, and two and a half years.", "three weeks = P3W", "18 months = P18M", "two and a half years = P2.5Y"],
  ["A 12-hour curfew for several days, within 24 hours.", "12-hour = PT12H", "several days = PXD", "24 hours = PT24H"],
  ["Over the past decade and for the next six months.", "the past decade = P10Y", "the next six months = P6M"],
  ["It lasted one hour and 20 minutes.", "one hour and 20 minutes = PT1H20M"],
  [
    "Every Monday, daily, each year, every two weeks, on Fridays.",
    "Every Monday = R/P1W",
    "daily = R/P1D",
    "each year = R/P1Y",
    "every two weeks = R/P2W",
    "Fridays = R/P1W",
  ],
  ["It costs $300 a day, twice a week.", "a day = R/P1D", "a week = R/P1W"],
  // Nothing fixes them: listed without a value.
  ["He is now abroad and was recently seen.", "now = null", "recently = null"],
  ["In recent weeks it froze.", "recent weeks = null"],
];

test("English expressions and their values", () => {
  for (const [text, ...mentions] of rows) assert.deepEqual(said(text), mentions, text);
});

test("leads, kinds and parts", () => {
  const full = (text: string): string[] =>
    mentionsOf(text, "en", "2022-01-18").map((m) => `${m.lead ?? "-"} ${m.kind} ${m.part ?? "-"} ${m.relative ? "relative" : "stated"}`);
  const cases: [string, string][] = [
    ["It fell on January 6.", "on date - relative"],
    ["It fell on January 6, 2022.", "on date - stated"],
    ["By the morning of January 11 it fell.", "by time morning relative"],
    ["As of January 11, 2022, it stood.", "as-of date - stated"],
    ["It stood until January 11.", "until date - relative"],
    ["It stood till the end of 2021.", "until date - stated"],
    ["Since last month it stood.", "since date - relative"],
    ["From January 6 to 10 it stood.", "from date - relative"],
    ["It fell between 6 and 10 January 2022.", "between date - stated"],
    ["It fell no later than January 11.", "by date - relative"],
    ["It fell prior to January 11.", "before date - relative"],
    ["It fell after the evening of January 6.", "after time evening relative"],
    ["Starting January 6 it fell.", "from date - relative"],
    ["During 2011 it fell.", "during date - stated"],
    ["It stood for three days.", "for duration - stated"],
    ["It falls every Monday.", "- set - stated"],
    ["It fell at 22:40.", "at time - stated"],
    ["January 6 came.", "- date - relative"],
  ];
  for (const [text, expected] of cases) assert.deepEqual(full(text).slice(0, 1), [expected], text);
});

test("the morning by which a count stood is never the day of publication", () => {
  for (const published of ["2022-01-18", "2022-01-11", "2022-03-01", "2021-12-30"]) {
    const [mention] = mentionsOf("By the morning of January 11 they had counted twice.", "en", published);
    assert.equal(mention?.value, "2022-01-11", published);
    assert.equal(mention.lead, "by");
    assert.equal(mention.part, "morning");
  }
});
