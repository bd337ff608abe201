/** The timeline: one event or condition a row, by its earliest bound; what nobody dates comes last, in document order. */
import type { EventFact, Located } from "../reconcile/facts.ts";
import { compareFacts, withBodies } from "../reconcile/facts.ts";
import { bucketsIn, under } from "./buckets.ts";
import { DATED, fileEvents, occurrencesOf, UNDATED } from "./occurrence.ts";
import type { TimelineRow } from "../model/rows.ts";
import { joiningOf } from "./heard.ts";
import { officesOf } from "./offices.ts";
import { kinshipIn } from "./sketches.ts";
import { movedBy } from "./moving.ts";
import type { Rows, View } from "./view.ts";

/** Undated buckets in document order of their first claim. Only where they are is held, not what is in them. */
async function undatedBuckets(rows: Rows): Promise<readonly string[]> {
  const found: (Located & { readonly bucket: string })[] = [];
  for await (const [bucket, facts] of bucketsIn<EventFact>(rows, UNDATED)) {
    const [first] = [...facts].sort(compareFacts);
    if (first !== undefined) found.push({ bucket, id: first.id, source: first.source, published: first.published, start: first.start });
  }
  return found.sort(compareFacts).map(({ bucket }) => `${UNDATED}${bucket}`);
}

export const timeline: View<TimelineRow> = {
  name: "timeline",
  version: 3,
  file: (entry) => under("", fileEvents(entry)),
  async *list(rows, of) {
    const joining = await joiningOf(of, "same-event");
    const moved = await movedBy(joining, rows, of);
    const kinship = await kinshipIn(of);
    const offices = await officesOf(of);
    const listed = async (bucket: string, facts: readonly EventFact[]): Promise<readonly TimelineRow[]> => {
      const here = moved(bucket, facts).map((fact) => withBodies(fact, offices));
      return occurrencesOf(here, joining, await kinship(here)).map(({ row }) => row);
    };
    for await (const [bucket, facts] of bucketsIn<EventFact>(rows, DATED)) yield* await listed(`${DATED}${bucket}`, facts);
    for (const bucket of await undatedBuckets(rows))
      for await (const [, facts] of bucketsIn<EventFact>(rows, `${bucket}\t`)) yield* await listed(bucket, facts);
  },
};
