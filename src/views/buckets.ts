/**
 * A view as a fold over buckets. Each claim is filed as a small digest under the bucket of everything that it might have to be compared with;
 * rows are worked out from one bucket at a time when they are listed. So applying an entry reads nothing, the order of entries cannot matter,
 * an entry applied twice writes the same digests again, and listing holds no more than one bucket in memory.
 */
import type { Json } from "../model/canonical.ts";
import type { Entry, Kept, Rows, View } from "./view.ts";

/** One digest to keep. Bucket and member never contain a tab in the member; a bucket of one fold always has the same number of tabs. */
export interface Filed<Digest> {
  readonly bucket: string;
  readonly member: string;
  readonly digest: Digest;
}

export interface Fold<Digest, Row> {
  readonly name: string;
  readonly version: number;
  /** What one entry adds; a pure function of the entry. */
  file(entry: Entry): Iterable<Filed<Digest>>;
  /** The rows of one bucket, in order. Digests come sorted by member. Pure. */
  rows(digests: readonly Digest[], bucket: string): readonly Row[];
}

/** Digests as rows under `prefix`. */
export function* under<Digest>(prefix: string, filed: Iterable<Filed<Digest>>): Iterable<Kept> {
  // Digests are interfaces made of JSON values only; the compiler cannot see that an interface has no other members.
  for (const { bucket, member, digest } of filed) yield [`${prefix}${bucket}\t${member}`, digest as Json];
}

/** The buckets below `prefix` one by one, in the order of their keys. */
export async function* bucketsIn<Digest>(rows: Rows, prefix: string): AsyncIterable<readonly [bucket: string, digests: readonly Digest[]]> {
  let bucket: string | null = null;
  let digests: Digest[] = [];
  for await (const [key, value] of rows.range(prefix)) {
    const own = key.slice(prefix.length, key.lastIndexOf("\t"));
    if (bucket !== null && own !== bucket) {
      yield [bucket, digests];
      digests = [];
    }
    bucket = own;
    digests.push(value as Digest);
  }
  if (bucket !== null) yield [bucket, digests];
}

/** The view that lists the buckets of a fold one after the other. */
export function bucketView<Digest, Row>(fold: Fold<Digest, Row>): View<Row> {
  return {
    name: fold.name,
    version: fold.version,
    file: (entry) => under("", fold.file(entry)),
    async *list(rows) {
      for await (const [bucket, digests] of bucketsIn<Digest>(rows, "")) yield* fold.rows(digests, bucket);
    },
  };
}
