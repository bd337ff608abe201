/** What a story tells in words that no list of event words holds, and clauses of the same form that tell of nothing. */
import { draftsOf, table } from "../said.ts";
import type { Row } from "../said.ts";

/** The clauses that only the story makes events: their type and words. */
function clausesOf(text: string): readonly string[] {
  return draftsOf(text)
    .filter(({ rule }) => rule === "en.event.clause")
    .map(({ event, negated, quote }) => `${String(event)}: ${negated ? "not " : ""}${quote}`);
}

const ARREST = "Two students were arrested.";

const rows: readonly Row[] = [
  [`${ARREST} The tram stopped.`, "other: The tram stopped"],
  [`${ARREST} Four men got out.`, "other: Four men got out"],
  [`${ARREST} Her lawyer has been kept outside twice.`],
  [`${ARREST} Nobody ever came.`, "other: not Nobody ever came"],
  [`${ARREST} She climbed the fence and crawled under a lorry.`, "other: She climbed the fence", "other: crawled under a lorry"],
  [`${ARREST} The volunteers will return on Sunday.`, "other: The volunteers will return on Sunday"],
  [`${ARREST} They grabbed the boy and pulled him inside.`, "other: They grabbed the boy", "other: pulled him inside"],
  [`${ARREST} A neighbour who lives there was let through.`],
  // The clause is about an event, or tries one.
  [`${ARREST} The shots came from the mill.`, "shooting: The shots came from the mill"],
  [`${ARREST} The crowd tried to storm the mill.`, "storming: The crowd tried to storm the mill"],
  // Saying, thinking, being, going on.
  [`${ARREST} The tram is yellow.`],
  [`${ARREST} She thought about it.`],
  [`${ARREST} He was walking home.`],
  [`${ARREST} It is raining.`],
  [`${ARREST} Rumours spread.`],
  // A participle that tells of its noun only.
  [`${ARREST} A fund set up by the parish is empty.`],
  [`${ARREST} When she got there, the yard was empty.`],
  [`${ARREST} Will the tram stop?`],
  // The same words where nothing is told.
  ["The tram stopped."],
  ["Four men got out."],
  ["Nobody ever came."],
];

table("clause of a story", rows, clausesOf);
