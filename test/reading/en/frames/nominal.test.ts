/** Reports, claims and figures that say something. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["Reports emerged that soldiers had fired at the crowd.", "Reports: soldiers had fired at the crowd"],
  ["There were reports that soldiers had fired at the crowd.", "reports: soldiers had fired at the crowd"],
  ["The mayor's claim that the crowd was armed could not be verified.", "mayor/state claims: the crowd was armed"],
  ["The statement said that 14 people had been detained.", "statement: 14 people had been detained"],
  ["A police report says 14 people were detained.", "police report/security: 14 people were detained"],
  ["Local media reported 14 detentions.", "Local media/media: 14 detentions"],
  ["The official figures speak of 14 detained.", "official figures/state: 14 detained"],
  ["He read a report that the paper had carried."],
];

table("nominal", rows, spokenOf);
