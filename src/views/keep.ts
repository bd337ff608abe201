/** Putting the rows that views give. */
import type { Kept, Rows } from "./view.ts";

/** Puts rows in place of those that the same document or statement gave before. */
export async function keep(rows: Rows, now: Iterable<Kept>, before: Iterable<Kept> = []): Promise<void> {
  const kept = new Map(now);
  for (const [key] of before) if (!kept.has(key)) await rows.put(key, undefined);
  for (const [key, value] of kept) await rows.put(key, value);
}
