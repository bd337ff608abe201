/** A case on disk: which file is what, and how it is told that a folder is a case. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Check } from "../model/check.ts";
import { count, faultsOf, list, nullable, object, text } from "../model/check.ts";
import { NotSaved } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import { timeCheck } from "../model/statement.ts";

/** Version of the folder: of what its files are and how they are named. A higher one was made by a newer program. */
export const folderFormat = 1;

/** `onrecord.json`: written last, so a folder that has it has everything. Zone, languages and name are for a person's eye; the log's are meant. */
export interface Marker {
  readonly format: number;
  readonly case: Id;
  readonly name: string | null;
  readonly zone: string | null;
  readonly languages: readonly string[];
  readonly created: string;
}

const markerCheck: Check<Marker> = object<Marker>({
  format: count,
  case: idCheck,
  name: nullable(text),
  zone: nullable(text),
  languages: list(text),
  created: timeCheck,
});

/** The files of the case in `dir`. */
export function filesOf(dir: string): {
  readonly marker: string;
  readonly database: string;
  readonly blobs: string;
  readonly keys: string;
  readonly deviceKey: string;
} {
  const keys = join(dir, "keys");
  return {
    marker: join(dir, "onrecord.json"),
    database: join(dir, "record.db"),
    blobs: join(dir, "blobs"),
    keys,
    deviceKey: join(keys, "device.key"),
  };
}

/** The nearest case folder from `start` upwards, as an absolute path; null when there is none. */
export function findCase(start: string): string | null {
  for (let dir = resolve(start); ; dir = dirname(dir)) {
    if (existsSync(filesOf(dir).marker)) return dir;
    if (dir === dirname(dir)) return null;
  }
}

/** The marker of the case in `dir`. Throws NotSaved: `case-missing` when there is none that can be read, `case-newer`, `disk-failed`. */
export function readMarker(dir: string): Marker {
  const { marker } = filesOf(dir);
  let content: string;
  try {
    content = readFileSync(marker, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw diskFailed(error);
    throw new NotSaved("case-missing", `There is no case in ${dir}. Make one with init, or name the folder of one.`, { cause: error });
  }
  const value = parsed(content);
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : null;
  if (typeof format === "number" && format > folderFormat) {
    throw new NotSaved(
      "case-newer",
      `${dir} was made by a newer On Record (format ${format}, this one knows ${folderFormat}). Use that one.`,
    );
  }
  const faults = faultsOf(markerCheck, value);
  if (faults.length > 0) {
    const [first] = faults;
    throw new NotSaved(
      "case-missing",
      `${marker} is damaged: ${first?.path ?? ""} is expected ${first?.expected ?? ""}. Put a copy of it back.`,
    );
  }
  return value as Marker;
}

/** Writes a file so that it is there whole or not at all, and durable. Throws NotSaved `disk-failed`. */
export function writeWhole(path: string, content: string, mode: number): void {
  try {
    const temporary = `${path}.${process.pid}.tmp`;
    rmSync(temporary, { force: true });
    const file = openSync(temporary, "wx", mode);
    try {
      writeSync(file, content);
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

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}
