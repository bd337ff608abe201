/** What several claims say alike, listed once: the frame of pledges, rivals and questions. */
import type { Claim } from "../model/claim.ts";
import type { Id } from "../model/ids.ts";
import { compareFacts, publishedOf } from "../reconcile/facts.ts";
import { fold, shortKey } from "../reconcile/folding.ts";
import { bucketsIn, under } from "./buckets.ts";
import type { Entry, Kept, Rows } from "./view.ts";

/** A claim cut down to what a row shows of it. */
export interface Saying<Content> {
  readonly id: Id;
  readonly published: string | null;
  readonly source: Id;
  readonly start: number;
  readonly content: Content;
}

/** Claims that say the same, in document order. Never empty. */
export type Chorus<Content> = readonly [Saying<Content>, ...Saying<Content>[]];

interface Said<Content> {
  /** Claims with equal texts here are one row: folded, so case and spaces do not matter. */
  readonly alike: readonly (string | null)[];
  readonly content: Content;
}

/** Files the claims of an entry for which `of` gives something. */
export function fileSayings<Content>(prefix: string, entry: Entry, of: (claim: Claim) => Said<Content> | null): Iterable<Kept> {
  const filed = entry.claims.flatMap((claim) => {
    const said = claim.review === "rejected" ? null : of(claim);
    if (said === null) return [];
    const { id, source, start } = claim;
    const digest: Saying<Content> = { id, published: publishedOf(entry.source), source, start, content: said.content };
    return [{ bucket: shortKey(said.alike.map((text) => fold(text ?? "")).join("\n")), member: id, digest }];
  });
  return under(prefix, filed);
}

/** All that was filed under `prefix`, in document order of the first that says it. */
export async function choruses<Content>(rows: Rows, prefix: string): Promise<readonly Chorus<Content>[]> {
  const all: Chorus<Content>[] = [];
  for await (const [, sayings] of bucketsIn<Saying<Content>>(rows, prefix)) {
    const [first, ...others] = [...sayings].sort(compareFacts);
    if (first !== undefined) all.push([first, ...others]);
  }
  return all.sort(([a], [b]) => compareFacts(a, b));
}
