/** The Merkle tree hash of RFC 6962 2.1, over a device's signed encodings: what `seen` and checkpoints name a log's state by. */
import type { Id } from "../model/ids.ts";
import type { Checking } from "./crypto.ts";

/** Hash of the tree whose leaves are these entries, in order ([S23]); of no entries, SHA-256 of nothing. */
export async function treeHash(entries: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, crypto: Pick<Checking, "sha256">): Promise<Id> {
  // Roots of the perfect subtrees from the left, largest first: as many as the count of entries has 1 bits.
  const roots: { size: number; hash: Uint8Array }[] = [];
  for await (const entry of entries) {
    let hash = await hashed(0x00, [entry], crypto);
    let size = 1;
    for (let left = roots.at(-1); left?.size === size; left = roots.at(-1)) {
      hash = await hashed(0x01, [left.hash, hash], crypto);
      size *= 2;
      roots.pop();
    }
    roots.push({ size, hash });
  }
  let root = roots.pop()?.hash;
  if (root === undefined) return `sha256:${await crypto.sha256(new Uint8Array())}`;
  for (let left = roots.pop(); left !== undefined; left = roots.pop()) root = await hashed(0x01, [left.hash, root], crypto);
  return `sha256:${Array.from(root, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function hashed(prefix: number, parts: readonly Uint8Array[], crypto: Pick<Checking, "sha256">): Promise<Uint8Array> {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return Uint8Array.from((await crypto.sha256(bytes)).match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
