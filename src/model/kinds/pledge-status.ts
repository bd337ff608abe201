/** `pledge-status` says what became of a promise, with the evidence ([S35]). */
import { nullable, oneOf, text } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { idsCheck } from "../refs.ts";
import { statementType } from "../statement-type.ts";

export const pledgeStates = ["open", "no-evidence-by", "kept", "broken", "withdrawn"] as const;

export interface PledgeStatusBody {
  /** The claim that states the pledge. */
  readonly pledge: Id;
  readonly state: (typeof pledgeStates)[number];
  /** Ids of claims. */
  readonly evidence: readonly Id[];
  readonly reason: string | null;
}

export const pledgeStatusType = statementType<"pledge-status", PledgeStatusBody>("pledge-status", "write", {
  pledge: idCheck,
  state: oneOf(pledgeStates),
  evidence: idsCheck,
  reason: nullable(text),
});
