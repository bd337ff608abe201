/** `read` says that a reader has read a text layer ([S22]). Its drafts have no standing until a person judges them. */
import { count, matching, text } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export interface ReadBody {
  readonly source: Id;
  readonly text: Id;
  readonly reader: string;
  readonly version: string;
  /** Id of the drafts blob: what was read, and which drafts were refused. */
  readonly drafts: Id;
  /** How many claims the drafts blob holds. */
  readonly claims: number;
}

export const readType = statementType<"read", ReadBody>("read", "write", {
  source: idCheck,
  text: idCheck,
  reader: text,
  version: matching(/^\d+\.\d+\.\d+$/, "a version such as 1.0.0"),
  drafts: idCheck,
  claims: count,
});
