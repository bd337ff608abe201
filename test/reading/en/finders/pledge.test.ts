/** Promises: who to whom what by when; what is not promised gives none. */
import { pledgesOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The mayor promised to rebuild the bridge by 1 June.", "mayor | rebuild the bridge | by 2031-06-01"],
  ["The mayor promised the families that they would be paid.", "mayor | to families | they would be paid"],
  ["The minister vowed to find the guilty and to punish them.", "minister | find the guilty", "minister | punish them"],
  [
    "The president pledged to lower prices, release the students and dismiss the governor.",
    "president | lower prices",
    "president | release the students",
    "president | dismiss the governor",
  ],
  ["The families were promised new houses.", "? | to The families | new houses"],
  ["The governor’s promise to rebuild the school has not been kept.", "governor | rebuild the school"],
  ["We will publish the list on Friday, the ministry said.", "ministry | We will publish the list | by 2031-05-23"],
  ["The ministry undertook to publish the list within three days.", "ministry | publish the list within three days"],
  ["The company guaranteed that nobody would lose work.", "company | nobody would lose work"],
  ["The mayor did not promise to rebuild the bridge."],
  ["The mayor broke his promise."],
];

table("pledge", rows, pledgesOf);
