/** A name, a colon, what is said; a heading and its number say nothing. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["Ada Venn: We were beaten in the yard.", "Ada Venn: We were beaten in the yard"],
  ["The ministry: “Fourteen people were detained.”", "ministry/state: Fourteen people were detained"],
  ["Tom Orrin: “They shot at us.”", "Tom Orrin: They shot at us"],
  ["Wounded: 14"],
  ["Address: Mill Street 4"],
];

table("colon", rows, spokenOf);
