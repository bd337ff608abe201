/** Offices, kin and closeness. */
import { relationsOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["Ada Venn, the director of the Open Desk, spoke first.", "Ada Venn head-of Open Desk (director)"],
  ["Ministry spokesman Pel Orrin denied it.", "Pel Orrin spokesperson-of Ministry (spokesman)"],
  ["Mayor Tom Orrin of Osterby denied it.", "Tom Orrin head-of Osterby (Mayor)"],
  ["Tom Orrin, a member of the Miners Union, denied it.", "Tom Orrin member-of Miners Union (member)"],
  ["Orrin’s deputy Ada Venn denied it.", "Ada Venn deputy-of Orrin (deputy)"],
  ["The captain’s lawyer Ada Venn denied it.", "Ada Venn works-for captain (lawyer)"],
  ["Ada Venn is the sister of Tom Orrin.", "Ada Venn relative-of Tom Orrin (sister)"],
  ["Ada Venn is close to President Orrin.", "Ada Venn close-to Orrin"],
  ["Tom Orrin, head of the Osterby Police Department, denied it.", "Tom Orrin head-of Osterby Police Department (head)"],
  ["Ada Venn, 34, a nurse at the Osterby hospital, denied it.", "Ada Venn works-for Osterby hospital (nurse)"],
  ["Tom Orrin, the brother of the governor, was there.", "Tom Orrin relative-of governor (brother)"],
  ["Tom Orrin, a tall man, was there."],
  // The office first, a verb, a bare title.
  ["Its director, Ada Venn, denied it.", "Ada Venn head-of ? (director)"],
  ["A police spokeswoman, Captain Ada Venn, denied it.", "Ada Venn spokesperson-of police (spokeswoman)"],
  ["The mine’s owner, the Osterby group, denied it.", "Osterby group owner-of mine (owner)"],
  ["The chief engineer of the rescue brigade, Tom Orrin, denied it.", "Tom Orrin works-for rescue brigade (chief engineer)"],
  ["The district doctor, Ada Venn, denied it.", "Ada Venn works-for district (doctor)"],
  ["Ada Venn heads the Open Desk.", "Ada Venn head-of Open Desk"],
  ["His brother works for the regional prosecutor.", "His brother works-for regional prosecutor"],
  ["Prime Minister Tom Orrin denied it."],
  ["Interior Minister Tom Orrin denied it."],
  ["She works for nothing."],
  ["In the car, Tom Orrin slept."],
  ["Ada Venn headed home."],
];

table("relation", rows, relationsOf);
