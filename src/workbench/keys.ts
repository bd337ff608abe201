/** The device's secret of a case: one for one device in one case, in a file that only its owner reads, sealed when there is a passphrase. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { NotSaved } from "../model/errors.ts";
import { newKey, readKey } from "./crypto.ts";
import { codeOf, diskFailed, filesOf, syncFolder, writeWhole } from "./folder.ts";
import type { DeviceSecret } from "./secret.ts";
import { secretOfKey, signingKeyOf } from "./secret.ts";
import type { Cost } from "./vault.ts";
import { openVault, sealVault } from "./vault.ts";

/** What a passphrase is to do. */
export interface Locking {
  /** Null: the key lies open, for its owner alone. */
  readonly passphrase: string | null;
  readonly cost: () => Promise<Cost>;
}

/** Writes the secret of a new copy, a fresh one when none is given. Throws NotSaved `disk-failed`. */
export async function makeSecret(dir: string, { passphrase, cost }: Locking, given: DeviceSecret | null = null): Promise<DeviceSecret> {
  const { keys, deviceKey, sealedKey } = filesOf(dir);
  try {
    mkdirSync(keys, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  const pem = given === null ? newKey() : (signingKeyOf(given).export({ type: "pkcs8", format: "pem" }) as string);
  const secret = secretIn(pem, deviceKey);
  if (passphrase === null) writeWhole(deviceKey, pem, 0o600);
  else writeWhole(sealedKey, await sealVault(secret, passphrase, await cost()), 0o600);
  return secret;
}

/** True when the copy in `dir` has a secret that only a passphrase opens. */
export function isLocked(dir: string): boolean {
  return existsSync(filesOf(dir).sealedKey);
}

/** True when there is a secret in `dir`, locked or not. */
export function hasSecret(dir: string): boolean {
  return isLocked(dir) || existsSync(filesOf(dir).deviceKey);
}

/**
 * The device's secret. Throws NotSaved: `key-missing`, `key-bad`, `passphrase-missing` when it is locked and no passphrase was given,
 * `passphrase-wrong`, `disk-failed`.
 */
export async function readSecret(dir: string, passphrase: string | null): Promise<DeviceSecret> {
  const { deviceKey, sealedKey } = filesOf(dir);
  if (isLocked(dir)) {
    if (passphrase === null) {
      throw new NotSaved("passphrase-missing", `The case in ${dir} is encrypted. Give its passphrase with --passphrase-file FILE.`);
    }
    return openVault(readText(sealedKey), passphrase, sealedKey);
  }
  return secretIn(readText(deviceKey), deviceKey);
}

function secretIn(pem: string, path: string): DeviceSecret {
  const key = readKey(pem);
  if (key === null) throw new NotSaved("key-bad", `${path} is not a key that this program made. Put the key back.`);
  return secretOfKey(key);
}

/** Seals the secret under another passphrase; the old one opens nothing any more. Throws NotSaved `disk-failed`. */
export async function relock(dir: string, secret: DeviceSecret, passphrase: string, cost: () => Promise<Cost>): Promise<void> {
  writeWhole(filesOf(dir).sealedKey, await sealVault(secret, passphrase, await cost()), 0o600);
}

/** Removes what an interrupted making of the key left. */
export function clearHalfKeys(dir: string, names: readonly string[]): void {
  const { keys } = filesOf(dir);
  for (const name of names) if (/^device\.(key|sealed)\.\d+\.tmp$/.test(name)) rmSync(`${keys}/${name}`, { force: true });
  syncFolder(keys);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw diskFailed(error);
    throw new NotSaved("key-missing", `This device's key ${path} is not there: the case can be read, not written to. Put the key back.`, {
      cause: error,
    });
  }
}
