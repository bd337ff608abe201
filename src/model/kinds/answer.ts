/** `answer` answers a question of the record, with claims or in words ([S34]). */
import { nullable, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";

export interface AnswerBody {
  /** Id of the question's row. */
  readonly question: Id;
  readonly claims: readonly Id[];
  readonly text: string | null;
}

export const answerType = statementType<"answer", AnswerBody>(
  "answer",
  "write",
  { question: idCheck, claims: idsCheck, text: nullable(words) },
  {
    agree({ claims, text }, faults) {
      if (claims.length === 0 && text === null) faults.push({ path: "claims", expected: "a claim, or an answer in words" });
    },
  },
);
