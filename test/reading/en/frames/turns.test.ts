/** Turns of interviews and transcripts: whose word an answer is, and that a question is nobody's. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const HEAD = "“It was locked”: interview with the former guard Ada Venn, Kel Weekly";
const rows: readonly Row[] = [
  [
    `${HEAD}\n\nQ: What happened?\nA: The gate was closed by soldiers.\nQ: When?\nA: Two men were beaten on Friday.`,
    "Ada Venn/security: The gate was closed by soldiers",
    "Ada Venn/security: Two men were beaten on Friday",
    "Ada Venn/security: Two men were beaten on Friday",
  ],
  [
    "Harbour Radio. Host: Lia Orsk. Guest: Gero Vint, deputy health minister.\n\nORSK: Were they warned?\nVINT: The town was warned on Friday.\nORSK: By whom?\nVINT: The police say that officers beat two men.",
    "Gero Vint/state: The town was warned on Friday",
    "Gero Vint/state > police/security: officers beat two men",
    "Gero Vint/state > police/security: officers beat two men",
  ],
  [
    "Five questions to Zarif Omel, governor of Kel\n\nWho fired? - Soldiers fired at the bus.\n\nWas anybody hurt? - Two men were wounded.",
    "Zarif Omel/state: Soldiers fired at the bus",
    "Zarif Omel/state: Two men were wounded",
  ],
  // A list with colons is no dialogue, and what is asked is not said.
  ["Missing: 8\nThe bridge was closed by soldiers.\nKilled: 6"],
  [`${HEAD}\n\nQ: Did soldiers beat the men?\nA: No.\nQ: Was the gate closed by soldiers?\nA: No.`],
];

table("turn", rows, spokenOf);
