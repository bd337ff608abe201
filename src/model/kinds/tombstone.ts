/** `tombstone` says that fields of a statement were destroyed, value and salt, and why ([S49]). */
import type { Check } from "../check.ts";
import { list, words } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import { statementType } from "../statement-type.ts";
import { fieldNameCheck } from "../statement.ts";

export interface TombstoneBody {
  readonly statement: Id;
  /** Names of the fields, sorted. */
  readonly fields: readonly string[];
  readonly reason: string;
}

const fieldsCheck: Check<readonly string[]> = (value, path, faults): value is readonly string[] => {
  if (!list(fieldNameCheck)(value, path, faults)) return false;
  const good = value.length > 0 && value.every((name, at) => at === 0 || (value[at - 1] as string) < name);
  if (!good) faults.push({ path, expected: "at least one name, each once, sorted" });
  return good;
};

export const tombstoneType = statementType<"tombstone", TombstoneBody>("tombstone", "write", {
  statement: idCheck,
  fields: fieldsCheck,
  reason: words,
});
