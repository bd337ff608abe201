/** How things stand, in a story and outside one. */
import { table, wordsOf } from "../said.ts";
import type { Row } from "../said.ts";

const ARREST = "Two students were arrested.";

const rows: readonly Row[] = [
  [`${ARREST} The taps are dry.`, "shortage: The taps are dry"],
  [`${ARREST} The hospital is full.`, "other: The hospital is full"],
  [`${ARREST} The wells are under guard.`, "other: The wells are under guard"],
  [`${ARREST} The bakery is out of flour.`, "shortage: The bakery is out of flour"],
  [`${ARREST} The road is still under water.`, "other: The road is still under water"],
  [`${ARREST} There were marks of cuffs on his wrists.`, "other: There were marks of cuffs on his wrists"],
  [`${ARREST} There are no latrines.`, "shortage: There are no latrines"],
  [`${ARREST} There are no stairs.`, "other: not There are no stairs"],
  [`${ARREST} They had a list.`, "other: They had a list"],
  [`${ARREST} We had bags over our heads.`, "other: We had bags over our heads"],
  [`${ARREST} The driver is being held at the port.`, "other: The driver is being held at the port"],
  [`${ARREST} The number does not answer.`, "shutdown: The number does not answer"],
  [`${ARREST} Checkpoints continue to operate.`, "other: Checkpoints continue to operate"],
  [`${ARREST} The trains are running with delays.`, "other: The trains are running with delays"],
  [`${ARREST} The square is empty.`, "other: The square is empty"],
  [`${ARREST} The square is not empty.`, "other: not The square is not empty"],
  [`${ARREST} There was no doubt.`],
  [`${ARREST} He has a right to know.`],
  [`${ARREST} The gate was opened by a clerk.`],
  [`${ARREST} The town was under attack.`],
  [`${ARREST} It is raining.`],
  [`${ARREST} The mayor continues to praise the plan.`],
  [`${ARREST} I was on the fourth floor.`],
  [`${ARREST} Fourteen of them are in hospital.`],
  [`${ARREST} Is the road closed?`],
  [
    `${ARREST}\n- Closed: Bridge Road, North Gate.\n- Power out in the whole of Eastgate.\n- Burns unit full.`,
    "shutdown: Bridge Road, North Gate",
    "shutdown: Power out in the whole of Eastgate",
    "other: Burns unit full",
  ],
  ["The taps are dry. The hospital is full."],
];

table("standing", rows, wordsOf("condition"));
