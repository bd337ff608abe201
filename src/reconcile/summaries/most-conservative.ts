/** The smallest number that stands, whoever gives it. */
import type { SummaryRule } from "./summary.ts";
import { rangeOver } from "./summary.ts";

export const mostConservative: SummaryRule = {
  name: "most-conservative",
  says: "the smallest number that stands",
  choose(candidates) {
    const least = Math.min(...candidates.map(({ named }) => named));
    return rangeOver(candidates.filter(({ named }) => named === least));
  },
};
