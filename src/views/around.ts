/** What a document says around its claims, worked out once for all the views that file it. */
import type { Around } from "../reconcile/facts.ts";
import { aroundClaims } from "../reconcile/facts.ts";
import type { Entry } from "./view.ts";

const known = new WeakMap<Entry, Around>();

/** The same entry gives the same object. */
export function aroundOf(entry: Entry): Around {
  let around = known.get(entry);
  if (around === undefined) known.set(entry, (around = aroundClaims(entry)));
  return around;
}
