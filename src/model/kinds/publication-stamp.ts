/** `publication-stamp` lets an edition go out, or stops it: one of the two that it takes ([S43]). */
import { list, nullable, oneOf, text, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export const stampVerdicts = ["approve", "refuse"] as const;

export interface PublicationStampBody {
  /** SHA-256 of the edition's exact bytes. */
  readonly edition: Id;
  readonly verdict: (typeof stampVerdicts)[number];
  /** Names of the checks that it had passed. */
  readonly checks: readonly string[];
  readonly reason: string | null;
}

export const publicationStampType = statementType<"publication-stamp", PublicationStampBody>("publication-stamp", "stamp", {
  edition: idCheck,
  verdict: oneOf(stampVerdicts),
  checks: list(words),
  reason: nullable(text),
});
