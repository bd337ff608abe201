/** `judge` says what a person makes of a claim ([S26]). It embeds the whole claim, so that it stands when no reader finds that claim any more. */
import { nullable, oneOf, text } from "../check.ts";
import type { Claim } from "../claim.ts";
import type { ClaimParts, CorrectedParts } from "../claim-parts.ts";
import { claimBound, claimOf, correctedChecks, correctedClaimOf, correctedPartsOf, partChecks, partsOf } from "../claim-parts.ts";
import { statementType } from "../statement-type.ts";

export const verdicts = ["accept", "correct", "reject", "dispute"] as const;

export interface JudgeBody extends ClaimParts, CorrectedParts {
  readonly verdict: (typeof verdicts)[number];
  readonly reason: string | null;
}

export const judgeType = statementType<"judge", JudgeBody>(
  "judge",
  "write",
  { ...partChecks, ...correctedChecks, verdict: oneOf(verdicts), reason: nullable(text) },
  {
    agree(body, faults) {
      const corrected = Object.keys(correctedChecks).filter((field) => body[field as keyof CorrectedParts] !== null);
      if (body.verdict === "correct" && corrected.length < Object.keys(correctedChecks).length) {
        faults.push({ path: "correctedClaim", expected: "a whole claim in a correction" });
      } else if (body.verdict !== "correct" && corrected.length > 0) {
        faults.push({ path: corrected[0] ?? "", expected: "null but in a correction" });
      } else if (
        body.verdict === "correct" &&
        (body.correctedSource !== body.source || body.correctedPassage?.text !== body.passage.text)
      ) {
        faults.push({ path: "correctedPassage", expected: "to lie in the same text as the claim judged" });
      }
    },
    bound(body) {
      const corrected = correctedClaimOf(body);
      return [claimBound("claim", claimOf(body)), ...(corrected === null ? [] : [claimBound("correctedClaim", corrected)])];
    },
  },
);

/** The body of a judgement of `claim`; `corrected` is null but for the verdict `correct`. */
export function judgeBody(verdict: JudgeBody["verdict"], claim: Claim, corrected: Claim | null, reason: string | null): JudgeBody {
  return { verdict, reason, ...partsOf(claim), ...correctedPartsOf(corrected) };
}
