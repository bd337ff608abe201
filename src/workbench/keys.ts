/** The device's key of a case: one Ed25519 key for one device in one case, in a file that only its owner reads. */
import { mkdirSync, readFileSync } from "node:fs";
import type { KeyObject } from "node:crypto";
import { NotSaved } from "../model/errors.ts";
import { newKey, readKey } from "./crypto.ts";
import { codeOf, diskFailed, filesOf, writeWhole } from "./folder.ts";

/** Makes the key of a new case. Throws NotSaved `disk-failed`. */
export function makeDeviceKey(dir: string): KeyObject {
  const { keys, deviceKey } = filesOf(dir);
  try {
    mkdirSync(keys, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  writeWhole(deviceKey, newKey(), 0o600);
  return readDeviceKey(dir);
}

/** The device's key. Throws NotSaved: `key-missing`, `key-bad`, `disk-failed`. */
export function readDeviceKey(dir: string): KeyObject {
  const { deviceKey } = filesOf(dir);
  let pem: string;
  try {
    pem = readFileSync(deviceKey, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw diskFailed(error);
    throw new NotSaved(
      "key-missing",
      `This device's key ${deviceKey} is not there: the case can be read, not written to. Put the key back.`,
      {
        cause: error,
      },
    );
  }
  const key = readKey(pem);
  if (key === null) throw new NotSaved("key-bad", `${deviceKey} is not a key that this program made. Put the key back.`);
  return key;
}
