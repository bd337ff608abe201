/** According to, in the words of, as X put it. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  [
    "According to the Meridian agency, which cited the Interior Ministry, 14 people were detained.",
    "Meridian agency/media > Interior Ministry/state: 14 people were detained",
    "Meridian agency/media > Interior Ministry/state: 14 people were detained",
  ],
  ["As the mayor put it, “the town was burning”.", "mayor/state: the town was burning"],
  ["In the words of the mayor, the town was burning.", "mayor/state: the town was burning"],
  ["According to the ministry, 14 people were detained.", "ministry/state: 14 people were detained"],
  ["Fourteen people were detained, according to the ministry.", "ministry/state: Fourteen people were detained"],
  ["But according to Ada Venn, 14 people were detained.", "Ada Venn: 14 people were detained"],
  ["In the view of the mayor, the march was a riot.", "mayor/state: the march was a riot"],
  [
    "According to unconfirmed reports on social media, the mayor has fled.",
    "unconfirmed reports on social media/media: the mayor has fled",
  ],
  ["They were paid according to age."],
];

table("according", rows, spokenOf);
