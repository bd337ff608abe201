/** `finding` is what a person concludes, with the standard of proof that was applied ([S31]). */
import { list, nullable, oneOf, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";

export const findingStandards = [
  "reasonable-grounds",
  "balance",
  "clear-and-convincing",
  "beyond-reasonable-doubt",
  "none-stated",
] as const;

export interface FindingBody {
  readonly text: string;
  readonly standard: (typeof findingStandards)[number];
  /** Ids of claims. */
  readonly supports: readonly Id[];
  readonly against: readonly Id[];
  /** What it leaves open, a sentence each. */
  readonly unresolved: readonly string[];
  /** Id of the finding's statement that this one replaces. */
  readonly supersedes: Id | null;
}

export const findingType = statementType<"finding", FindingBody>("finding", "write", {
  text: words,
  standard: oneOf(findingStandards),
  supports: idsCheck,
  against: idsCheck,
  unresolved: list(words),
  supersedes: nullable(idCheck),
});
