/** Which words name a place, of what kind, and which event it belongs to: all places of each text's claims, once. */
import { draftsOf, table } from "./said.ts";
import type { Row } from "./said.ts";

const rows: readonly Row[] = [
  // What a noun phrase names.
  ["The mine at Sorrel Creek was sealed on Monday.", "mine/site", "Sorrel Creek/settlement"],
  ["Gunmen stormed the village of Karsh in the Upper Zeel district.", "Karsh/settlement", "Upper Zeel district/district"],
  ["Two people were killed about 12 km off Cape Morran.", "Cape Morran/around"],
  ["Police raided at least 40 homes in the Salt Quarter of Irem.", "Salt Quarter/district", "Irem/settlement"],
  ["My brother was arrested in Zarn prison.", "Zarn prison/site"],
  ["Seven miners were trapped in shaft no. 3 of the Hoffnung colliery.", "shaft no. 3 of the Hoffnung colliery/site"],
  ["Two prisoners escaped from Colony No. 6.", "Colony No. 6/site"],
  ["Crowds blocked Highway 4 outside Tessa.", "Highway 4/street", "Tessa/around"],
  ["Soldiers fired on a convoy on the road between Ardan and Lower Kel.", "road between Ardan and Lower Kel/street"],
  ["Three people were killed at a checkpoint at the Tellur refugee camp.", "checkpoint at the Tellur refugee camp/site"],
  ["A convoy was ambushed between Tel Amar and Nissa.", "Tel Amar/around", "Nissa/around"],
  ["A curfew was declared in Asper, Quill and Nord districts.", "Asper/district", "Quill/district", "Nord districts/district"],
  ["A lorry exploded in Arda, a town in Kesse province.", "Arda/settlement", "Kesse province/region"],
  ["Three people were shot in northern Halmark.", "northern Halmark/region"],
  ["Two people were killed in the suburb of Daraz.", "Daraz/district"],
  [
    "Masked men seized documents from the offices of the Clear Water Union in Estrel.",
    "offices of the Clear Water Union/site",
    "Estrel/settlement",
  ],
  ["A grenade exploded in the yard of the consulate in Beth Alim overnight.", "yard of the consulate/site", "Beth Alim/settlement"],
  ["In Arda police arrested two students.", "Arda/settlement"],
  // What happened to it, and what it shares.
  ["Police raided the tax office in Arda.", "tax office/site", "Arda/settlement"],
  ["The port will remain closed until Friday.", "port/site"],
  ["A shell hit the clinic in Brisk, killing three people.", "clinic/site", "Brisk/settlement"],
  ["Osterby: 3 dead\nVarn: 9 dead", "Osterby/settlement", "Varn/settlement"],
  // Counts, offices, speakers, origins and other matters are no places of what is told.
  ["Police closed 40 schools."],
  ["Soldiers burned three houses."],
  ["The mayor said in Arda that two men were arrested."],
  ["A man from Osterby was arrested."],
  ["The Osterby police arrested two students."],
  ["Nine guards were sentenced over the riot at the Osterby penal colony."],
  ["The doors were broken by men."],
];

table("places of claims", rows, (text) => [
  ...new Set(draftsOf(text).flatMap(({ where }) => where.map(({ name, precision }) => `${name}/${precision}`))),
]);
