/** What a voice says lies ahead. */
import { table, wordsOf } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["Experts predict that prices will rise.", "prices will rise"],
  ["The union warned that the miners would strike.", "the miners would strike"],
  ["Analysts expect that there will be more arrests.", "there will be more arrests"],
  ["The rights group does not rule out that there may be more arrests.", "there may be more arrests"],
  ["The ministry forecast a cold winter."],
  ["He said that prices rose."],
  ["Police warned residents."],
];

table("prediction", rows, wordsOf("prediction"));
