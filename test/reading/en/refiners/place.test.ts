/** The place that belongs to what is told, and its precision. */
import { placesOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["Police arrested two students in Osterby.", "Osterby/settlement", "Osterby/settlement"],
  ["In Osterby police arrested two students.", "Osterby/settlement", "Osterby/settlement"],
  ["Soldiers destroyed the statue in Lenka Bay.", "Lenka Bay/settlement"],
  ["Two people were killed in the town of Calis.", "Calis/settlement", "Calis/settlement"],
  ["Two people were killed in Calis district.", "Calis district/district", "Calis district/district"],
  [
    "Two people were killed on Mill Street in Osterby.",
    "Mill Street/street",
    "Osterby/settlement",
    "Mill Street/street",
    "Osterby/settlement",
  ],
  ["Two people were killed near Osterby.", "Osterby/around", "Osterby/around"],
  ["Two people were killed at Osterby airport.", "Osterby airport/site", "Osterby airport/site"],
  ["Police from Osterby arrested two students."],
  ["The Osterby police arrested two students."],
  ["Soldiers opened fire on Republic Square.", "Republic Square/site"],
  ["He was taken from Osterby to Calis and beaten.", "Osterby/settlement", "Calis/settlement"],
  ["In Osterby, 14 people were detained, the ministry said.", "Osterby/settlement", "Osterby/settlement"],
  ["A curfew was imposed in the Vesk region.", "Vesk region/region"],
  ["Protesters were shot in Osterby and Calis.", "Osterby/settlement", "Calis/settlement"],
];

table("place", rows, placesOf);
