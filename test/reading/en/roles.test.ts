/** Who acts, who undergoes, with what. */
import { draftsOf, table } from "./said.ts";
import type { Row } from "./said.ts";

const ARREST = "Two students were arrested.";

function rolesIn(text: string): readonly string[] {
  return draftsOf(text)
    .filter(({ kind, start }) => kind === "event" && start > ARREST.length)
    .map(({ event, who }) => `${String(event)}: ${who.map(({ role, name }) => `${role} ${name}`).join("; ")}`);
}

const rows: readonly Row[] = [
  [`${ARREST} Youths threw stones at the guards.`, "attack: agent Youths; patient guards"],
  [`${ARREST} A shell hit the clinic.`, "other: instrument shell; patient clinic"],
  [`${ARREST} Our officers were attacked with iron bars.`, "attack: patient Our officers; instrument iron bars"],
  [`${ARREST} The roof fell in.`, "other: patient roof"],
  [`${ARREST} She fell.`, "other: patient She"],
  [`${ARREST} Somebody took the phone and threw it into the river.`, "other: agent Somebody", "other: agent Somebody; patient it"],
  [`${ARREST} The raids began.`, "attack: "],
  [`${ARREST} Police arrested a nurse and two drivers.`, "arrest: agent Police; patient nurse; patient two drivers"],
  [`${ARREST} Soldiers burned schools and clinics.`, "fire: agent Soldiers; patient schools and clinics"],
  [`${ARREST} The search lasted until 9 May.`],
  [`${ARREST} They crossed the river.`, "other: agent They"],
  [`${ARREST} The clinic was searched by noon.`, "search: patient clinic"],
];

table("roles", rows, rolesIn);
