/** `withdraw` takes back an earlier statement of one's own ([S48]). It stays in the log and folds into nothing. */
import { nullable, text } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export interface WithdrawBody {
  readonly statement: Id;
  readonly reason: string | null;
}

export const withdrawType = statementType<"withdraw", WithdrawBody>("withdraw", "write", { statement: idCheck, reason: nullable(text) });
