/**
 * Merging: a bundle is read twice. First every rule is held and nothing is written; then it is read again into one transaction, which is committed
 * only when its digest is the one that was proven. So a bundle is taken whole or not at all, and a refused one leaves nothing behind.
 * Merging signs nothing: the set of statements is the union of both, whatever the order in which bundles come.
 */
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import type { BundleChecking, BundleHead, Have } from "../exchange/bundle.ts";
import { sizeOf } from "../exchange/have.ts";
import { unpack } from "../exchange/unpack.ts";
import type { Json } from "../model/canonical.ts";
import { BrokenEvidence, Refusal } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Writes } from "../store/store.ts";
import { ageMagic, unsealed } from "./age.ts";
import { codeOf } from "./folder.ts";

/** What merging works on. */
export interface MergeDesk {
  readonly blobs: Blobs;
  readonly checking: BundleChecking;
  /** Opens what is sealed for this device; throws when there is no key. */
  readonly identity: () => Promise<string>;
}

/** Two different statements that one device signed in one place of its chain. */
export interface Fork {
  readonly device: DeviceId;
  readonly seq: number;
  readonly statements: readonly Id[];
}

/** What a bundle brought. */
export interface Taken {
  readonly head: BundleHead;
  /** Statements that were new here, by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly fresh: ReadonlySet<Id>;
  readonly known: number;
  /** Known statements of which it opens fields that were closed here. */
  readonly shown: number;
  /** Forks that it brought to light. */
  readonly forks: readonly Fork[];
  /** The part of the Names box that it carries, sealed; null when it carries none. */
  readonly names: Uint8Array | null;
}

/** Blobs are made durable so many bytes at a time. */
const BATCH_BYTES = 16_000_000;
const BATCH = 128;

/** The bundle's bytes, opened when they are sealed. Throws Refusal when the file cannot be read, BrokenEvidence `bundle-sealed`. */
export async function* bundleStream(path: string, identity: MergeDesk["identity"]): AsyncGenerator<Uint8Array> {
  const start = await firstBytes(path);
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  yield* start === ageMagic ? unsealed(stream, await identity()) : stream;
}

async function firstBytes(path: string): Promise<string> {
  try {
    if (!statSync(path).isFile()) throw new Refusal("input-not-a-file", "This is no file.");
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(ageMagic.length), 0, ageMagic.length, 0);
      return buffer.subarray(0, bytesRead).toString("latin1");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR")
      throw new Refusal("input-missing", "There is no such file. Is the name right?", { cause: error });
    throw new Refusal("input-unreadable", `The system would not let it be read (${codeOf(error) ?? String(error)}).`, { cause: error });
  }
}

/** Holds every rule against the bundle at `path` and writes nothing. Throws BrokenEvidence, Refusal. */
export async function provenBundle(
  path: string,
  caseId: Id | null,
  { checking, identity }: Omit<MergeDesk, "blobs">,
): Promise<{ readonly head: BundleHead; readonly digest: Id }> {
  const nothing = (): void => undefined;
  return unpack(
    bundleStream(path, identity),
    { caseId, proven: null },
    { head: nothing, statement: nothing, blob: nothing, names: nothing },
    checking,
  );
}

/** Takes a bundle that was proven into the transaction of `writes`. Throws BrokenEvidence when it is not that bundle any more. */
export async function takeBundle(path: string, caseId: Id, digest: Id, writes: Writes, desk: MergeDesk): Promise<Taken> {
  const { blobs, checking, identity } = desk;
  const kinds: Record<string, number> = {};
  const forks: Fork[] = [];
  let known = 0;
  let shown = 0;
  const fresh = new Set<Id>();
  let names: Uint8Array | null = null;
  let batch: Uint8Array[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await blobs.put(batch);
    batch = [];
    bytes = 0;
  };
  const { head } = await unpack(
    bundleStream(path, identity),
    { caseId, proven: digest },
    {
      head: () => undefined,
      async statement(statement, header) {
        const there = await writes.idsAt(header.device, header.seq);
        if (there.includes(statement.id)) {
          known++;
          if (await writes.openFields(statement.id, statement.opened)) shown++;
          return;
        }
        await writes.append(statement, header);
        fresh.add(statement.id);
        kinds[header.kind] = (kinds[header.kind] ?? 0) + 1;
        if (there.length > 0) forks.push({ device: header.device, seq: header.seq, statements: [...there, statement.id].sort() });
      },
      async blob(_id, blob) {
        batch.push(blob);
        bytes += blob.length;
        if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush();
      },
      names(sealed) {
        names = sealed;
      },
    },
    checking,
  );
  await flush();
  await rememberPeer(head, writes);
  return { head, kinds, fresh, known, shown, forks, names };
}

/** Keeps what the maker said it has, unless a later bundle of it came earlier. */
async function rememberPeer({ device, recipient, have }: BundleHead, writes: Writes): Promise<void> {
  const before = (await writes.peers()).find((peer) => peer.device === device);
  if (before !== undefined && sizeOf(before.have as unknown as readonly Have[]) > sizeOf(have)) return;
  await writes.putPeer({ device, recipient: recipient ?? before?.recipient ?? null, have: have as unknown as Json });
}

/** True for an error that says that the bundle is at fault, and not this case. */
export function isBundleFault(error: unknown): error is BrokenEvidence | Refusal {
  return error instanceof Refusal || (error instanceof BrokenEvidence && error.code !== "store-damaged" && error.code !== "blob-missing");
}
