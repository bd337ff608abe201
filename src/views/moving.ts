/** Events that people have linked although they are filed under different days: each cluster goes to the earliest day that one of them has. */
import type { Claim } from "../model/claim.ts";
import type { Source } from "../model/source.ts";
import { joinEvents } from "../reconcile/events.ts";
import type { EventFact } from "../reconcile/facts.ts";
import { byUnits } from "../reconcile/folding.ts";
import type { Joining } from "../reconcile/links.ts";
import { rejoined } from "../reconcile/links.ts";
import { bucketsIn } from "./buckets.ts";
import type { Of } from "./heard.ts";
import { fileEvents } from "./occurrence.ts";
import type { Rows } from "./view.ts";

/** The facts of a bucket, without those that have moved away and with those that have moved here. */
export type Moved = (bucket: string, facts: readonly EventFact[]) => readonly EventFact[];

/** Reads only the buckets in which somebody has linked something. */
export async function movedBy(joining: Joining, timeline: Rows, of: Of): Promise<Moved> {
  const buckets = new Map<string, string>();
  for (const id of new Set(joining.together.flat())) {
    const bucket = await bucketOf(id, of);
    if (bucket !== null) buckets.set(id, bucket);
  }
  const wandering = joining.together.filter(([a, b]) => buckets.get(a) !== buckets.get(b) && buckets.has(a) && buckets.has(b));
  if (wandering.length === 0) return (_bucket, facts) => facts;
  // Every cluster of the buckets concerned, and then the clusters that links put together, wherever they lie.
  const clusters: (readonly EventFact[])[] = [];
  const home = new Map<string, string>();
  for (const bucket of new Set(wandering.flatMap(([a, b]) => [buckets.get(a) ?? "", buckets.get(b) ?? ""]))) {
    for await (const [, facts] of bucketsIn<EventFact>(timeline, `${bucket}\t`)) {
      clusters.push(...rejoined(joinEvents(facts), ({ id }) => id, joining));
      for (const { id } of facts) home.set(id, bucket);
    }
  }
  const target = new Map<string, string>();
  for (const cluster of rejoined(clusters, ({ id }) => id, joining)) {
    const [earliest = ""] = cluster.map(({ id }) => home.get(id) ?? "").sort(byUnits);
    for (const { id } of cluster) if (home.get(id) !== earliest) target.set(id, earliest);
  }
  const all = clusters.flat();
  return (bucket, facts) => {
    const here = all.filter(({ id }) => target.get(id) === bucket);
    const stay = facts.filter(({ id }) => !target.has(id));
    return here.length === 0 && stay.length === facts.length ? facts : [...stay, ...here];
  };
}

/** The bucket that the event of a claim is filed under; null when the claim is not there or tells of none. */
async function bucketOf(id: string, of: Of): Promise<string | null> {
  const claim = (await of("claim").get(id)) as unknown as Claim | undefined;
  const source = claim === undefined ? undefined : ((await of("source").get(claim.source)) as unknown as Source | undefined);
  if (claim === undefined || source === undefined) return null;
  return fileEvents({ source, text: null, claims: [claim], refused: [], moved: [] })[0]?.bucket ?? null;
}
