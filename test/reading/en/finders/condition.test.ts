/** What was lacking, cut, closed or in force. */
import { table, wordsOf } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["There was no electricity in the town.", "shutdown: There was no electricity in the town"],
  ["The town was left without water.", "shortage: The town was left without water"],
  ["Residents complained of a shortage of bread.", "shortage: Residents complained of a shortage of bread"],
  ["The schools remained closed.", "other: The schools remained closed"],
  ["A curfew was in force.", "curfew: A curfew was in force"],
  ["Shops were closed.", "other: Shops were closed"],
  ["The bridge is blocked.", "other: The bridge is blocked"],
  ["People did not leave their homes.", "other: People did not leave their homes"],
  ["There were problems with mobile internet.", "shutdown: There were problems with mobile internet"],
  ["There was no doubt about it."],
  ["He closed the door."],
  ["The internet was cut off on Monday.", "shutdown: The internet was cut off on Monday"],
];

table("condition", rows, wordsOf("condition"));
