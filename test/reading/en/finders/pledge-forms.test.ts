/** Promises with and without a word for it, and talk that is none. */
import { everyday, heardOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  [
    "The Interior Ministry of Velmark undertook to hand over the footage from all nine cameras by 14 June.",
    "to hand over the footage from all nine cameras by 14 June",
  ],
  ["The autopsy report will be made public, Justice Minister Oda Renn said on Thursday.", "The autopsy report will be made public"],
  [
    "The railway company has committed to paying for the funerals of the eleven passengers.",
    "to paying for the funerals of the eleven passengers",
  ],
  [
    "Colonel Brask gave his word that nobody would be searched on the way to the cemetery.",
    "nobody would be searched on the way to the cemetery (not)",
  ],
  [
    "The prosecutor's office guaranteed that the two witnesses would not be called in again.",
    "the two witnesses would not be called in again (not)",
  ],
  ["The provincial government plans to rebuild the bridge at Ulmen before the winter.", "to rebuild the bridge at Ulmen before the winter"],
  ["An inquiry will be held, the police commissioner assured the parents.", "An inquiry will be held"],
  [
    "The council has pledged 2 million marks for the repair of homes damaged in the flood.",
    "2 million marks for the repair of homes damaged in the flood",
  ],
  ['"We will get to the bottom of this," Mayor Lind told reporters outside the burnt-out club.', "We will get to the bottom of this"],
  ["The ministry is to publish the list of the wounded on Friday.", "to publish the list of the wounded on Friday"],
  ["He refused to promise that the curfew would be lifted before the holiday."],
  [
    "The governor said compensation would be paid to every household on Dock Street.",
    "compensation would be paid to every household on Dock Street",
  ],
  [
    "As was promised by the akim of the district, the gas supply will be restored by evening.",
    "the gas supply will be restored by evening",
  ],
  ["The airline said it would cooperate fully with the investigators.", "it would cooperate fully with the investigators"],
  [
    "The army agreed to withdraw its checkpoints from the Kelle valley by Sunday.",
    "to withdraw its checkpoints from the Kelle valley by Sunday",
  ],
  [
    "The union says its members will not return to work until the guard is suspended.",
    "its members will not return to work until the guard is suspended (not)",
  ],
  ["The ministry offered the widows a lump sum of 40,000 dinars each.", "the widows a lump sum of 40,000 dinars each"],
  ["Police have promised an independent review of the shooting in Calder Lane.", "an independent review of the shooting in Calder Lane"],
  ["The company has said it will not contest the claims.", "it will not contest the claims (not)"],
  ...everyday,
  ["Nobody knows the true origin of the nursery rhyme."],
];

table("pledge", rows, (text) => heardOf(text, "pledge"));
