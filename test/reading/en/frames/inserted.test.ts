/** Reports that stand inside what is said. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The driver, who, they say, died on Monday, was a teacher.", "they: who, they say, died on Monday"],
  ["The gate, the mayor said, was locked on Friday.", "mayor/state: The gate, the mayor said, was locked on Friday"],
  ["“We want,” she said, “to know who did it.”", "she: We want", "she: to know who did it"],
  ["On Monday, the mayor said, the bridge was closed.", "mayor/state: the bridge was closed"],
  ["The bridge – the mayor said – was closed.", "mayor/state: The bridge – the mayor said – was closed"],
  ["The bridge (the mayor said) was closed.", "mayor/state: The bridge (the mayor said) was closed"],
  ["The mayor, who was there, said nothing."],
];

table("inserted", rows, spokenOf);
