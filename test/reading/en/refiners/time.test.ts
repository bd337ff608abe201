/** When it happened, as of when a count stood, when it was said. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf, table, timesOf } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  [
    "On 12 May police arrested two students.",
    "2031-05-12 occurred (On 12 May) | On 12 May police arrested two students",
    "2031-05-12 occurred (On 12 May) | On 12 May police arrested two students",
  ],
  [
    "Police arrested two students on Monday night.",
    "2031-05-19 occurred (on Monday night) | Police arrested two students on Monday night",
    "2031-05-19 occurred (on Monday night) | Police arrested two students on Monday night",
  ],
  ["The ministry said on Monday that two students had been arrested.", "said 2031-05-19 | two students had been arrested"],
  [
    "On Monday the ministry said that two students had been arrested on 12 May.",
    "2031-05-12 occurred (on 12 May) said 2031-05-19 | two students had been arrested on 12 May",
    "2031-05-12 occurred (on 12 May) said 2031-05-19 | two students had been arrested on 12 May",
  ],
  [
    "The ministry said that two students had been arrested on 12 May.",
    "2031-05-12 occurred (on 12 May) | two students had been arrested on 12 May",
    "2031-05-12 occurred (on 12 May) | two students had been arrested on 12 May",
  ],
  [
    "By Sunday evening 900 people had fled.",
    "as of 2031-05-18 | By Sunday evening 900 people had fled",
    "../2031-05-18 occurred (By Sunday evening) | By Sunday evening 900 people had fled",
  ],
  [
    "As of 14 May, 31 people had died.",
    "as of 2031-05-14 | As of 14 May, 31 people had died",
    "2031-05-14 occurred (As of 14 May) | As of 14 May, 31 people had died",
  ],
  [
    "Since 3 May 40 people have been arrested.",
    "2031-05-03/.. occurred (Since 3 May) | Since 3 May 40 people have been arrested",
    "2031-05-03/.. occurred (Since 3 May) | Since 3 May 40 people have been arrested",
  ],
  [
    "Between 3 and 6 May 40 people were arrested.",
    "2031-05-03/2031-05-06 occurred (Between 3 and 6 May) | Between 3 and 6 May 40 people were arrested",
    "2031-05-03/2031-05-06 occurred (Between 3 and 6 May) | Between 3 and 6 May 40 people were arrested",
  ],
  [
    "Until 14 May 31 people had been identified.",
    "as of 2031-05-14 | Until 14 May 31 people had been identified",
    "../2031-05-14 occurred (Until 14 May) | Until 14 May 31 people had been identified",
  ],
  [
    "The men who were detained on 12 May were released.",
    "| were released",
    "2031-05-12 occurred (on 12 May) | who were detained on 12 May",
  ],
  [
    "The men were released on 16 May after they had been detained on 12 May.",
    "2031-05-16 occurred (on 16 May) | The men were released on 16 May",
    "2031-05-12 occurred (on 12 May) | they had been detained on 12 May",
  ],
  [
    "The body of a man was found in the river on 12 May.",
    "2031-05-12 found (on 12 May) | The body of a man was found in the river on 12 May",
  ],
  ["The arrests came to light on 16 May.", "2031-05-16 disclosed (on 16 May) | The arrests came to light on 16 May"],
  [
    "According to the ministry, 31 people died on 12 May.",
    "2031-05-12 occurred (on 12 May) | 31 people died on 12 May",
    "2031-05-12 occurred (on 12 May) | 31 people died on 12 May",
  ],
  ["“They beat us on 12 May,” Ada Venn said on Friday.", "2031-05-12 occurred (on 12 May) said 2031-05-16 | They beat us on 12 May"],
  [
    "On 12 May the bridge was destroyed and on 13 May the school was looted.",
    "2031-05-12 occurred (On 12 May) | On 12 May the bridge was destroyed",
    "2031-05-13 occurred (on 13 May) | on 13 May the school was looted",
  ],
  // A limit, a start, and what lies before.
  ["The depot had been emptied before 1 May.", "../2031-04-30 occurred (before 1 May) | The depot had been emptied before 1 May"],
  ["The depot was emptied before May.", "../2031-04 occurred (before May) | The depot was emptied before May"],
  ["The road will be closed from 25 May.", "2031-05-25/.. occurred (from 25 May) | The road will be closed from 25 May"],
  // A night joins two days.
  [
    "Two students were arrested last night.",
    "2031-05-19/2031-05-20 occurred (last night) | Two students were arrested last night",
    "2031-05-19/2031-05-20 occurred (last night) | Two students were arrested last night",
  ],
  [
    "A boy was hurt on 14 May. He died during the night.",
    "2031-05-14 occurred (on 14 May) | A boy was hurt on 14 May",
    "2031-05-14/2031-05-15 occurred (during the night) | He died during the night",
  ],
  // The entry's date is the time of what stands in it; one date at the head of a text is a dateline.
  [
    "12 May. A warehouse burns down at the port.\n14 May. Police arrest two students.",
    "2031-05-12 occurred (12 May) | A warehouse burns down at the port",
    "2031-05-14 occurred (14 May) | Police arrest two students",
  ],
  ["12 May. Two students were arrested.", "| Two students were arrested"],
  [
    "Monday\nTwo students were arrested.\nSunday\nThe school was looted.",
    "2031-05-19 occurred (Monday) | Two students were arrested",
    "2031-05-19 occurred (Monday) | Two students were arrested",
    "2031-05-18 occurred (Sunday) | The school was looted",
  ],
  ["Update, 20 May, 18:00:\n5 people are missing.", "as of 2031-05-20T18:00 | 5 people are missing"],
  // When it is due is not when it was asked.
  ["The union asked for a written report by Friday.", "| The union asked for a written report by Friday"],
  // A table has the moment or the stretch of its heading.
  ["Position at 06:00 on 19 May 2031\n\nOsterby: 12 dead", "as of 2031-05-19T06:00 | 12 dead"],
  [
    "Arrests in Osterby, 5 to 11 May 2031\n\nOsterby: 12 detained",
    "2031-05-05/2031-05-11 occurred (5 to 11 May 2031) | 12 detained",
    "2031-05-05/2031-05-11 occurred (5 to 11 May 2031) | Arrests in Osterby",
  ],
  // What depends on a verb, or is told behind a line that is only a time, has its time.
  [
    "A shell hit the clinic on Friday, killing three people.",
    "2031-05-16 occurred (on Friday) | A shell hit the clinic on Friday",
    "2031-05-16 occurred (on Friday) | killing three people",
    "2031-05-16 occurred (on Friday) | killing three people",
  ],
  // An hour of no day is no date.
  ["The school was looted at 22:20.", "| The school was looted at 22:20"],
  ["In March 2030 the mayor was killed.", "2030-03 occurred (In March 2030) | In March 2030 the mayor was killed"],
];

table("time", rows, timesOf);

test("a time of what is told does not date a report inside it", () => {
  const text = "From 6 to 10 May, shots fell between the army and armed units – which the state described as “bandits” – in Ardan.";
  assert.deepEqual(
    draftsOf(text).map(({ said }) => said),
    [null, null],
  );
});
