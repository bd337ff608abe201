/** Proofs out of a device's tree, made from its leaf hashes: that a leaf is in it (RFC 6962 2.1.1) and that it only grew (2.1.2). */
import type { Checking } from "./crypto.ts";
import { emptyFrontier, nodeHash, rootOf, withLeaf } from "./tree.ts";

type Hashing = Pick<Checking, "sha256">;

/** Audit path of leaf `index` in the tree of these leaves, from the leaf upwards, hex. Throws RangeError when there is no such leaf. */
export async function inclusionProof(leaves: readonly string[], index: number, crypto: Hashing): Promise<readonly string[]> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const half = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...(await inclusionProof(left, index, crypto)), await subtree(right, crypto)]
    : [...(await inclusionProof(right, index - half, crypto)), await subtree(left, crypto)];
}

/** Proof that the tree of the first `size` leaves is the beginning of the tree of all; empty when they are one. Throws RangeError. */
export async function consistencyProof(leaves: readonly string[], size: number, crypto: Hashing): Promise<readonly string[]> {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) throw new RangeError(`no tree of ${size} of ${leaves.length}`);
  return size === leaves.length ? [] : subproof(leaves, size, true, crypto);
}

/** SUBPROOF(m, D[n], b) of RFC 6962 2.1.2; `whole` is b: the verifier has the root of the first `size` leaves. */
async function subproof(leaves: readonly string[], size: number, whole: boolean, crypto: Hashing): Promise<readonly string[]> {
  if (size === leaves.length) return whole ? [] : [await subtree(leaves, crypto)];
  const half = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return size <= half
    ? [...(await subproof(left, size, whole, crypto)), await subtree(right, crypto)]
    : [...(await subproof(right, size - half, false, crypto)), await subtree(left, crypto)];
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

async function subtree(leaves: readonly string[], crypto: Hashing): Promise<string> {
  if (leaves.length === 2) return nodeHash(leaves[0] ?? "", leaves[1] ?? "", crypto);
  let frontier = emptyFrontier;
  for (const leaf of leaves) frontier = await withLeaf(frontier, leaf, crypto);
  return (await rootOf(frontier, crypto)).slice("sha256:".length);
}
