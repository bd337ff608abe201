/** What a voice says that no other finder takes: clause by clause, with the best kind, and no "not" lost. */
import { draftsOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The mayor said the bridge was old and the river was high.", "assessment: the bridge was old", "assessment: the river was high"],
  [
    "The union said the gate is closed and there are no plans to open it.",
    "condition: the gate is closed",
    "event not: there are no plans to open it",
  ],
  ["Ada Venn called the delay political.", "assessment: the delay political"],
  ["The governor called on both sides to pull back.", "demand: both sides to pull back"],
  ["The ministry asked residents not to use the wells.", "demand not: residents not to use the wells"],
  ["The clerk said she stayed and waited.", "event: she stayed", "event: waited"],
  ["The clerk said nobody locked the office.", "event not: nobody locked the office"],
  ["The company denied any part in it.", "event: any part in it"],
  ["The ministry did not say that the gate was closed."],
  ["The recipe needs two eggs and a little salt."],
];

table("statement", rows, (text) =>
  draftsOf(text)
    .filter(({ voice }) => voice.length > 0)
    .map(({ kind, negated, quote }) => `${kind}${negated ? " not" : ""}: ${quote}`),
);
