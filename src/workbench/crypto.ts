/** node:crypto behind the log's interfaces. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomFillSync, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Hasher } from "../exchange/bundle.ts";
import type { Checking, Signing } from "../log/crypto.ts";
import type { Sha256 } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";

/** SHA-256 as lower-case hex. */
export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "hex");

/** SubjectPublicKeyInfo of an Ed25519 key up to the 32 raw bytes (RFC 8410). */
const SPKI_LEAD = Buffer.from("302a300506032b6570032100", "hex");

/** SHA-256 of what comes piece by piece. */
export function nodeHasher(): Hasher {
  const running = createHash("sha256");
  return {
    update: (bytes) => void running.update(bytes),
    hex: () => running.digest("hex"),
  };
}

// On the threads of libuv: one at a time they cost what they cost here, many at once use every core (measured in bench/RESULTS.md).
function verifyInPool(message: Uint8Array, key: KeyObject, signature: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    verify(null, message, key, signature, (error, good) => {
      // Bytes that OpenSSL takes for no signature sign nothing.
      resolve(error === null && good);
    });
  });
}

function signInPool(message: Uint8Array, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(null, message, key, (error, signature) => {
      if (error === null) resolve(signature);
      else reject(error);
    });
  });
}

/** Checks statements. Keys are parsed once for each device. */
export function nodeChecking(): Checking {
  const keys = new Map<DeviceId, KeyObject>();
  return {
    sha256,
    verifies(device, message, signature) {
      try {
        let key = keys.get(device);
        if (key === undefined) {
          const raw = Buffer.from(device.slice("ed25519:".length), "hex");
          key = createPublicKey({ key: Buffer.concat([SPKI_LEAD, raw]), format: "der", type: "spki" });
          keys.set(device, key);
        }
        return verifyInPool(message, key, signature);
      } catch {
        // Bytes that OpenSSL takes for no key sign nothing.
        return false;
      }
    },
  };
}

/** Writes statements with this key. */
export function nodeSigning(key: KeyObject, now: () => Date): Signing {
  return {
    sha256,
    device: deviceOf(key),
    sign: (message) => signInPool(message, key),
    random: randomBytes,
    now: () => utcSeconds(now()),
  };
}

/** UTC to the second, as statements have it. */
export function utcSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A new Ed25519 key as PKCS #8 PEM. */
export function newKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;
}

/** The Ed25519 key in this PKCS #8 PEM; null when it is none. */
export function readKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

/** The device that signs with this key. */
export function deviceOf(key: KeyObject): DeviceId {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return `ed25519:${spki.subarray(SPKI_LEAD.length).toString("hex")}`;
}

// One call to the system for many salts: a document's fields take 18 of them.
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomBytes(length: number): Uint8Array {
  if (length > pool.length) return randomFillSync(new Uint8Array(length));
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Uint8Array.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
}
