/** Where one copy of a case lives: its store, its blobs and its device's secret, open or encrypted. */
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Id } from "../model/ids.ts";
import type { Blobs } from "../store/blobs.ts";
import { openBlobs, openBox } from "../store/blobs.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { sealedBox } from "./box.ts";
import { sha256 } from "./crypto.ts";
import { filesOf } from "./folder.ts";
import { readSecret } from "./keys.ts";
import type { Marker } from "./marker.ts";
import { openMarker, readMarker } from "./marker.ts";
import type { DeviceSecret, RestKeys } from "./secret.ts";
import { restKeysOf } from "./secret.ts";

export interface Home {
  readonly marker: Marker;
  readonly encrypted: boolean;
  readonly store: Store;
  readonly blobs: Blobs;
  /** Throws NotSaved `key-missing`, `key-bad`. */
  secret(): Promise<DeviceSecret>;
}

/** Opens the copy in `dir`, an absolute path. Throws as `openCase`. */
export async function openHome(dir: string, passphrase: string | null): Promise<Home> {
  const { marker, sealed } = readMarker(dir);
  if (marker !== null)
    return { marker, encrypted: false, ...(await openParts(dir, marker.case, null)), secret: () => readSecret(dir, null) };
  const secret = await readSecret(dir, passphrase);
  const rest = restKeysOf(secret, Buffer.from(sealed.salt, "hex"));
  const opened = openMarker(sealed, rest.marker);
  return { marker: opened, encrypted: true, ...(await openParts(dir, opened.case, rest)), secret: () => Promise.resolve(secret) };
}

/** Store and blobs of the copy in `dir`; `rest` are the keys of an encrypted one. */
export async function openParts(dir: string, caseId: Id, rest: RestKeys | null): Promise<Pick<Home, "store" | "blobs">> {
  const { blobs, database } = filesOf(dir);
  // Process ids come again: a half-written file of an earlier one must not be in the way.
  const tag = randomBytes(8).toString("hex");
  return {
    blobs: openBlobs(blobs, tag, sha256, rest === null ? openBox : await sealedBox(rest)),
    store: openSqlite(database, caseId, setTimeout, rest?.store ?? null),
  };
}
