/** `note` is a remark, on something of the record or on nothing in particular ([S40]). */
import { nullable, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export interface NoteBody {
  /** A claim, source, statement or row. */
  readonly on: Id | null;
  readonly text: string;
}

export const noteType = statementType<"note", NoteBody>("note", "write", { on: nullable(idCheck), text: words });
