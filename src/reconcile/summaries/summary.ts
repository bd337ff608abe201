/** Rules by which a person may have one number or range for a tally. None is the right one: a rule is chosen for one printing and named beside what it gives. */
import type { Id } from "../../model/ids.ts";
import type { Range } from "../amounts.ts";

/** A point of a series as a rule sees it: only what stands, in time order. */
export interface Candidate {
  readonly claim: Id;
  readonly origin: string;
  /** EDTF; null when nothing dates it. */
  readonly moment: string | null;
  /** Whether its speaker is a body of the state. */
  readonly official: boolean;
  readonly range: Range;
  /** The number named, whatever its bound. */
  readonly named: number;
}

export interface Outcome {
  readonly range: Range;
  readonly claims: readonly Id[];
}

export interface SummaryRule {
  readonly name: string;
  /** In words, as it is printed. */
  readonly says: string;
  /** Null when the rule gives nothing. `order` is a declared hierarchy of origins, the one to be believed first. */
  choose(candidates: readonly Candidate[], order: readonly string[]): Outcome | null;
}

/** What several candidates come to as a range over what they allow. */
export function rangeOver(candidates: readonly Candidate[]): Outcome | null {
  if (candidates.length === 0) return null;
  const low = Math.min(...candidates.map(({ range }) => range.low));
  const high = Math.max(...candidates.map(({ range }) => range.high));
  return { range: { low, high }, claims: candidates.map(({ claim }) => claim) };
}

/** Those of the latest moment among the dated ones; all when nothing is dated. */
export function latest(candidates: readonly Candidate[]): readonly Candidate[] {
  const last = candidates.findLast(({ moment }) => moment !== null);
  return last === undefined ? candidates : candidates.filter(({ moment }) => moment === last.moment);
}
