/** What was refused while documents were taken in: one refusal a row, by what, then by code. */
import type { Refused } from "../model/errors.ts";
import { shortKey } from "../reconcile/folding.ts";
import { bucketView } from "./buckets.ts";

export const refused = bucketView<Refused, Refused>({
  name: "refused",
  version: 1,
  file: ({ source, refused: list }) =>
    list.map(({ what, code, message }) => ({
      bucket: `${what.replaceAll("\t", " ")}\t${code}`,
      member: `${source.id} ${shortKey(message)}`,
      digest: { what, code, message },
    })),
  rows: (digests) => digests,
});
