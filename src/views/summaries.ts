/** Tallies with what a named rule makes of each: worked out when it is asked for, kept nowhere. */
import type { SummarisedTally } from "../model/rows.ts";
import type { Party } from "../model/words.ts";
import { rangeOf } from "../reconcile/amounts.ts";
import type { FigureFact } from "../reconcile/facts.ts";
import { isDenial } from "../reconcile/facts.ts";
import { momentOf } from "../reconcile/moments.ts";
import { hierarchy } from "../reconcile/summaries/hierarchy.ts";
import { latestOfficial } from "../reconcile/summaries/latest-official.ts";
import { mostConservative } from "../reconcile/summaries/most-conservative.ts";
import { rangeOverOrigins } from "../reconcile/summaries/range-over-origins.ts";
import type { Candidate, SummaryRule } from "../reconcile/summaries/summary.ts";
import { ledger } from "./figures.ts";
import type { Of } from "./heard.ts";
import type { Tally } from "./tally.ts";

export const summaryRules: readonly SummaryRule[] = [latestOfficial, mostConservative, rangeOverOrigins, hierarchy];

const ofState: readonly Party[] = ["state", "security"];

function isOfficial(fact: FigureFact): boolean {
  const speaker = fact.voices.at(-1);
  const party = speaker === undefined ? fact.homeBody?.party : (speaker.body?.party ?? speaker.party);
  return party != null && ofState.includes(party);
}

function candidatesOf({ points }: Tally): readonly Candidate[] {
  return points
    .filter(({ fact, status }) => status === "current" && !isDenial(fact))
    .map(({ fact, origin }) => {
      const range = rangeOf(fact);
      const named = fact.best ?? fact.min ?? fact.max ?? range.low;
      // "About N" bounds nothing: as a candidate it is N.
      const own = range.low === 0 && range.high === Infinity && fact.best !== null ? { low: named, high: named } : range;
      return { claim: fact.id, origin, moment: momentOf(fact), official: isOfficial(fact), range: own, named };
    });
}

/** Every tally with the rule and its outcome. `order` is for the rule that goes by one. */
export async function* summarised(of: Of, rule: SummaryRule, order: readonly string[]): AsyncIterable<SummarisedTally> {
  for await (const tally of ledger(of("figures"), of)) {
    const chosen = rule.choose(candidatesOf(tally), order);
    const outcome =
      chosen === null
        ? null
        : { min: chosen.range.low, max: chosen.range.high === Infinity ? null : chosen.range.high, claims: chosen.claims };
    yield { ...tally.row, summary: { rule: rule.name, says: rule.says, outcome } };
  }
}
