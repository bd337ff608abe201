/** The Merkle tree of RFC 6962 2.1 over a device's signed encodings: what `seen` and checkpoints name a log's state by. It grows by its frontier. */
import { bytesOfHex } from "../model/bytes.ts";
import type { Id } from "../model/ids.ts";
import type { Checking } from "./crypto.ts";

type Hashing = Pick<Checking, "sha256">;

/** All of a tree that its next leaf and its root need: the roots of its perfect subtrees from the left, one for each 1 bit of `size`. Hex. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly string[];
}

/** A tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** Hash of a leaf: SHA-256 of a zero byte and the entry, hex. */
export async function leafHash(entry: Uint8Array, crypto: Hashing): Promise<string> {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return await crypto.sha256(bytes);
}

/** Hash of a node over two, hex. */
export async function nodeHash(left: string, right: string, crypto: Hashing): Promise<string> {
  const bytes = new Uint8Array(65);
  bytes[0] = 0x01;
  bytes.set(bytesOfHex(left), 1);
  bytes.set(bytesOfHex(right), 33);
  return await crypto.sha256(bytes);
}

/** The frontier with one more leaf: at most one hash for each bit of its size. */
export async function withLeaf({ size, hashes }: Frontier, leaf: string, crypto: Hashing): Promise<Frontier> {
  const kept = [...hashes];
  let hash = leaf;
  for (let bits = size; bits % 2 === 1; bits = (bits - 1) / 2) hash = await nodeHash(kept.pop() ?? "", hash, crypto);
  return { size: size + 1, hashes: [...kept, hash] };
}

/** Root of the tree ([S23]); of no leaves, SHA-256 of nothing. */
export async function rootOf({ hashes }: Frontier, crypto: Hashing): Promise<Id> {
  let root = hashes.at(-1) ?? (await crypto.sha256(new Uint8Array()));
  for (let at = hashes.length - 2; at >= 0; at -= 1) root = await nodeHash(hashes[at] ?? "", root, crypto);
  return `sha256:${root}`;
}

/** Hash of the tree whose leaves are these entries, in order ([S23]). */
export async function treeHash(entries: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, crypto: Hashing): Promise<Id> {
  let frontier = emptyFrontier;
  for await (const entry of entries) frontier = await withLeaf(frontier, await leafHash(entry, crypto), crypto);
  return rootOf(frontier, crypto);
}
