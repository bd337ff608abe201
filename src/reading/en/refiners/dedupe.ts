/** One finding for one thing said: the same kind and words found by two rules is kept once, the earlier rule in the list winning. */
import type { Refiner } from "../finder.ts";
import type { Found } from "../../found.ts";

export const distinct: Refiner = {
  name: "distinct",
  refine(findings) {
    const seen = new Set<string>();
    return findings.filter((finding) => {
      const key = keyOf(finding);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  },
};

function keyOf(finding: Found): string {
  const { kind, start, end, event, anchor, relation } = finding;
  const detail =
    kind === "figure" ? String(anchor.start) : kind === "relation" ? `${String(relation?.from)} ${String(relation?.to)}` : String(event);
  return `${kind} ${String(start)} ${String(end)} ${detail}`;
}
