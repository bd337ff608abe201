/** The ledger of figures: one tally a row, by unit in the order of the contract, then by population, then by earliest figure. */
import { bucketsIn, under } from "./buckets.ts";
import { joiningOf } from "./heard.ts";
import type { TallyRow } from "../model/rows.ts";
import type { FigureDigest } from "./tally.ts";
import { fileFigures, talliesOf } from "./tally.ts";
import { kinshipIn } from "./sketches.ts";
import type { View } from "./view.ts";

export const figures: View<TallyRow> = {
  name: "figures",
  version: 1,
  file: (entry) => under("", fileFigures(entry)),
  async *list(rows, of) {
    const joining = await joiningOf(of, "same-figure");
    const kinship = await kinshipIn(of);
    for await (const [, digests] of bucketsIn<FigureDigest>(rows, ""))
      for (const { row } of talliesOf(digests, joining, await kinship(digests.map(({ fact }) => fact)))) yield row;
  },
};
