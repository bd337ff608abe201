/** `case` founds a case: its id is the id of this statement, and its device is the first organiser ([S20]). */
import { list, matching, nullable, text } from "../check.ts";
import { statementType } from "../statement-type.ts";

export interface CaseBody {
  readonly name: string | null;
  /** IANA name or offset that local times are in; null when nobody chose. */
  readonly zone: string | null;
  /** BCP 47 primary subtags. */
  readonly languages: readonly string[];
}

export const languagesCheck = list(matching(/^[a-z]{2,3}$/, "a language such as kk"));

export const caseType = statementType<"case", CaseBody>("case", "organise", {
  name: nullable(text),
  zone: nullable(text),
  languages: languagesCheck,
});
