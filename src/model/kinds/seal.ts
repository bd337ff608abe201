/** `seal` seals a source ([S21]): the source's record with its provenance laid flat, so that when it was got can be shown without where from. */
import { text } from "../check.ts";
import type { Provenance, Source } from "../source.ts";
import { sourceFields } from "../source.ts";
import { statementType } from "../statement-type.ts";
import { timeCheck } from "../statement.ts";

export interface SealBody extends Omit<Source, "provenance">, Provenance {}

export const sealType = statementType<"seal", SealBody>("seal", "write", { ...sourceFields, from: text, got: timeCheck, by: text });

/** The body of the seal statement for a source. */
export function sealBody(source: Source): SealBody {
  const { provenance, ...rest } = source;
  return { ...rest, ...provenance };
}

/** The source that a seal statement's body seals. */
export function sourceOf(body: SealBody): Source {
  const { from, got, by, ...rest } = body;
  return { ...rest, provenance: { from, got, by } };
}
