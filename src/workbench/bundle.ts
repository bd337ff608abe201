/** Making a bundle: which statements the others lack, their blobs, signed, sealed, and written so that the file is there whole or not at all. */
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { blobsNamed } from "../exchange/blobs.ts";
import type { BundleSigning, Have } from "../exchange/bundle.ts";
import { haveOf, lackedBy } from "../exchange/have.ts";
import { pack } from "../exchange/pack.ts";
import { readHeader } from "../log/header.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId, Statement } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Place, Store } from "../store/store.ts";
import { sealed } from "./age.ts";
import { sha256 } from "./crypto.ts";
import { diskFailed, syncFolder } from "./folder.ts";

/** What making bundles works on. */
export interface BundleDesk {
  readonly caseId: Id;
  readonly store: Store;
  readonly blobs: Blobs;
  readonly signing: BundleSigning;
  /** What bundles for this device are sealed to. */
  readonly recipient: string;
  /** Devices whose statements are passed on; this one's own always are. */
  readonly passedOn: (device: DeviceId) => boolean;
  /** The Names box for those of these devices that may know; null when it is for none of them. */
  readonly namesFor: (devices: readonly DeviceId[]) => Promise<{ readonly sealed: Uint8Array; readonly entries: number } | null>;
}

/** Whom a bundle is for. */
export interface Addressee {
  readonly device: DeviceId;
  readonly recipient: string;
}

export interface Bundled {
  readonly file: string;
  readonly statements: number;
  readonly blobs: number;
  readonly bytes: number;
  /** How many entries of the Names box it carries. */
  readonly names: number;
  /** Blobs that this copy lacks itself. */
  readonly without: readonly Id[];
}

/** Bundles in a folder are called by chance: two people's do not collide, and the name says nothing. */
const folderName = (): string => `onrecord-${randomBytes(8).toString("hex")}.bundle`;

/** True for the name of a whole bundle in a folder where people meet; half-written ones are called otherwise. */
export const isBundleName = (name: string): boolean => /^[^.].*\.bundle$/.test(name);

/** Packs for `whom` what they lack; for nobody in particular everything, not encrypted. `all`: everything in any case. Throws NotSaved, WrongUsage. */
export async function makeBundle(out: string, whom: readonly Addressee[] | null, all: boolean, desk: BundleDesk): Promise<Bundled> {
  const target = existsSync(out) && statSync(out).isDirectory() ? join(out, folderName()) : out;
  if (existsSync(target)) throw new WrongUsage(`${target} is there already. Name another file.`);
  const { caseId, store, blobs, signing } = desk;
  const have = await haveOf(store.places(), sha256);
  const isLacked = await lackedByAny(all ? null : whom, have, store);
  const chosen = new Set<Id>();
  for await (const place of store.places()) {
    if ((place.device === signing.device || desk.passedOn(place.device)) && isLacked(place)) chosen.add(place.id);
  }
  const named = new Set<Id>();
  for await (const statement of chosenOf(store, chosen)) {
    const { header } = readHeader(statement.bytes);
    if (header !== null) for (const id of blobsNamed(statement, header)) named.add(id);
  }
  const ids = [...named].sort();
  const carried = ids.filter((id) => blobs.has(id));
  const without = ids.filter((id) => !blobs.has(id));
  const names = whom === null ? null : await desk.namesFor(whom.map(({ device }) => device));
  const head = {
    v: names === null ? 1 : 2,
    case: caseId,
    device: signing.device,
    recipient: desk.recipient,
    have,
    statements: chosen.size,
    blobs: carried.length,
    without,
  } as const;
  const contents = {
    head,
    statements: chosenOf(store, chosen),
    blobs: blobsOf(carried, blobs),
    names: names?.sealed ?? null,
    padded: whom !== null,
  };
  const stream = pack(contents, signing);
  const bytes = await writeStream(
    target,
    whom === null ? stream : sealed(stream, [desk.recipient, ...whom.map(({ recipient }) => recipient)]),
  );
  return { file: target, statements: chosen.size, blobs: carried.length, bytes, names: names?.entries ?? 0, without };
}

async function lackedByAny(whom: readonly Addressee[] | null, have: readonly Have[], store: Store): Promise<(place: Place) => boolean> {
  if (whom === null || whom.length === 0) return () => true;
  const peers = await store.peers();
  const lacks = await Promise.all(
    whom.map(({ device }) => {
      const theirs = (peers.find((peer) => peer.device === device)?.have ?? []) as unknown as readonly Have[];
      return lackedBy(theirs, have, (of, seq) => store.idsAt(of, seq));
    }),
  );
  return (place) => lacks.some((lacked) => lacked(place));
}

async function* chosenOf(store: Store, chosen: ReadonlySet<Id>): AsyncGenerator<Statement> {
  for await (const statement of store.statements()) if (chosen.has(statement.id)) yield statement;
}

async function* blobsOf(ids: readonly Id[], blobs: Blobs): AsyncGenerator<{ readonly id: Id; readonly bytes: Uint8Array }> {
  for (const id of ids) yield { id, bytes: await blobs.get(id) };
}

/** Writes the stream beside its place, syncs it and puts it there. Gives its size. Throws NotSaved `disk-failed`. */
async function writeStream(path: string, stream: AsyncIterable<Uint8Array>): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let bytes = 0;
  try {
    rmSync(temporary, { force: true });
    const file = openSync(temporary, "wx", 0o600);
    try {
      for await (const part of stream) for (let at = 0; at < part.length;) at += writeSync(file, part, at);
      fsyncSync(file);
      bytes = statSync(temporary).size;
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return bytes;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw diskFailed(error);
  }
}
