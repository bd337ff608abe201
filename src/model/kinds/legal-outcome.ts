/** `legal-outcome` records where proceedings against a person stand ([S38]). */
import { nullable, oneOf, text, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";
import { edtfCheck } from "../time.ts";
import { legalStages } from "../words.ts";

export interface LegalOutcomeBody {
  /** A name, or the pseudonym of somebody protected. */
  readonly person: string;
  readonly stage: (typeof legalStages)[number];
  readonly offence: string | null;
  readonly court: string | null;
  /** EDTF. */
  readonly date: string | null;
  /** Claims that say so. */
  readonly claims: readonly Id[];
  readonly reason: string | null;
}

export const legalOutcomeType = statementType<"legal-outcome", LegalOutcomeBody>("legal-outcome", "write", {
  person: words,
  stage: oneOf(legalStages),
  offence: nullable(text),
  court: nullable(text),
  date: nullable(edtfCheck),
  claims: idsCheck,
  reason: nullable(text),
});
