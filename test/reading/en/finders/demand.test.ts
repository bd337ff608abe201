/** What somebody asks somebody to do, by a verb of asking or by a duty, and talk that is none. */
import { everyday, heardOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["He refused to promise that the curfew would be lifted before the holiday."],
  ["Amity Watch called on the authorities to release the students immediately.", "the authorities to release the students immediately"],
  ["The bishop urged both sides to respect the truce over the feast.", "both sides to respect the truce over the feast"],
  ["Protesters demanded the resignation of the police chief of Tarn.", "the resignation of the police chief of Tarn"],
  ['"The men who did this must be brought to court," said the dead girl\'s uncle.', "The men who did this must be brought to court"],
  ["The government should lift the ban on assemblies, the Observatory writes.", "The government should lift the ban on assemblies"],
  ["The petition, signed by 3,200 people, calls for an independent inquiry into the collapse.", "an independent inquiry into the collapse"],
  ["We appeal to the international community not to look away.", "the international community not to look away (not)"],
  ["She asked the guards to give her son his insulin.", "the guards to give her son his insulin"],
  ["The doctors' association recommends that the use of rubber bullets be suspended.", "the use of rubber bullets be suspended"],
  ["The families want to know who signed the burial permits.", "to know who signed the burial permits"],
  ["Residents pressed for the removal of the barriers on Mill Road.", "the removal of the barriers on Mill Road"],
  ["Police ask anyone with information to ring the station at Orrin.", "anyone with information to ring the station at Orrin"],
  [
    "Recommendations to the Government of Palvia:\n- Publish the findings of the commission.\n- Suspend the officers involved.",
    "Publish the findings of the commission",
    "Suspend the officers involved",
  ],
  ["It is necessary to punish the guilty, the deputies underline.", "to punish the guilty"],
  ...everyday,
  ["Nobody knows the true origin of the nursery rhyme."],
  ["The protagonist vows to avenge his father in the third act."],
];

table("demand", rows, (text) => heardOf(text, "demand"));
