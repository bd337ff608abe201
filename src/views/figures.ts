/** The ledger of figures: one tally a row, by unit in the order of the contract, then by population, then by earliest figure. */
import { bucketView } from "./buckets.ts";
import type { TallyRow } from "../model/rows.ts";
import type { FigureDigest } from "./tally.ts";
import { fileFigures, talliesOf } from "./tally.ts";

export const figures = bucketView<FigureDigest, TallyRow>({
  name: "figures",
  version: 1,
  file: fileFigures,
  rows: (digests) => talliesOf(digests).map(({ row }) => row),
});
