/** `admit` takes in what was set aside for a person: one branch of a fork, or what a removed member wrote that nobody had countersigned ([S47]). */
import { nullable, text } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";

export interface AdmitBody {
  /** The last statement taken in; those that it follows in its own chain come with it. */
  readonly statement: Id;
  readonly reason: string | null;
}

export const admitType = statementType<"admit", AdmitBody>("admit", "organise", { statement: idCheck, reason: nullable(text) });
