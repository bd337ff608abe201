/** What a voice calls somebody; a call is no label. */
import { table, wordsOf } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The president called the miners “bandits”.", "The president called the miners “bandits”"],
  ["The governor described the march as an attempted coup.", "The governor described the march as an attempted coup"],
  ["State television labelled the students extremists.", "State television labelled the students extremists"],
  ["The miners, whom the president called terrorists, denied it.", "the president called terrorists"],
  ["He called his brother."],
  ["She called the police."],
  ["The state described them as “armed criminals”.", "The state described them as “armed criminals”"],
];

table("label", rows, wordsOf("label"));
