/** Frames: a line of type and length, so many bytes, a line end. Read from a stream of any cut without ever holding more than one frame. */
import { BrokenEvidence } from "../model/errors.ts";
import type { EvidenceCode } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { BundleVersion, Hasher } from "./bundle.ts";
import { limits, magicOf } from "./bundle.ts";

export const frameTypes = ["head", "statement", "blob", "names", "pad", "end"] as const;
export type FrameType = (typeof frameTypes)[number];

/** A frame whose bytes are at hand; `id` only with blobs. Padding is checked as it passes and has no bytes here. */
export interface Frame {
  readonly type: FrameType;
  /** Of the bundle that it stands in. */
  readonly version: BundleVersion;
  readonly id: Id | null;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const LINE = /^(head|statement|names|pad|end) (0|[1-9]\d{0,15})$|^(blob) (0|[1-9]\d{0,15}) (sha256:[0-9a-f]{64})$/;
const PIECE = 65_536;

/** The line that a frame begins with. */
export function frameLine(type: FrameType, length: number, id: Id | null = null): Uint8Array {
  return encoder.encode(id === null ? `${type} ${length}\n` : `${type} ${length} ${id}\n`);
}

function broken(code: EvidenceCode, message: string): BrokenEvidence {
  return new BrokenEvidence(code, message);
}

/** Bytes of a stream, so many at a time. */
class Feed {
  readonly #from: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#from = stream[Symbol.asyncIterator]();
  }

  /** Some bytes, at most so many; empty at the end. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#held.length === 0) {
      const next = await this.#from.next();
      if (next.done === true) return this.#held;
      this.#held = next.value;
    }
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** Exactly so many. Memory grows with what has come, not with what was announced. */
  async exactly(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let have = 0;
    while (have < length) {
      const part = await this.some(length - have);
      if (part.length === 0) throw broken("bundle-truncated", "The bundle ends in the middle.");
      parts.push(part);
      have += part.length;
    }
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** Up to a line end, without it; null when there is none in the first `most` bytes. */
  async line(most: number): Promise<Uint8Array | null> {
    const bytes: number[] = [];
    for (;;) {
      const [byte] = await this.exactly(1);
      if (byte === 0x0a) return Uint8Array.from(bytes);
      bytes.push(byte as number);
      if (bytes.length > most) return null;
    }
  }

  async ended(): Promise<boolean> {
    return (await this.some(1)).length === 0;
  }

  async stop(): Promise<void> {
    await this.#from.return?.();
  }
}

/**
 * The frames of a bundle up to its last byte. `hasher` is fed every byte before the `end` frame. Throws BrokenEvidence: `bundle-version`,
 * `bundle-malformed`, `bundle-limit`, `bundle-truncated`, `bundle-padding`, `bundle-trailing`.
 */
export async function* readFrames(stream: AsyncIterable<Uint8Array>, hasher: Hasher): AsyncGenerator<Frame> {
  const feed = new Feed(stream);
  try {
    const version = await readMagic(feed, hasher);
    for (;;) {
      const line = await feed.line(limits.line);
      const found = line === null ? null : LINE.exec(new TextDecoder().decode(line));
      const type = (found?.[1] ?? found?.[3]) as FrameType;
      if (found === null || (version === 1 && type === "names"))
        throw broken("bundle-malformed", "Something stands where a frame should begin.");
      const length = Number(found[2] ?? found[4]);
      const id = (found[5] ?? null) as Id | null;
      if (type !== "end") hasher.update(frameLine(type, length, id));
      if (type !== "pad" && length > limits[type])
        throw broken("bundle-limit", `A ${type} of ${length} bytes; at most ${limits[type]} are taken.`);
      const bytes = type === "pad" ? await skipPadding(feed, length, hasher) : await feed.exactly(length);
      if (type !== "end") hasher.update(bytes);
      const [last] = await feed.exactly(1);
      if (last !== 0x0a) throw broken("bundle-malformed", `The ${type} frame is longer or shorter than it says.`);
      if (type !== "end") hasher.update(Uint8Array.of(0x0a));
      // Before the end is handed out: whoever has it looks no further.
      if (type === "end" && !(await feed.ended())) throw broken("bundle-trailing", "Something comes after the end of the bundle.");
      yield { type, version, id, bytes };
      if (type === "end") return;
    }
  } finally {
    await feed.stop();
  }
}

async function readMagic(feed: Feed, hasher: Hasher): Promise<BundleVersion> {
  const known = ([1, 2] as const).map((version) => ({ version, line: magicOf(version) }));
  const { length } = magicOf(1);
  let found = "";
  while (found.length < length && known.some(({ line }) => line.startsWith(found))) {
    const part = await feed.some(length - found.length);
    if (part.length === 0) throw broken("bundle-truncated", "The bundle ends in its first line.");
    found += new TextDecoder("latin1").decode(part);
  }
  const is = known.find(({ line }) => line === found);
  if (is === undefined) {
    if (/^onrecord-bundle-\d/.test(found))
      throw broken("bundle-version", "The bundle is of a version that this program does not know. Use a newer one.");
    throw broken("bundle-malformed", "This is no bundle.");
  }
  hasher.update(encoder.encode(is.line));
  return is.version;
}

async function skipPadding(feed: Feed, length: number, hasher: Hasher): Promise<Uint8Array> {
  for (let left = length; left > 0;) {
    const part = await feed.exactly(Math.min(left, PIECE));
    if (part.some((byte) => byte !== 0)) throw broken("bundle-padding", "The padding is not empty.");
    hasher.update(part);
    left -= part.length;
  }
  return new Uint8Array();
}
