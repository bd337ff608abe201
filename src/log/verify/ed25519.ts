/**
 * What Ed25519 libraries do not all refuse, refused before they are asked (RFC 8032 5.1.3, 5.1.7; cases after Chalkias, Garillot and Nikolaenko 2020,
 * "Taming the many EdDSAs"), so that a signature that holds here holds everywhere.
 */
import { bytesOfHex } from "../../model/bytes.ts";
import type { DeviceId } from "../../model/statement.ts";
import type { Checking } from "../crypto.ts";

const KEY_BYTES = 32;

/** y of the points of order 1, 2, 4 and 8, little-endian, sign bit off: with such a key anybody can sign anything. */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
]);

/** The group order 2^252 + 27742317777372353535851937790883648493 and the field's 2^255 - 19, little-endian. */
const ORDER = bytesOfHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
const FIELD = bytesOfHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

/** True for 64 hex digits that can be a key: y below the field's size, and a point that is not of small order. That it is on the curve is not asked. */
export function isKey(hex: string): boolean {
  const bytes = bytesOfHex(hex);
  if (bytes.length !== KEY_BYTES) return false;
  const last = bytes[KEY_BYTES - 1] as number;
  bytes[KEY_BYTES - 1] = last & 0x7f;
  if (!isBelow(bytes, FIELD)) return false;
  return !SMALL_ORDER.has(`${hex.slice(0, -2)}${(last & 0x7f).toString(16).padStart(2, "0")}`);
}

/** True for 64 bytes whose second half is below the group order: S plus the order satisfies the equation too, and would be a second signature. */
export function isSignature(bytes: Uint8Array): boolean {
  return bytes.length === 2 * KEY_BYTES && isBelow(bytes.subarray(KEY_BYTES), ORDER);
}

/** Devices looked at before: a log has few, and asking anew costs as much as hashing. */
const looked = new Map<DeviceId, boolean>();
const MOST = 1000;

function isDevice(device: DeviceId): boolean {
  let found = looked.get(device);
  if (found === undefined) {
    found = isKey(device.slice("ed25519:".length));
    if (looked.size >= MOST) looked.clear();
    looked.set(device, found);
  }
  return found;
}

/** True when it is the device's signature over the message, by every implementation of Ed25519 ([S15]). */
export async function holds(device: DeviceId, message: Uint8Array, signature: Uint8Array, crypto: Checking): Promise<boolean> {
  return isDevice(device) && isSignature(signature) && (await crypto.verifies(device, message, signature));
}

function isBelow(bytes: Uint8Array, limit: Uint8Array): boolean {
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const [a, b] = [bytes[at] as number, limit[at] as number];
    if (a !== b) return a < b;
  }
  return false;
}
