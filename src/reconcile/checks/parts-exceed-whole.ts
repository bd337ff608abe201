/** Parts of one division that come to more than the whole. */
import { digits, inWords, rangeOf } from "../amounts.ts";
import { totalOf } from "../divisions.ts";
import type { Check } from "./check.ts";
import { claimsOf, inDivision } from "./check.ts";

export const partsExceedWhole: Check = {
  rule: "parts-exceed-whole",
  find({ whole, cuts }) {
    const limit = rangeOf(whole);
    return cuts.flatMap(({ division, parts }) => {
      const total = totalOf(parts, division);
      if (parts.length < 2 || total.low <= limit.high) return [];
      const counted = total.low === total.high ? digits(total.low) : `at least ${digits(total.low)}`;
      const message = `The parts given ${inDivision(division)} come to ${counted}, more than the whole of ${inWords(limit)}: some are counted twice or a number is wrong.`;
      return [{ rule: this.rule, claims: claimsOf(whole, parts), message }];
    });
  },
};
