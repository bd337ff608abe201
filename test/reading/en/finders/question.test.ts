/** What the text says is not known, why, and who keeps silent. */
import { questionsOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["It is not known who fired the first shot.", "who fired the first shot"],
  ["It is unclear how many people were on the bridge.", "how many people were on the bridge"],
  ["It remains unclear whether the guards had orders.", "whether the guards had orders"],
  ["The ministry did not say how many people had been detained.", "how many people had been detained | asked of ministry"],
  ["Police declined to say where the men were being held.", "where the men were being held | asked of Police"],
  ["The hospital refused to comment on the deaths."],
  ["His whereabouts are unknown.", "His whereabouts"],
  ["The cause of the fire has not been established.", "The cause of the fire"],
  ["The cause of the blast remains unclear.", "The cause of the blast"],
  ["Nobody knows who gave the order.", "who gave the order"],
  ["There was no information on how many people were held.", "how many people were held"],
  ["She does not know where her son is.", "where her son is | asked of She"],
  ["No one has claimed responsibility for the attack.", "responsibility for the attack"],
  ["It was not immediately clear why the bridge was closed.", "why the bridge was closed"],
  ["How many were killed the office has not said.", "How many were killed | asked of office"],
  ["It is clear who fired first."],
  ["It is known that he fled."],
  ["The ministry said how many people had been detained."],
  ["He asked why the bridge was closed."],
];

table("question", rows, questionsOf);
