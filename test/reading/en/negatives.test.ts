/** Sentences with numbers, quotation marks and verbs of saying that count nothing, quote nothing and report nothing. */
import { draftsOf, table } from "./said.ts";
import type { Row } from "./said.ts";

const rows: readonly Row[] = [
  // Numbers that name, measure or date.
  ["Room 14 was locked."],
  ["Flight 302 was late."],
  ["Chapter 4 has 3 reasons."],
  ["The bridge is 140 metres long."],
  ["He was 45."],
  ["The home side won 3-1."],
  ["It scored 9 out of 10."],
  ["The line 5 bus was late."],
  ["The march lasted three hours."],
  ["At 10:40 p.m. the bell rang."],
  ["In 2031 the law was changed."],
  ["See page 14 of the report."],
  ["Call 102 for help."],
  ["The A2 road is long."],
  ["The winter of 2030 was cold."],
  ["It was the second day of May."],
  ["The temperature was minus 12 degrees."],
  ["The room has two doors."],
  ["He has two sons."],
  // Titles and words set apart.
  ["The film “The Long Night” was shown."],
  ["She read “Home” twice."],
  ["The so-called “quiet hour” is over."],
  // Verbs that do not report here.
  ["The clock told the time."],
  ["They put the flowers on the table."],
  ["The road shows its age."],
  ["She found a key."],
  ["He held the door."],
  ["The village counts as small."],
  ["The report is long."],
  ["The news was late."],
  // Nothing is said.
  ["The ministry did not say that soldiers had fired."],
  ["The minister said nothing."],
  ["“No,” the minister said."],
  ["The ministry said about 2,500."],
  ["Nobody said a word."],
  // Nouns that only point back, and offences that are only named.
  ["After the clashes the square was cleaned."],
  ["In the attack windows broke."],
  ["An arrest warrant exists."],
  ["The death penalty is gone."],
  ["He wrote a book on torture."],
  // What is only thought of.
  ["If police shoot, the crowd will run."],
  ["She fears for her job."],
];

table("no claim", rows, (text) => draftsOf(text).map(({ kind, quote }) => `${kind}: ${quote}`));
