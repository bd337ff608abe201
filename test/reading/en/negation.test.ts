/** What says that it was not so, whichever finder reads it, and bounds that only look like it. */
import { draftsOf, table } from "./said.ts";
import type { Row } from "./said.ts";

function negatedIn(text: string): readonly string[] {
  return draftsOf(text)
    .filter(({ negated }) => negated)
    .map(({ quote }) => quote);
}

const rows: readonly Row[] = [
  ["No soldier fired on Monday.", "No soldier fired on Monday"],
  ["The bridge was never repaired.", "The bridge was never repaired"],
  ["Neither bridge is blocked.", "Neither bridge is blocked"],
  ["The minister said that they were no longer there.", "they were no longer there"],
  ["He said nobody had warned them.", "nobody had warned them"],
  // What is said not to be so hangs on the finite verb, whatever verb its subject holds.
  ["He said that shelling is not a cause of death.", "shelling is not a cause of death"],
  ["Officials insisted that training recruits was never a crime.", "training recruits was never a crime"],
  // Bounds of a number or of a day.
  ["No fewer than 400 people crossed the border on Monday and soldiers were killed."],
  ["The mayor said no fewer than 30 men marched to the port."],
  ["No fewer than three schools were closed."],
  ["No fewer than six bridges are blocked."],
  ["The schools were closed no later than Monday."],
  ["Soldiers shot no fewer than ten people."],
  ["No fewer than ten people were arrested."],
  ["No doubt the guards left the gate on Monday."],
];

table("negated", rows, negatedIn);
