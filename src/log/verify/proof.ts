/** Whether a proof out of a tree holds: the two algorithms of RFC 9162 2.1.3.2 and 2.1.4.2, which are those of RFC 6962 written as steps. */
import type { Checking } from "../crypto.ts";
import { nodeHash } from "../tree.ts";
import type { Id } from "../../model/ids.ts";

type Hashing = Pick<Checking, "sha256">;

const HASH = /^[0-9a-f]{64}$/;

/** A leaf in a tree; `path` is from the leaf upwards, hashes in hex ([H5]). */
export interface Inclusion {
  /** Hash of the leaf, hex. */
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: Id;
}

/** True when the leaf is in the tree of that size and root. Never throws. */
export async function inclusionHolds({ leaf, index, size, path, root }: Inclusion, crypto: Hashing): Promise<boolean> {
  if (![index, size].every(isCount) || index >= size || ![leaf, ...path].every((hash) => HASH.test(hash))) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = await nodeHash(step, hash, crypto);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = await nodeHash(hash, step, crypto);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && root === `sha256:${hash}`;
}

/** Two states of one tree ([H6]). */
export interface Consistency {
  readonly first: { readonly size: number; readonly root: Id };
  readonly second: { readonly size: number; readonly root: Id };
  readonly path: readonly string[];
}

/** True when the second tree is the first with leaves added after. Never throws. */
export async function consistencyHolds({ first, second, path }: Consistency, crypto: Hashing): Promise<boolean> {
  if (![first.size, second.size].every(isCount) || first.size < 1 || first.size > second.size) return false;
  if (!path.every((hash) => HASH.test(hash))) return false;
  if (first.size === second.size) return path.length === 0 && first.root === second.root;
  const steps = isPowerOfTwo(first.size) ? [first.root.slice("sha256:".length), ...path] : [...path];
  const [start] = steps;
  if (start === undefined) return false;
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [early, late] = [start, start];
  for (const step of steps.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [early, late] = [await nodeHash(step, early, crypto), await nodeHash(step, late, crypto)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else late = await nodeHash(late, step, crypto);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && first.root === `sha256:${early}` && second.root === `sha256:${late}`;
}

/** Numbers here go to 2^53 - 1, where shifting bits would lose them. */
const half = (count: number): number => Math.floor(count / 2);
const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;

function isPowerOfTwo(count: number): boolean {
  let rest = count;
  while (rest % 2 === 0 && rest > 0) rest /= 2;
  return rest === 1;
}
