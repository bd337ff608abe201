/** The sources: one sealed document a row, by when it was got, then by id. */
import { bucketView } from "./buckets.ts";
import type { SourceRow } from "../model/rows.ts";

export const sources = bucketView<SourceRow, SourceRow>({
  name: "sources",
  version: 1,
  file({ source }) {
    const { id, text, title, publisher, published, language, form, complete, restates, bytes } = source;
    const { got } = source.provenance;
    // "F" on the Admiralty scale: reliability cannot be judged, which holds until a person grades it.
    const digest: SourceRow = {
      ...{ id, text, title, publisher, published, got, language, form, complete, restates },
      ...{ grade: "F", derivesFrom: [], bytes },
    };
    return [{ bucket: got, member: id, digest }];
  },
  rows: (digests) => digests,
});
