/** `claim` adds a claim that a person read ([S27]). */
import { nullable, text } from "../check.ts";
import type { ClaimParts } from "../claim-parts.ts";
import { claimBound, claimOf, partChecks } from "../claim-parts.ts";
import { statementType } from "../statement-type.ts";

export interface ClaimBody extends ClaimParts {
  readonly reason: string | null;
}

export const claimType = statementType<"claim", ClaimBody>(
  "claim",
  "write",
  { ...partChecks, reason: nullable(text) },
  { bound: (body) => [claimBound("claim", claimOf(body))] },
);
