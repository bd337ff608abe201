/** `hypothesis` puts up one of several rival explanations ([S32]). */
import { nullable, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";

export interface HypothesisBody {
  readonly text: string;
  /** What it is to explain; null for the whole event. */
  readonly scope: string | null;
  /** Claims that put it forward. */
  readonly claims: readonly Id[];
  readonly supersedes: Id | null;
}

export const hypothesisType = statementType<"hypothesis", HypothesisBody>("hypothesis", "write", {
  text: words,
  scope: nullable(words),
  claims: idsCheck,
  supersedes: nullable(idCheck),
});
