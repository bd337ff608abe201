/** From the lowest to the highest of what stands, over all origins. */
import type { SummaryRule } from "./summary.ts";
import { rangeOver } from "./summary.ts";

export const rangeOverOrigins: SummaryRule = {
  name: "range",
  says: "the range over all origins that stand",
  choose: (candidates) => rangeOver(candidates),
};
