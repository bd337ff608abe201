/**
 * A device's secret and every key that is made from it. The secret is the seed of its Ed25519 key; the others are HKDF (RFC 5869) of it, each under
 * a name of its own, so that one sheet of paper brings all of them back and none tells of another.
 */
import { createPrivateKey, hkdfSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { bech32 } from "@scure/base";
import { identityToRecipient } from "age-encryption";

/** 32 bytes. */
export type DeviceSecret = Uint8Array;

/** PrivateKeyInfo of an Ed25519 key up to the 32 bytes of its seed (RFC 8410). */
const PKCS8_LEAD = Buffer.from("302e020100300506032b657004220420", "hex");

function derived(secret: DeviceSecret, salt: Uint8Array, name: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, salt, `onrecord/${name}/1`, 32));
}

/** The key that signs statements. */
export function signingKeyOf(secret: DeviceSecret): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_LEAD, secret]), format: "der", type: "pkcs8" });
}

/** The secret of an Ed25519 key. */
export function secretOfKey(key: KeyObject): DeviceSecret {
  const der = key.export({ format: "der", type: "pkcs8" });
  return Uint8Array.from(der.subarray(PKCS8_LEAD.length, PKCS8_LEAD.length + 32));
}

function identity(scalar: Uint8Array): string {
  return bech32.encodeFromBytes("age-secret-key-", scalar).toUpperCase();
}

/** What opens bundles that are sealed for this device: `AGE-SECRET-KEY-1…`, as Debian's age takes it. */
export function identityOf(secret: DeviceSecret): string {
  return identity(derived(secret, new Uint8Array(), "bundles"));
}

/** What bundles for this device are sealed to: `age1…`. */
export function recipientOf(secret: DeviceSecret): Promise<string> {
  return identityToRecipient(identityOf(secret));
}

/** The keys of a case at rest. `salt` is the folder's own: a device that was brought back makes others. */
export interface RestKeys {
  /** Raw key of the database. */
  readonly store: Uint8Array;
  /** What opens sealed blobs. */
  readonly blobs: string;
  /** Key of the HMAC that names blobs. */
  readonly names: Uint8Array;
  /** Key of what onrecord.json holds. */
  readonly marker: Uint8Array;
}

/** The keys that keep a case in a folder of this salt. */
export function restKeysOf(secret: DeviceSecret, salt: Uint8Array): RestKeys {
  return {
    store: derived(secret, salt, "store"),
    blobs: identity(derived(secret, salt, "blobs")),
    names: derived(secret, salt, "names"),
    marker: derived(secret, salt, "marker"),
  };
}
