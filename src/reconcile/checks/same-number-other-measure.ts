/** One telling number that different origins give for different things: easily taken for one. */
import type { NumberCheck } from "./check.ts";
import type { Alike } from "./same-number.ts";
import { alikes, claimsIn, countedIn, differenceBetween, numberOf } from "./same-number.ts";

/** True when the two differ and not only within one origin's name, which is a matter of its own. */
function isConfusable(a: Alike, b: Alike): boolean {
  return differenceBetween(a, b) !== null && !a.some((x) => b.some((y) => x.origin === y.origin));
}

export const sameNumberOtherMeasure: NumberCheck = {
  rule: "same-number-other-measure",
  find(said) {
    const groups = alikes(said);
    const involved = groups.filter((a) => groups.some((b) => a !== b && isConfusable(a, b)));
    const [first] = involved;
    if (first === undefined) return [];
    const told = involved.map((group) => `${countedIn(group)} (${[...new Set(group.map(({ origin }) => origin))].join(", ")})`);
    const message = `${numberOf(first)} is said of different things: ${told.join("; ")}.`;
    return [{ rule: this.rule, claims: claimsIn(involved), message }];
  },
};
