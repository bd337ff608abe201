/** Packing: a bundle as a stream, signed at its end. */
import { canonicalBytes } from "../model/canonical.ts";
import type { Json } from "../model/canonical.ts";
import type { Id } from "../model/ids.ts";
import type { Statement } from "../model/statement.ts";
import type { BundleHead, BundleSigning } from "./bundle.ts";
import { magicOf, signedBundle } from "./bundle.ts";
import { frameLine } from "./frames.ts";
import type { FrameType } from "./frames.ts";
import { paddedSize } from "./padding.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const ZEROS = new Uint8Array(65_536);
const NEWLINE = Uint8Array.of(0x0a);
/** Signature and digest have one length. */
const END_BYTES = canonicalBytes({ digest: `sha256:${"0".repeat(64)}`, signature: "0".repeat(128) }).length;

export interface Contents {
  readonly head: BundleHead;
  /** As many as the head says, by device, seq, then id. */
  readonly statements: AsyncIterable<Statement>;
  /** As many as the head says, by id. */
  readonly blobs: AsyncIterable<{ readonly id: Id; readonly bytes: Uint8Array }>;
  /** The sealed part of the Names box, in version 2 and only there. */
  readonly names: Uint8Array | null;
  /** Whether its size is to say little. */
  readonly padded: boolean;
}

/** The bundle's bytes. Throws TypeError when the contents are not what their head says. */
export async function* pack({ head, statements, blobs, names, padded }: Contents, crypto: BundleSigning): AsyncGenerator<Uint8Array> {
  if ((names !== null) !== (head.v === 2)) throw new TypeError("a bundle of another version than its head says");
  const hasher = crypto.hasher();
  let written = 0;
  const hashed = (bytes: Uint8Array): Uint8Array => {
    hasher.update(bytes);
    written += bytes.length;
    return bytes;
  };
  function* frame(type: FrameType, bytes: Uint8Array, id: Id | null = null): Generator<Uint8Array> {
    yield hashed(frameLine(type, bytes.length, id));
    if (bytes.length > 0) yield hashed(bytes);
    yield hashed(NEWLINE);
  }

  yield hashed(encoder.encode(magicOf(head.v)));
  yield* frame("head", canonicalBytes(head as unknown as Json));
  const packed = { statements: 0, blobs: 0 };
  for await (const { bytes, signature, opened } of statements) {
    packed.statements++;
    const carried = { header: decoder.decode(bytes), opened: opened as unknown as Json, signature: hexOf(signature) };
    yield* frame("statement", canonicalBytes(carried));
  }
  for await (const { id, bytes } of blobs) {
    packed.blobs++;
    yield* frame("blob", bytes, id);
  }
  if (names !== null) yield* frame("names", names);
  if (packed.statements !== head.statements || packed.blobs !== head.blobs) throw new TypeError("a bundle that is not what its head says");

  const padding = padded ? paddingFor(written) : 0;
  yield hashed(frameLine("pad", padding));
  for (let left = padding; left > 0; left -= ZEROS.length) yield hashed(ZEROS.subarray(0, Math.min(left, ZEROS.length)));
  yield hashed(NEWLINE);

  const digest: Id = `sha256:${await hasher.hex()}`;
  const signature = hexOf(await crypto.sign(signedBundle(head, digest)));
  yield frameLine("end", END_BYTES);
  yield canonicalBytes({ digest, signature });
  yield NEWLINE;
}

/** How long the padding is that brings so many bytes, itself and the end to a size of their class. */
function paddingFor(written: number): number {
  const rest = frameLine("end", END_BYTES).length + END_BYTES + 2;
  const around = (padding: number): number => written + frameLine("pad", padding).length + padding + rest;
  let size = paddedSize(around(0));
  // The line of the padding grows with it: a size that it steps over is given up for the next.
  for (;;) {
    for (let padding = Math.max(0, size - around(0)); padding >= Math.max(0, size - around(0) - 16); padding--) {
      if (around(padding) === size) return padding;
    }
    size = paddedSize(size + 1);
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
