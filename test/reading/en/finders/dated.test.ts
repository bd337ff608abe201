/** A clause with a date that no other finder took, and sentences with dates that tell nothing. */
import { ofKind, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["I handed the form in on 14 May.", "2031-05-14 | I handed the form in on 14 May"],
  ["The mast fell over last night.", "2031-05-19/2031-05-20 | The mast fell over last night"],
  ["They did not mend the mast on Sunday.", "2031-05-18 not | They did not mend the mast on Sunday"],
  ["The wagons were moved to the depot on 3 May.", "2031-05-03 | The wagons were moved to the depot on 3 May"],
  ["Work started yesterday.", "2031-05-19 | Work started yesterday"],
  ["Yesterday my cousin phoned from the barracks.", "2031-05-19 | Yesterday my cousin phoned from the barracks"],
  ["The second gate has worked since Friday.", "2031-05-16/.. | The second gate has worked since Friday"],
  ["7 May. The committee meets in the old mill.\n8 May. Snow.", "2031-05-07 | The committee meets in the old mill"],
  // What is always so, what is asked, what is only conceived, and reports.
  ["The fair opens in May."],
  ["The museum is open from Tuesday to Sunday."],
  ["If the gates open on Sunday, we will go."],
  ["Did you hand the form in on 14 May?"],
  ["The ministry published a statement on Monday."],
  ["The ministry said nothing on Monday."],
  ["It was the third Sunday in May."],
  ["The spring of 2030 was wet."],
  ["In 2031 the rules were changed."],
];

table("dated", rows, (text) =>
  ofKind(text, "event").map(({ when, negated, quote }) => `${String(when)}${negated ? " not" : ""} | ${quote}`),
);
