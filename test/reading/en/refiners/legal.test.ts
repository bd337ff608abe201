/** Legal stages: suspected is not charged, charged is not convicted, waiting is nothing yet. */
import { stagesOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The captain was charged with abuse of power.", "charged: abuse of power | The captain was charged with abuse of power"],
  ["He was arrested on suspicion of arson.", "suspected: arson | He was arrested on suspicion of arson"],
  ["The driver was convicted of murder.", "convicted: murder | The driver was convicted of murder"],
  ["The driver was acquitted of murder.", "acquitted: murder | The driver was acquitted of murder"],
  [
    "The court sentenced the mayor to five years in prison for corruption.",
    "convicted: corruption | The court sentenced the mayor to five years in prison for corruption",
  ],
  ["The captain was remanded in custody for two months.", "remanded | The captain was remanded in custody for two months"],
  ["The driver is suspected of theft.", "suspected: theft | The driver is suspected of theft"],
  ["Two officers were charged with murder.", "charged: murder | Two officers were charged with murder"],
  ["Six people are suspected of organising the riot.", "suspected: organising the riot | Six people are suspected of organising the riot"],
  ["Eleven people were convicted.", "convicted | Eleven people were convicted"],
  ["The students were released under an amnesty.", "- | The students were released under an amnesty"],
  ["The editor was detained on Monday.", "detained | The editor was detained on Monday"],
  ["The editor was not detained.", "- | The editor was not detained"],
  ["She is waiting to be charged with theft."],
  ["He is expected to be charged with theft.", "- | to be charged with theft"],
  ["He has never been charged with theft.", "- | He has never been charged with theft"],
  ["The arrest of the editor was condemned.", "- | The arrest of the editor was condemned"],
  ["He was arrested and charged with arson.", "detained | He was arrested", "charged: arson | charged with arson"],
  ["The driver went on trial for manslaughter.", "tried: manslaughter | The driver went on trial for manslaughter"],
  ["Four men were jailed for theft.", "convicted: theft | Four men were jailed for theft"],
  ["The editor was pardoned on Friday.", "pardoned | The editor was pardoned on Friday"],
  ["The prosecutor accused the mayor of theft."],
];

table("legal", rows, stagesOf);
