/** `link` says that two things are one, or that one derives from the other; `unlink` that they are not or does not ([S28], [S29]). */
import { nullable, oneOf, text } from "../check.ts";
import type { Ref } from "../refs.ts";
import { refCheck } from "../refs.ts";
import type { Agreement } from "../statement-type.ts";
import { statementType } from "../statement-type.ts";

export const linkRelations = ["same-event", "same-person", "same-figure", "derives-from"] as const;

/** Of `derives-from`, `from` is the one that derives; of the others the two ends are alike. */
export interface LinkBody {
  readonly relation: (typeof linkRelations)[number];
  readonly from: Ref;
  readonly to: Ref;
  readonly reason: string | null;
}

/** What each relation may hold between; both ends are of one type. */
const ends: Readonly<Record<LinkBody["relation"], readonly Ref["type"][]>> = {
  "same-event": ["claim"],
  "same-person": ["mention"],
  "same-figure": ["claim"],
  "derives-from": ["claim", "source"],
};

const checks = { relation: oneOf(linkRelations), from: refCheck, to: refCheck, reason: nullable(text) };

const agree: Agreement<LinkBody> = ({ relation, from, to }, faults) => {
  if (!ends[relation].includes(from.type)) faults.push({ path: "from", expected: `a ${ends[relation].join(" or a ")} for ${relation}` });
  if (from.type !== to.type) faults.push({ path: "to", expected: `a ${from.type} as the other end is` });
  else if (JSON.stringify(key(from)) === JSON.stringify(key(to))) faults.push({ path: "to", expected: "another than from" });
};

function key(ref: Ref): readonly unknown[] {
  if (ref.type === "claim") return [ref.claim];
  return ref.type === "source" ? [ref.source] : [ref.text, ref.span.start, ref.span.end];
}

export const linkType = statementType<"link", LinkBody>("link", "write", checks, { agree });
export const unlinkType = statementType<"unlink", LinkBody>("unlink", "write", checks, { agree });
