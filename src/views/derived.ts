/** Ids of rows that are not claims. */
import type { Id } from "../model/ids.ts";
import { shortKey } from "../reconcile/folding.ts";

/**
 * An id for something that a claim gives rise to (a name in it, a question about it): the claim's own with `what` mixed into its last 53 bits.
 * The same claim and `what` give the same id; it is the hash of nothing, and nobody can sign it.
 */
export function derivedId(claim: Id, what: string): Id {
  const mixed = BigInt(`0x${claim.slice("sha256:".length)}`) ^ BigInt(Number.parseInt(shortKey(what), 36));
  return `sha256:${mixed.toString(16).padStart(64, "0")}`;
}
