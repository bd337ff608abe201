/**
 * A statement: one signed entry of a case's log, as spec/statement.md fixes it. What is signed is the header; the values of the body's fields
 * and their salts travel beside it, so that a field can be shown alone, kept back or forgotten under a signature that still holds.
 */
import type { Json } from "./canonical.ts";
import type { Check } from "./check.ts";
import { count, list, matching, nullable, object } from "./check.ts";
import type { Id } from "./ids.ts";
import { idCheck } from "./ids.ts";

/** What the signature binds the header bytes to ([S13]). */
export const payloadType = "application/vnd.onrecord.statement.v1+json";

/** Most bytes that a header may have ([S2]). */
export const maxHeaderBytes = 1_048_576;

/** A device is its public key: `ed25519:` and the 32 raw bytes as lower-case hex ([S6]). One key for each device and case. */
export type DeviceId = `ed25519:${string}`;

/** How far another device's log was known to the author; `root` is the RFC 6962 tree hash over its statements 0 to `seq` ([S9], [S23]). */
export interface Seen {
  readonly device: DeviceId;
  readonly seq: number;
  readonly root: Id;
}

/** What is signed. Every key is always present. */
export interface Header {
  readonly v: 1;
  /** What the statement does. A kind that this version does not know is kept and checked, and folds into nothing ([S19]). */
  readonly kind: string;
  /** Id of the case's founding statement; null in that statement itself ([S5]). */
  readonly case: Id | null;
  readonly device: DeviceId;
  /** 0 for a device's first statement in the case, then one more each time. */
  readonly seq: number;
  /** Id of the same device's statement before; null for the first. */
  readonly prev: Id | null;
  /** UTC by the author's clock, to the second: a claim, not a proof. */
  readonly time: string;
  /** By device, the author's own left out. */
  readonly seen: readonly Seen[];
  /** Digests of the body's fields, sorted; they do not tell the names ([S10], [S11]). */
  readonly fields: readonly Id[];
}

/** A field shown: with its salt it gives one of the header's digests ([S12]). */
export interface Opened {
  readonly name: string;
  /** 128 random bits as 32 lower-case hex digits. */
  readonly salt: string;
  readonly value: Json;
}

/** A statement as it is kept and carried. `bytes` are the header as its author signed it, never written anew. */
export interface Statement {
  /** SHA-256 of the signed encoding. */
  readonly id: Id;
  readonly bytes: Uint8Array;
  /** 64 bytes, RFC 8032. */
  readonly signature: Uint8Array;
  /** By name; fewer than the header has digests when some are withheld or forgotten. */
  readonly opened: readonly Opened[];
}

const ISO_SECONDS = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** Days of a month of the Gregorian calendar, from 1 for January. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Passes `2026-02-28T09:05:00Z`: a day that exists, seconds 00-59, always Z ([S8]). */
export const timeCheck: Check<string> = (value, path, faults): value is string => {
  if (typeof value === "string" && ISO_SECONDS.test(value)) {
    const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
    if (day <= daysIn(year, month)) return true;
  }
  faults.push({ path, expected: "a UTC time such as 2026-02-28T09:05:00Z" });
  return false;
};

/** Passes a `DeviceId`. */
export const deviceCheck = matching(/^ed25519:[0-9a-f]{64}$/, "ed25519: and 64 hex digits") as unknown as Check<DeviceId>;

/** Passes 32 lower-case hex digits. */
export const saltCheck: Check<string> = matching(/^[0-9a-f]{32}$/, "32 hex digits");

/** Passes the name of a kind: small letters, words joined by hyphens, at most 32 characters ([S4]). */
export const kindCheck: Check<string> = matching(/^(?=.{1,32}$)[a-z]+(-[a-z]+)*$/, "a kind such as seal");

/** Passes the name of a field: a letter, then letters and digits, at most 64 characters ([S12]). */
export const fieldNameCheck: Check<string> = matching(/^[a-z][A-Za-z0-9]{0,63}$/, "a field name such as published");

const one: Check<1> = (value, path, faults): value is 1 => {
  if (value === 1) return true;
  faults.push({ path, expected: "1, the version of the format that this program knows" });
  return false;
};

/** Passes when `check` passes and each member sorts strictly after the one before, by `key`, in UTF-16 code units. */
function ascending<T>(check: Check<readonly T[]>, key: (member: T) => string): Check<readonly T[]> {
  return (value, path, faults): value is readonly T[] => {
    if (!check(value, path, faults)) return false;
    const late = value.findIndex((member, at) => at > 0 && key(value[at - 1] as T) >= key(member));
    if (late === -1) return true;
    faults.push({ path: `${path}[${late}]`, expected: "to sort after the one before" });
    return false;
  };
}

const shape: Check<Header> = object<Header>({
  v: one,
  kind: kindCheck,
  case: nullable(idCheck),
  device: deviceCheck,
  seq: count,
  prev: nullable(idCheck),
  time: timeCheck,
  seen: ascending(list(object<Seen>({ device: deviceCheck, seq: count, root: idCheck })), (seen) => seen.device),
  fields: ascending(list(idCheck), (digest) => digest),
});

/** Passes a header whose keys agree with each other ([S1] to [S10]). That the bytes are canonical is held elsewhere (log/header.ts). */
export const headerCheck: Check<Header> = (value, path, faults): value is Header => {
  if (!shape(value, path, faults)) return false;
  const before = faults.length;
  if ((value.prev === null) !== (value.seq === 0)) faults.push({ path: "prev", expected: "null for seq 0 and only there" });
  if ((value.case === null) !== (value.kind === "case")) faults.push({ path: "case", expected: "null in a case statement and only there" });
  if (value.kind === "case" && value.seq !== 0) faults.push({ path: "seq", expected: "0 in a case statement" });
  if (value.seen.some((seen) => seen.device === value.device))
    faults.push({ path: "seen", expected: "not to name the author's own device" });
  return faults.length === before;
};
