/** Somebody says it, and the text does not tell who. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["It was reported that 14 people had been detained.", "?: 14 people had been detained"],
  ["Three men are said to have been beaten.", "?: Three men are said to have been beaten"],
  ["It was announced on Monday that the bridge was closed.", "?: the bridge was closed"],
  ["The mayor is reported to have fled.", "?: The mayor is reported to have fled"],
  ["The mayor is believed to have fled.", "?: The mayor is believed to have fled"],
  ["It is known that the mayor fled.", "?: the mayor fled"],
  ["The men were told to leave."],
];

table("impersonal", rows, spokenOf);
