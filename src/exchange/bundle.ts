/** A bundle: statements and the blobs that they name, in one stream that is signed as a whole ([B1] to [B24] of spec/bundle.md). */
import type { Awaitable, Checking, Signing } from "../log/crypto.ts";
import { signedEncoding } from "../log/pae.ts";
import { canonicalBytes } from "../model/canonical.ts";
import type { Check } from "../model/check.ts";
import { count, list, matching, nullable, object } from "../model/check.ts";
import type { Id } from "../model/ids.ts";
import { idCheck } from "../model/ids.ts";
import { recipientCheck } from "../model/kinds/member-added.ts";
import type { DeviceId, Opened } from "../model/statement.ts";
import { deviceCheck } from "../model/statement.ts";

/** 2 is 1 with a part of the Names box in it ([B26]). */
export type BundleVersion = 1 | 2;

/** How a bundle begins ([B1]). All versions have one length. */
export const magicOf = (v: BundleVersion): string => `onrecord-bundle-${v}\n`;

/** What the signature binds the bundle to ([B20]). */
export const bundleTypeOf = (v: BundleVersion): string => `application/vnd.onrecord.bundle.v${v}+json`;

/** The most that is taken ([B4]). Bytes, and numbers of frames. */
export const limits = {
  line: 128,
  head: 4_194_304,
  statement: 16_777_216,
  blob: 268_435_456,
  names: 16_777_216,
  end: 1_024,
  statements: 10_000_000,
  blobs: 30_000_000,
} as const;

/** SHA-256 of bytes that come one after another. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** 64 lower-case hex digits. */
  hex(): Awaitable<string>;
}

export interface BundleChecking extends Checking {
  hasher(): Hasher;
}
export interface BundleSigning extends Signing {
  hasher(): Hasher;
}

/** A stretch of a device's chain that is held whole; `last` is the id of its end, and so stands for all of it. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly last: Id;
}

/** What is held of a device. `forked`: of a device that signed two statements in one place, the hash of all ids of it, sorted. */
export interface Have {
  readonly device: DeviceId;
  readonly ranges: readonly Range[];
  readonly forked: Id | null;
}

/** The first frame ([B6]). */
export interface BundleHead {
  readonly v: BundleVersion;
  readonly case: Id;
  /** Who made the bundle. */
  readonly device: DeviceId;
  /** What bundles for the maker are sealed to; null when the maker does not say. */
  readonly recipient: string | null;
  /** What the maker holds of the case, this bundle or not; by device. */
  readonly have: readonly Have[];
  readonly statements: number;
  readonly blobs: number;
  /** Blobs that statements of the bundle name and it does not carry, sorted. */
  readonly without: readonly Id[];
}

/** A statement as its frame holds it ([B10]). */
export interface CarriedStatement {
  readonly header: string;
  readonly opened: readonly Opened[];
  /** 128 hex digits. */
  readonly signature: string;
}

/** The last frame ([B19]). */
export interface BundleEnd {
  readonly digest: Id;
  readonly signature: string;
}

const version: Check<BundleVersion> = (value, path, faults): value is BundleVersion =>
  value === 1 || value === 2 || (faults.push({ path, expected: "1 or 2" }), false);
const signature = matching(/^[0-9a-f]{128}$/, "128 hex digits");

/** Passes when each member sorts strictly after the one before. */
function ascending<T>(check: Check<readonly T[]>, after: (a: T, b: T) => boolean): Check<readonly T[]> {
  return (value, path, faults): value is readonly T[] => {
    if (!check(value, path, faults)) return false;
    const late = value.findIndex((member, at) => at > 0 && !after(value[at - 1] as T, member));
    if (late === -1) return true;
    faults.push({ path: `${path}[${late}]`, expected: "to come after the one before" });
    return false;
  };
}

const range: Check<Range> = (value, path, faults): value is Range => {
  if (!object<Range>({ from: count, to: count, last: idCheck })(value, path, faults)) return false;
  return value.from <= value.to || (faults.push({ path, expected: "from no later than to" }), false);
};

const haveCheck = object<Have>({
  device: deviceCheck,
  // Two stretches that touch would be one.
  ranges: ascending(list(range), (a, b) => a.to + 1 < b.from),
  forked: nullable(idCheck),
});

export const headCheck: Check<BundleHead> = object<BundleHead>({
  v: version,
  case: idCheck,
  device: deviceCheck,
  recipient: nullable(recipientCheck),
  have: ascending(list(haveCheck), (a, b) => a.device < b.device),
  statements: count,
  blobs: count,
  without: ascending(list(idCheck), (a, b) => a < b),
});

export const endCheck: Check<BundleEnd> = object<BundleEnd>({ digest: idCheck, signature });

const opened: Check<readonly Opened[]> = (value, path, faults): value is readonly Opened[] =>
  Array.isArray(value) || (faults.push({ path, expected: "a list" }), false);
const text: Check<string> = (value, path, faults): value is string =>
  typeof value === "string" || (faults.push({ path, expected: "a string" }), false);

/** The shape alone: what the fields must be is held with the statement. */
export const statementFrameCheck: Check<CarriedStatement> = object<CarriedStatement>({ header: text, opened, signature });

/** The bytes that the maker signs ([B20]). */
export function signedBundle({ v, case: caseId, device }: Pick<BundleHead, "v" | "case" | "device">, digest: Id): Uint8Array {
  return signedEncoding(canonicalBytes({ v, case: caseId, device, digest }), bundleTypeOf(v));
}
