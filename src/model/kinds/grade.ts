/** `grade` grades a source A-F or a piece of information 1-6, by the Admiralty code; the two are never one grade ([S30]). */
import { nullable, oneOf, tagged, text } from "../check.ts";
import type { ClaimRef, SourceRef } from "../refs.ts";
import { claimRefCheck, sourceRefCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";

export const sourceGrades = ["A", "B", "C", "D", "E", "F"] as const;
export const informationGrades = ["1", "2", "3", "4", "5", "6"] as const;

export interface GradeBody {
  readonly of: SourceRef | ClaimRef;
  /** F and 6 are "cannot be judged", which is also what holds while nobody has graded. */
  readonly grade: (typeof sourceGrades)[number] | (typeof informationGrades)[number];
  readonly reason: string | null;
}

export const gradeType = statementType<"grade", GradeBody>(
  "grade",
  "write",
  {
    of: tagged<SourceRef | ClaimRef>({ source: sourceRefCheck, claim: claimRefCheck }),
    grade: oneOf([...sourceGrades, ...informationGrades]),
    reason: nullable(text),
  },
  {
    agree({ of, grade }, faults) {
      const scale: readonly string[] = of.type === "source" ? sourceGrades : informationGrades;
      if (!scale.includes(grade)) faults.push({ path: "grade", expected: `one of ${scale.join(", ")} for a ${of.type}` });
    },
  },
);
