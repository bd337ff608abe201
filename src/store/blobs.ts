/**
 * Sealed bytes as files named by their hash, in sixteen folders by its first digit: `blobs/a/<64 hex digits>`. In an encrypted case a file is
 * encrypted and its name is a keyed hash of that hash, so that nobody can ask a folder whether it holds a document. Every folder that a batch
 * touches has to be synced, so there are few of them. A file appears under its name only when all of its bytes are on the
 * disk, so a name without its bytes can only be damage, never an interruption. What is half written lies in `blobs/tmp/`.
 */
import { closeSync, existsSync, fsync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, readFile, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BrokenEvidence, NotSaved } from "../model/errors.ts";
import type { Id, Sha256 } from "../model/ids.ts";
import { idOfBytes } from "../model/ids.ts";

export interface Blobs {
  /**
   * Writes what is not there yet. When the promise is kept every one of them is durable under its id. A file that is there with other bytes
   * is damage and is replaced: these bytes are the ones that the name stands for. Throws NotSaved `disk-failed`.
   */
  put(blobs: readonly Uint8Array[]): Promise<readonly Id[]>;
  /** Whether there is a file for it, whatever is in it. */
  has(id: Id): boolean;
  /** The bytes, hashed again. Throws BrokenEvidence `blob-missing` or `blob-altered`. */
  get(id: Id): Promise<Uint8Array>;
  /**
   * Ids of every blob that there is a file for, sorted; what is not named like a blob is not one. `known` are ids that need not be found out by
   * opening a file. A file that cannot be opened stands under the id that its name would be of, which `get` finds missing.
   */
  list(known?: Iterable<Id>): Promise<readonly Id[]>;
  /** Removes half-written files last touched before `time`. A younger one may be another process's work in hand. */
  sweep(time: Date): Promise<void>;
}

/** How a blob lies on the disk: under which name, and as which bytes. */
export interface Box {
  /** 64 hex digits. */
  nameOf(id: Id): string;
  seal(bytes: Uint8Array): Promise<Uint8Array>;
  /** Null when the bytes are not what `seal` gave. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** Blobs as they are, under their hash. */
export const openBox: Box = {
  nameOf: (id) => id.slice(7),
  seal: (bytes) => Promise.resolve(bytes),
  open: (sealed) => Promise.resolve(sealed),
};

/** Files synced at a time: enough to keep the disk busy, few enough to hold open. */
const AT_ONCE = 32;

/** The one step that waits for the disk. The others take microseconds, and a promise for each would cost more than they do. */
function sync(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(file, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/**
 * The blobs in the folder `dir`, which is made when missing. `tag` makes the names of half-written files this process's own; hashing is handed in,
 * and so is the box that they lie in.
 */
export function openBlobs(dir: string, tag: string, sha256: Sha256, box: Box = openBox): Blobs {
  const halfWritten = join(dir, "tmp");
  const folderOf = (id: Id): string => join(dir, box.nameOf(id).slice(0, 1));
  const fileOf = (id: Id): string => join(folderOf(id), box.nameOf(id));
  /** Folders that this process has made sure of. */
  const folders = new Set<string>();
  let counter = 0;

  /** Puts one blob in its place: its bytes are synced, the folders that name it are not; those are added to `unsynced`. */
  async function place(id: Id, bytes: Uint8Array, unsynced: Set<string>): Promise<void> {
    // Folders are synced also when they, or the file, are there already: the process that made them may have died before it came to that.
    if (!folders.has(folderOf(id))) {
      mkdirSync(folderOf(id), { recursive: true, mode: 0o700 });
      unsynced.add(dir);
    }
    unsynced.add(folderOf(id));
    if (existsSync(fileOf(id)) && (await isBlob(readFileSync(fileOf(id)), id))) return;
    const sealed = await box.seal(bytes);
    const temporary = join(halfWritten, `${tag}.${counter++}`);
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(file, sealed);
      await sync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, fileOf(id));
  }

  /** The id of the blob in a file of this name, when that is the file's right name. */
  async function idIn(path: string, name: string): Promise<Id> {
    const sealed = await bytesOf(path).catch(() => null);
    const bytes = sealed === null ? null : await box.open(sealed);
    const id: Id | null = bytes === null ? null : idOfBytes(bytes, sha256);
    return id !== null && box.nameOf(id) === name ? id : `sha256:${name}`;
  }

  async function isBlob(sealed: Uint8Array, id: Id): Promise<boolean> {
    const bytes = await box.open(sealed);
    return bytes !== null && idOfBytes(bytes, sha256) === id;
  }

  return {
    async put(blobs) {
      const todo = new Map(blobs.map((bytes) => [idOfBytes(bytes, sha256), bytes]));
      const unsynced = new Set<string>();
      try {
        await mkdir(halfWritten, { recursive: true, mode: 0o700 });
        await each([...todo], ([id, bytes]) => place(id, bytes, unsynced));
        await each([...unsynced], syncFolder);
        for (const folder of unsynced) folders.add(folder);
      } catch (error) {
        throw diskFailed(error);
      }
      return blobs.map((bytes) => idOfBytes(bytes, sha256));
    },
    has: (id) => existsSync(fileOf(id)),
    async get(id) {
      const sealed = await bytesOf(fileOf(id)).catch((error: unknown) => {
        throw new BrokenEvidence("blob-missing", `The sealed bytes ${id} cannot be read: ${reason(error)}.`, { cause: error });
      });
      if (sealed === null) throw new BrokenEvidence("blob-missing", `The sealed bytes ${id} are not in the case.`);
      const bytes = await box.open(sealed);
      if (bytes === null || idOfBytes(bytes, sha256) !== id)
        throw new BrokenEvidence("blob-altered", `The sealed bytes ${id} are not what they were.`);
      return bytes;
    },
    async list(known = []) {
      const ids: Id[] = [];
      const byName = new Map(Array.from(known, (id) => [box.nameOf(id), id]));
      for (const folder of await names(dir)) {
        if (!/^[0-9a-f]$/.test(folder)) continue;
        for (const name of await names(join(dir, folder))) {
          if (!/^[0-9a-f]{64}$/.test(name) || !name.startsWith(folder)) continue;
          ids.push(byName.get(name) ?? (box === openBox ? `sha256:${name}` : await idIn(join(dir, folder, name), name)));
        }
      }
      return ids.sort();
    },
    async sweep(time) {
      for (const name of await names(halfWritten)) {
        const path = join(halfWritten, name);
        const touched = await stat(path).catch(() => null);
        if (touched !== null && touched.mtime < time) await rm(path, { force: true });
      }
    },
  };
}

/** Runs `work` on every member, a few at a time; throws the first failure once all that began have ended. */
async function each<T>(members: readonly T[], work: (member: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let at = next++; at < members.length; at = next++) await work(members[at] as T);
  });
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === "rejected") throw lane.reason;
}

/** The file's bytes, or null when there is none. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw diskFailed(error);
  }
}

/** Makes the names in a folder durable. */
async function syncFolder(path: string): Promise<void> {
  let folder;
  try {
    folder = openSync(path, "r");
  } catch (error) {
    // Windows opens no folder, and keeps its names durable without.
    if (codeOf(error) === "EISDIR" || codeOf(error) === "EPERM") return;
    throw error;
  }
  try {
    await sync(folder);
  } finally {
    closeSync(folder);
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function diskFailed(error: unknown): unknown {
  return codeOf(error) === null ? error : new NotSaved("disk-failed", `Nothing was saved: ${reason(error)}.`, { cause: error });
}
