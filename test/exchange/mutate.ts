/** Bundles damaged by a seed, and what becomes of them. */
import type { Id } from "../../src/model/ids.ts";
import { BrokenEvidence } from "../../src/model/errors.ts";
import { unpack } from "../../src/exchange/unpack.ts";
import { nodeChecking, nodeHasher } from "../../src/workbench/crypto.ts";
import { random } from "../soak/texts.ts";

const crypto = { ...nodeChecking(), hasher: nodeHasher };
const nothing = (): void => undefined;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** The code that a bundle is refused with; null when it is taken. Anything else that goes wrong is thrown. */
export async function fateOf(bytes: Uint8Array, caseId: Id, piece = 65_536): Promise<string | null> {
  try {
    await unpack(
      inPieces(bytes, piece),
      { caseId, proven: null },
      { head: nothing, statement: nothing, blob: nothing, names: nothing },
      crypto,
    );
    return null;
  } catch (error) {
    if (error instanceof BrokenEvidence) return error.code;
    throw error;
  }
}

/** The bundle with one to three things done to it; the same seed does the same. */
export function mutated(bundle: Buffer, seed: number): Buffer {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  let bytes = Buffer.from(bundle);
  for (let times = 1 + below(3); times > 0 && bytes.length > 2; times--) {
    const [a, b] = [below(bytes.length), below(bytes.length)].sort((x, y) => x - y) as [number, number];
    const lines = bytes.toString("latin1").split("\n");
    switch (below(8)) {
      case 0:
        bytes[a] = (bytes[a] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        bytes[a] = below(256);
        break;
      case 2:
        bytes = Buffer.from(bytes.subarray(0, a));
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, b), bytes.subarray(a)]);
        break;
      case 5: {
        const [x, y] = [below(lines.length), below(lines.length)];
        [lines[x], lines[y]] = [lines[y] ?? "", lines[x] ?? ""];
        bytes = Buffer.from(lines.join("\n"), "latin1");
        break;
      }
      case 6: {
        const at = below(lines.length);
        lines.splice(at, 0, lines[at] ?? "");
        bytes = Buffer.from(lines.join("\n"), "latin1");
        break;
      }
      default:
        lines.splice(below(lines.length), 1);
        bytes = Buffer.from(lines.join("\n"), "latin1");
    }
  }
  return bytes;
}
