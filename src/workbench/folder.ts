/** A case on disk: which file is what, and how it is told that a folder is a case. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { NotSaved } from "../model/errors.ts";

/** The files of the case in `dir`. */
export function filesOf(dir: string): {
  readonly marker: string;
  readonly database: string;
  readonly blobs: string;
  readonly keys: string;
  /** The Names box: who protected persons are, sealed for those who may know. */
  readonly names: string;
  /** The device's key as it is, or sealed under a passphrase: a folder has one of the two. */
  readonly deviceKey: string;
  readonly sealedKey: string;
  /** There while a case is being made that could not be told from a whole one otherwise. */
  readonly unfinished: string;
} {
  const keys = join(dir, "keys");
  return {
    marker: join(dir, "onrecord.json"),
    database: join(dir, "record.db"),
    blobs: join(dir, "blobs"),
    keys,
    names: join(dir, "names"),
    deviceKey: join(keys, "device.key"),
    sealedKey: join(keys, "device.sealed"),
    unfinished: join(dir, "onrecord.unfinished"),
  };
}

/** The nearest case folder from `start` upwards, as an absolute path; null when there is none. */
export function findCase(start: string): string | null {
  for (let dir = resolve(start); ; dir = dirname(dir)) {
    if (existsSync(filesOf(dir).marker)) return dir;
    if (dir === dirname(dir)) return null;
  }
}

/** Writes a file so that it is there whole or not at all, and durable. Throws NotSaved `disk-failed`. */
export function writeWhole(path: string, content: string | Uint8Array, mode: number): void {
  try {
    const temporary = `${path}.${process.pid}.tmp`;
    rmSync(temporary, { force: true });
    const file = openSync(temporary, "wx", mode);
    try {
      writeSync(file, typeof content === "string" ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw diskFailed(error);
  }
}

/** Makes the names in a folder durable, where the system can open folders. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The error as `disk-failed`, unless it is one of ours or no error of the system at all. */
export function diskFailed(error: unknown): unknown {
  if (codeOf(error) === null || error instanceof NotSaved) return error;
  return new NotSaved("disk-failed", `Nothing was saved: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
}

/** The system's code of an error ("ENOENT"); null when it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
