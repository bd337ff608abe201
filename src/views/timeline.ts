/** The timeline: one event or condition a row, by its earliest bound; what nobody dates comes last. */
import type { EventFact } from "../reconcile/facts.ts";
import { bucketView } from "./buckets.ts";
import { fileEvents, occurrencesOf } from "./occurrence.ts";
import type { TimelineRow } from "./rows.ts";

export const timeline = bucketView<EventFact, TimelineRow>({
  name: "timeline",
  version: 1,
  file: fileEvents,
  rows: (facts) => occurrencesOf(facts).map(({ row }) => row),
});
