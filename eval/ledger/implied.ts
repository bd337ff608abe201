/** The bounds that follow for claims, as situations write them. */
import { impliedOf } from "../../src/reconcile/implied.ts";
import { ledger } from "../../src/views/figures.ts";
import type { Rows } from "../../src/views/view.ts";

/** `215..`, `10..12` or `40` by what the file calls a claim; only claims whose bounds are narrower than they were said. */
export async function impliedIn(of: (view: string) => Rows, names: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const tally of ledger(of("figures"), of)) {
    for (const { fact, range } of impliedOf(tally.wholes, tally.points).bounds) {
      const { low, high } = range;
      found.set(names.get(fact.id) ?? "?", low === high ? String(low) : `${String(low)}..${high === Infinity ? "" : String(high)}`);
    }
  }
  return found;
}
