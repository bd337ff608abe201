/** A breakdown that does not make up its whole. Parts introduced by "including" are not expected to. */
import { inWords, less, rangeOf } from "../amounts.ts";
import { totalOf } from "../divisions.ts";
import type { Check } from "./check.ts";
import { claimsOf, inDivision } from "./check.ts";

export const partsBelowWhole: Check = {
  rule: "parts-below-whole",
  find({ whole, cuts }) {
    const all = rangeOf(whole);
    return cuts.flatMap(({ division, parts }) => {
      const total = totalOf(parts, division);
      // One part of a kind is no breakdown; one fate is: the others' fate is what people ask next.
      if (parts.length < 2 && division !== "fate") return [];
      if (!parts.some((part) => part.partKind === "breakdown") || total.high >= all.low) return [];
      const message = `The parts given ${inDivision(division)} come to ${inWords(total)} of ${inWords(all)}: ${inWords(less(all, total))} not accounted for.`;
      return [{ rule: this.rule, claims: claimsOf(whole, parts), message }];
    });
  },
};
