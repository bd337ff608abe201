/** The last word of the state. */
import type { SummaryRule } from "./summary.ts";
import { latest, rangeOver } from "./summary.ts";

export const latestOfficial: SummaryRule = {
  name: "latest-official",
  says: "the latest number of a body of the state",
  choose: (candidates) => rangeOver(latest(candidates.filter(({ official }) => official))),
};
