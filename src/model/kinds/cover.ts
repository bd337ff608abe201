/**
 * `cover` says where a protected person is named ([S50]). Who does not hold the Names box has no names to look for: by these places a program knows what
 * not to show.
 */
import type { Check } from "../check.ts";
import { list } from "../check.ts";
import type { Id } from "../ids.ts";
import { idCheck } from "../ids.ts";
import type { Span } from "../passage.ts";
import { spanCheck } from "../passage.ts";
import { statementType } from "../statement-type.ts";

export interface CoverBody {
  /** The `protect` statement of the person. */
  readonly protects: Id;
  readonly source: Id;
  /** The text layer that the spans count in. */
  readonly text: Id;
  /** At least one, each after the one before. */
  readonly spans: readonly Span[];
}

const spansCheck: Check<readonly Span[]> = (value, path, faults): value is readonly Span[] => {
  if (!list(spanCheck)(value, path, faults)) return false;
  const good = value.length > 0 && value.every(({ start }, at) => at === 0 || start >= (value[at - 1] as Span).end);
  if (!good) faults.push({ path, expected: "at least one span, each after the one before" });
  return good;
};

export const coverType = statementType<"cover", CoverBody>("cover", "write", {
  protects: idCheck,
  source: idCheck,
  text: idCheck,
  spans: spansCheck,
});
