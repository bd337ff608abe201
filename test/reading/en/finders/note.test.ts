/** Events noted without a verb, and headings and titles that note none. */
import { draftsOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const ARREST = "Two students were arrested.";

function notesOf(text: string): readonly string[] {
  return draftsOf(text)
    .filter(({ rule }) => rule === "en.event.note")
    .map(({ event, quote }) => `${String(event)}: ${quote}`);
}

const rows: readonly Row[] = [
  [`${ARREST} Gunfire from the ridge. Fighting over sacks.`, "clash: Fighting over sacks"],
  [`${ARREST}\n- March to City Hall\n- Baton charge, two hurt`, "use-of-force: Baton charge"],
  [`${ARREST}\nArrests\nThe list is long.`],
  [`${ARREST} The attack.`],
  ["Protest songs, a new album."],
  [`${ARREST} Talks?`],
];

table("note", rows, notesOf);
