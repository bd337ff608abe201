/** Figures by the exact number that they name, and by the sum of two that stand together: what checks across measures look up. Nobody lists it. */
import type { Json } from "../model/canonical.ts";
import { exactOf } from "../reconcile/exact.ts";
import type { FigureFact } from "../reconcile/facts.ts";
import { figureFact, isDenial } from "../reconcile/facts.ts";
import type { Pair } from "../reconcile/checks/mixes-two-measures.ts";
import { pairsOf } from "../reconcile/checks/mixes-two-measures.ts";
import { isTelling, numberKey, roundedDown } from "../reconcile/telling.ts";
import { aroundOf } from "./around.ts";
import type { Filing, Kept, Rows } from "./view.ts";

const NUMBER = "n\t";
const SUM = "s\t";
const ROUNDED = "r\t";

export const numbers: Filing = {
  name: "numbers",
  version: 1,
  file(entry) {
    const around = aroundOf(entry);
    const facts = entry.claims.flatMap((claim) => figureFact(claim, around) ?? []).filter((fact) => !isDenial(fact));
    const rows: Kept[] = [];
    for (const fact of facts) {
      const value = exactOf(fact);
      if (value !== null && isTelling(value)) rows.push([`${NUMBER}${numberKey(value)}\t${fact.id}`, fact as unknown as Json]);
    }
    for (const pair of pairsOf(facts)) {
      const key = `${pair.a.id} ${pair.b.id}`;
      const rounded = roundedDown(pair.sum);
      if (isTelling(pair.sum) || (pair.sum >= 100 && (isTellingIn(pair.a) || isTellingIn(pair.b))))
        rows.push([`${SUM}${numberKey(pair.sum)}\t${key}`, pair as unknown as Json]);
      if (rounded !== null) rows.push([`${ROUNDED}${numberKey(rounded)}\t${key}`, pair as unknown as Json]);
    }
    return rows;
  },
};

function isTellingIn(fact: FigureFact): boolean {
  const value = exactOf(fact);
  return value !== null && isTelling(value);
}

/** What the checks ask for, each answer kept for the length of one listing. */
export interface Numbers {
  facts(value: number): Promise<readonly FigureFact[]>;
  /** Pairs of one document whose sum it is. */
  sums(value: number): Promise<readonly Pair[]>;
  /** Pairs whose sum is cut down to it. */
  rounded(value: number): Promise<readonly Pair[]>;
}

/** Look-ups over the rows; `bodied` puts the bodies into facts. */
export function numbersOf(rows: Rows, bodied: (fact: FigureFact) => FigureFact): Numbers {
  const facts = remembered(async (value) => (await all<FigureFact>(rows, `${NUMBER}${numberKey(value)}\t`)).map(bodied));
  const pairs = (prefix: string): ((value: number) => Promise<readonly Pair[]>) =>
    remembered(async (value) =>
      (await all<Pair>(rows, `${prefix}${numberKey(value)}\t`)).map((pair) => ({ ...pair, a: bodied(pair.a), b: bodied(pair.b) })),
    );
  return { facts, sums: pairs(SUM), rounded: pairs(ROUNDED) };
}

async function all<T>(rows: Rows, prefix: string): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const [, value] of rows.range(prefix)) found.push(value as T);
  return found;
}

const MOST = 1_000;

function remembered<T>(ask: (value: number) => Promise<T>): (value: number) => Promise<T> {
  const known = new Map<number, Promise<T>>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const answer = ask(value);
    known.set(value, answer);
    return answer;
  };
}
