/** The ledger of figures: one tally a row, by unit in the order of the contract, then by population, then by earliest figure. */
import type { TallyRow } from "../model/rows.ts";
import { checkNumber } from "../reconcile/arithmetic.ts";
import type { Finding } from "../reconcile/checks/check.ts";
import { mixesIn } from "../reconcile/checks/mixes-two-measures.ts";
import { exactOf } from "../reconcile/exact.ts";
import type { FigureFact } from "../reconcile/facts.ts";
import { compareFacts, withBodies } from "../reconcile/facts.ts";
import type { Kinship } from "../reconcile/kin/kinship.ts";
import { rootsOf } from "../reconcile/origins.ts";
import { isTelling } from "../reconcile/telling.ts";
import { bucketsIn, under } from "./buckets.ts";
import type { Of } from "./heard.ts";
import { joiningOf } from "./heard.ts";
import type { Numbers } from "./numbers.ts";
import { numbers, numbersOf } from "./numbers.ts";
import { officesOf } from "./offices.ts";
import { kinshipIn } from "./sketches.ts";
import type { FigureDigest, Tally } from "./tally.ts";
import { fileFigures, inOrder, talliesOf } from "./tally.ts";
import type { Rows, View } from "./view.ts";

/**
 * Every tally, or those of one population, with the findings that look beyond it. One bucket is in memory at a time, and what the numbers in it are
 * looked up with.
 */
export async function* ledger(rows: Rows, of: Of, population: string | null = null): AsyncIterable<Tally> {
  const joining = await joiningOf(of, "same-figure");
  const offices = await officesOf(of);
  const kinship = await kinshipIn(of);
  const others = numbersOf(of(numbers.name), (fact) => withBodies(fact, offices));
  for await (const [, digests] of bucketsIn<FigureDigest>(rows, population === null ? "" : `${population}\t`)) {
    const facts = digests.map(({ fact }) => fact);
    for (const tally of talliesOf(digests, { joining, offices, kinship: await kinship(facts) })) {
      const beyond = await findingsBeyond(tally, others, kinship);
      yield beyond.length === 0 ? tally : { ...tally, row: { ...tally.row, checks: inOrder([...tally.row.checks, ...beyond]) } };
    }
  }
}

/** Findings in which a claim of this tally meets claims of others. */
async function findingsBeyond(tally: Tally, others: Numbers, kinship: Awaited<ReturnType<typeof kinshipIn>>): Promise<readonly Finding[]> {
  const own = new Set(tally.row.series.map(({ claim }) => claim));
  const values = new Set(tally.points.flatMap(({ fact }) => exactOf(fact) ?? []).filter(isTelling));
  const found: Finding[] = [...(await mixesIn(tally.points, others))];
  for (const value of values) {
    const facts = await others.facts(value);
    if (facts.length < 2) continue;
    found.push(...findingsOn(facts, await kinship(facts)).filter(({ claims }) => claims.some((id) => own.has(id))));
  }
  return found;
}

function findingsOn(facts: readonly FigureFact[], kinship: Kinship): readonly Finding[] {
  const roots = rootsOf(facts, kinship);
  return checkNumber([...facts].sort(compareFacts).map((fact) => ({ fact, origin: roots.get(fact.id) ?? fact.home })));
}

export const figures: View<TallyRow> = {
  name: "figures",
  version: 2,
  file: (entry) => under("", fileFigures(entry)),
  async *list(rows, of) {
    for await (const { row } of ledger(rows, of)) yield row;
  },
};
