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
  ["People did not leave their homes.", "other: not People did not leave their homes"],
  ["There were problems with mobile internet.", "shutdown: There were problems with mobile internet"],
  ["The bridge is not blocked.", "other: not The bridge is not blocked"],
  ["Neither bridge is blocked.", "other: not Neither bridge is blocked"],
  ["A curfew was never in force.", "curfew: not A curfew was never in force"],
  ["No curfew was in force.", "curfew: not No curfew was in force"],
  ["The schools were not closed.", "other: not The schools were not closed"],
  ["The hospital did not run out of oxygen.", "shortage: not The hospital did not run out of oxygen"],
  ["The network was not available.", "shutdown: The network was not available"],
  ["No lawyer was present.", "other: not No lawyer was present"],
  ["There was no water for three days.", "shortage: There was no water for three days"],
  ["The quarter was without light on Monday.", "other: The quarter was without light on Monday"],
  ["No fewer than six bridges are blocked.", "other: No fewer than six bridges are blocked"],
  ["There was no doubt about it."],
  ["He closed the door."],
  ["The internet was cut off on Monday.", "shutdown: The internet was cut off on Monday"],
];

table("condition", rows, wordsOf("condition"));
