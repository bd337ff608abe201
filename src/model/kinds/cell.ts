/** `cell` marks how a piece of evidence stands to a rival explanation: one cell of an analysis of competing hypotheses (Heuer 1999, ch. 8) ([S33]). */
import { nullable, oneOf, text } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export const cellMarks = ["very-consistent", "consistent", "neutral", "inconsistent", "very-inconsistent", "not-applicable"] as const;

export interface CellBody {
  /** A `hypothesis` statement, or a claim of kind explanation. */
  readonly hypothesis: Id;
  /** A claim. */
  readonly evidence: Id;
  readonly mark: (typeof cellMarks)[number];
  readonly reason: string | null;
}

export const cellType = statementType<"cell", CellBody>("cell", "write", {
  hypothesis: idCheck,
  evidence: idCheck,
  mark: oneOf(cellMarks),
  reason: nullable(text),
});
