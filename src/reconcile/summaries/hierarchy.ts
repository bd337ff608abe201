/** The latest number of the first origin of a declared order that gives one. */
import { fold } from "../folding.ts";
import type { SummaryRule } from "./summary.ts";
import { latest, rangeOver } from "./summary.ts";

export const hierarchy: SummaryRule = {
  name: "hierarchy",
  says: "the latest number of the first origin in the order given",
  choose(candidates, order) {
    for (const origin of order) {
      const own = candidates.filter((candidate) => fold(candidate.origin) === fold(origin));
      if (own.length > 0) return rangeOver(latest(own));
    }
    return null;
  },
};
