/** `consent` records that somebody allowed something, or took that back ([S37]). */
import { nullable, oneOf, text, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";
import { edtfCheck } from "../time.ts";

export const consentStates = ["given", "withdrawn"] as const;

export interface ConsentBody {
  /** Whose: a name, or the pseudonym of somebody protected. */
  readonly person: string;
  readonly state: (typeof consentStates)[number];
  /** What to, in words: "to be named", "to be quoted without a name". */
  readonly scope: string;
  /** EDTF. */
  readonly date: string | null;
  /** The sealed source that holds it. */
  readonly source: Id | null;
  readonly reason: string | null;
}

export const consentType = statementType<"consent", ConsentBody>("consent", "write", {
  person: words,
  state: oneOf(consentStates),
  scope: words,
  date: nullable(edtfCheck),
  source: nullable(idCheck),
  reason: nullable(text),
});
