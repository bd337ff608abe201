/** Accusations, active and passive, and reports in the passive. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The prosecutor accused the mayor of ordering the attack.", "prosecutor/state accuses: the mayor of ordering the attack"],
  ["The mayor was accused by the prosecutor of ordering the attack.", "prosecutor/state accuses: ordering the attack"],
  ["Residents accused soldiers of looting shops.", "Residents/witness accuses: soldiers of looting shops"],
  ["The minister blamed the opposition for the riot.", "minister/state accuses: the opposition for the riot"],
  ["The governor blamed the fire on the miners.", "governor/state accuses: the fire on the miners"],
  ["The captain was charged by the prosecutor with theft."],
  ["The figure was disputed by the ministry.", "ministry/state denies: The figure"],
];

table("accusation", rows, spokenOf);
