/** A single part that is larger than its whole, whatever values the words allow. */
import { inWords, rangeOf } from "../amounts.ts";
import type { Check } from "./check.ts";
import { claimsOf } from "./check.ts";

export const partExceedsWhole: Check = {
  rule: "part-exceeds-whole",
  find({ whole, cuts }) {
    const limit = rangeOf(whole);
    return cuts.flatMap(({ parts }) =>
      parts
        .filter((part) => rangeOf(part).low > limit.high)
        .map((part) => ({
          rule: this.rule,
          claims: claimsOf(whole, [part]),
          message: `A part of ${inWords(rangeOf(part))} is larger than its whole of ${inWords(limit)}.`,
        })),
    );
  },
};
