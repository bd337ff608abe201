/** Who was behind it, what it really was, what caused it. */
import { table, wordsOf } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The opposition said the police were behind the riot.", "the police were behind the riot"],
  ["The governor blamed the fire on the miners.", "the fire on the miners"],
  ["The unrest was triggered by a rise in bread prices.", "The unrest was triggered by a rise in bread prices"],
  ["The march was not a protest but rather an attempted coup.", "The march was not a protest but rather an attempted coup"],
  ["The riot was a provocation.", "The riot was a provocation"],
  ["The attack was organised by the brother of the governor.", "The attack was organised by the brother of the governor"],
  ["The strike was caused by low pay.", "The strike was caused by low pay"],
];

table("explanation", rows, wordsOf("explanation"));
