/** Second-hand reports: the one who quotes is the outer voice. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The agency quoted the mayor as saying that the bridge had been closed.", "agency/media > mayor/state: the bridge had been closed"],
  ["Mayor Tom Orrin was quoted as saying the bridge had been closed.", "Tom Orrin/state: the bridge had been closed"],
  [
    "Tom Orrin, quoted by the Meridian agency, said that 14 people had been detained.",
    "Meridian agency/media > Tom Orrin/media: 14 people had been detained",
  ],
  [
    "Fourteen people were detained, the Meridian agency reported, citing the Interior Ministry.",
    "Meridian agency/media > Interior Ministry/state: Fourteen people were detained",
  ],
  [
    "The Meridian agency reported, citing the Interior Ministry, that 14 people had been detained.",
    "Meridian agency/media > Interior Ministry/state: 14 people had been detained",
  ],
  [
    "According to the Meridian agency, which cited the Interior Ministry, 14 people were detained.",
    "Meridian agency/media > Interior Ministry/state: 14 people were detained",
    "Meridian agency/media > Interior Ministry/state: 14 people were detained",
  ],
  [
    "Citing a police source, the newspaper wrote that 14 people had been detained.",
    "newspaper/media > police source/security: 14 people had been detained",
  ],
  [
    "Tom Orrin was quoted by the Meridian agency as saying that the bridge was closed.",
    "Meridian agency/media > Tom Orrin: the bridge was closed",
  ],
  ["The film cited in the report was lost."],
];

table("quoted", rows, spokenOf);
