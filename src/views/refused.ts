/** What was refused - of documents as they were taken in, of statements that do not hold: one refusal a row, by what, then by code. */
import type { Refused } from "../model/errors.ts";
import { shortKey } from "../reconcile/folding.ts";
import type { Filed } from "./buckets.ts";
import { bucketView, under } from "./buckets.ts";
import type { Kept } from "./view.ts";

function filed(from: string, list: readonly Refused[]): readonly Filed<Refused>[] {
  return list.map(({ what, code, message }) => ({
    bucket: `${what.replaceAll("\t", " ")}\t${code}`,
    member: `${from} ${shortKey(message)}`,
    digest: { what, code, message },
  }));
}

/** The rows of what `from` refuses, whatever that is. */
export function refusedRows(from: string, list: readonly Refused[]): Iterable<Kept> {
  return under("", filed(from, list));
}

export const refused = bucketView<Refused, Refused>({
  name: "refused",
  version: 1,
  file: ({ source, refused: list }) => filed(source.id, list),
  rows: (digests) => digests,
});
