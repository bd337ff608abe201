/**
 * The key of the Names box: the X25519 form of the device's signing key, by the map of RFC 7748 4.1 that age uses for ssh-ed25519 keys. So it is another
 * key than the one that bundles are opened with, everybody who knows a device knows what to seal names to, and no command prints it.
 */
import { createHash } from "node:crypto";
import { bech32 } from "@scure/base";
import { isKey } from "../log/verify/ed25519.ts";
import type { DeviceId } from "../model/statement.ts";
import type { DeviceSecret } from "./secret.ts";

/** The field of both curves. */
const P = 2n ** 255n - 19n;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % P;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** What names are sealed to for a device (`age1…`); null when its key is none, or one that opens for everybody. */
export function namesRecipientOf(device: DeviceId): string | null {
  const hex = device.slice("ed25519:".length);
  if (!isKey(hex)) return null;
  const key = Buffer.from(hex, "hex");
  const y = BigInt(`0x${Buffer.from(key).reverse().toString("hex")}`) & (2n ** 255n - 1n);
  const u = ((1n + y) * power(1n - y + P, P - 2n)) % P;
  return bech32.encodeFromBytes("age", Buffer.from(u.toString(16).padStart(64, "0"), "hex").reverse());
}

/** What opens names that are sealed for this device: the scalar of RFC 8032 5.1.5, which age clamps. */
export function namesIdentityOf(secret: DeviceSecret): string {
  const scalar = createHash("sha512").update(secret).digest().subarray(0, 32);
  return bech32.encodeFromBytes("age-secret-key-", scalar).toUpperCase();
}
