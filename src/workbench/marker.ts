/**
 * `onrecord.json`, which makes a folder a case: written last, so a folder that has it has everything. What it says is for a person's eye; the log's
 * founding statement is meant. In an encrypted case it gives away nothing but the format: what it says is sealed under a key of the device.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Check } from "../model/check.ts";
import { count, faultsOf, list, matching, nullable, object, text } from "../model/check.ts";
import { NotSaved } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import { deviceCheck, timeCheck } from "../model/statement.ts";
import { codeOf, diskFailed, filesOf, writeWhole } from "./folder.ts";
import { openBytes, sealBytes } from "./vault.ts";

/** Version of the folder: of what its files are and how they are named. A higher one was made by a newer program. */
export const folderFormat = 2;

/** Format of a folder that a program of version 1 reads as well: not encrypted, and this device founded the case. */
const firstFormat = 1;

export interface Marker {
  readonly case: Id;
  readonly name: string | null;
  readonly zone: string | null;
  readonly languages: readonly string[];
  readonly created: string;
  /** The device whose copy this is; null: the one that founded the case. */
  readonly device: DeviceId | null;
}

/** A marker that only the device's keys open. `salt` is what the folder's other keys are made with. Hex digits all. */
export interface SealedMarker {
  readonly salt: string;
  readonly nonce: string;
  readonly text: string;
}

export type MarkerFile = { readonly marker: Marker; readonly sealed: null } | { readonly marker: null; readonly sealed: SealedMarker };

const fields = {
  case: idCheck,
  name: nullable(text),
  zone: nullable(text),
  languages: list(text),
  created: timeCheck,
};
const first = object<Omit<Marker, "device"> & { readonly format: number }>({ format: count, ...fields });
const second = object<Marker & { readonly format: number }>({ format: count, ...fields, device: nullable(deviceCheck) });
const inside = object<Marker>({ ...fields, device: nullable(deviceCheck) });
const hex = (digits: string): Check<string> => matching(new RegExp(`^[0-9a-f]${digits}$`), "hex digits");
const sealedCheck = object<{ readonly format: number; readonly sealed: SealedMarker }>({
  format: count,
  sealed: object<SealedMarker>({ salt: hex("{32}"), nonce: hex("{24}"), text: hex("{32,}") }),
});

/** The marker of the case in `dir`. Throws NotSaved: `case-missing` when there is none that can be read, `case-newer`, `disk-failed`. */
export function readMarker(dir: string): MarkerFile {
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
  if (faultsOf(sealedCheck, value).length === 0) return { marker: null, sealed: (value as { readonly sealed: SealedMarker }).sealed };
  const faults = faultsOf(format === firstFormat ? first : second, value);
  if (faults.length > 0) {
    const [fault] = faults;
    throw new NotSaved(
      "case-missing",
      `${marker} is damaged: ${fault?.path ?? ""} is expected ${fault?.expected ?? ""}. Put a copy of it back.`,
    );
  }
  return { marker: { device: null, ...(value as Omit<Marker, "device">) }, sealed: null };
}

/** Writes the marker of a case that is not encrypted. Throws NotSaved `disk-failed`. */
export function writeMarker(dir: string, marker: Marker): void {
  const { device, ...rest } = marker;
  const value = device === null ? { format: firstFormat, ...rest } : { format: folderFormat, ...rest, device };
  writeWhole(filesOf(dir).marker, `${JSON.stringify(value, null, 2)}\n`, 0o600);
}

/** Writes the marker of an encrypted case. Throws NotSaved `disk-failed`. */
export function writeSealedMarker(dir: string, marker: Marker, salt: Uint8Array, key: Uint8Array): void {
  const nonce = randomBytes(12);
  const sealed: SealedMarker = {
    salt: Buffer.from(salt).toString("hex"),
    nonce: nonce.toString("hex"),
    text: sealBytes(Buffer.from(JSON.stringify(marker)), key, nonce, salt).toString("hex"),
  };
  writeWhole(filesOf(dir).marker, `${JSON.stringify({ format: folderFormat, sealed }, null, 2)}\n`, 0o600);
}

/** What a sealed marker says. Throws NotSaved `key-bad` when this is not its key, or it is damaged. */
export function openMarker(sealed: SealedMarker, key: Uint8Array): Marker {
  const salt = Buffer.from(sealed.salt, "hex");
  const bytes = openBytes(Buffer.from(sealed.text, "hex"), key, Buffer.from(sealed.nonce, "hex"), salt);
  const value = bytes === null ? null : parsed(Buffer.from(bytes).toString("utf8"));
  if (faultsOf(inside, value).length > 0) {
    throw new NotSaved("key-bad", "onrecord.json does not open with this device's key: one of the two is damaged. Put a copy of it back.");
  }
  return value as Marker;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}
