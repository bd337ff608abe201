/** Making a case. The marker is written last: until it is there, there is no case, and what an interrupted `init` left is made anew. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { nextStatement } from "../log/append.ts";
import { readHeader } from "../log/header.ts";
import { NotSaved, WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { CaseBody } from "../model/kinds/case.ts";
import { createSqlite, statementsInFile } from "../store/sqlite.ts";
import { nodeSigning } from "./crypto.ts";
import { diskFailed, filesOf, syncFolder, writeWhole } from "./folder.ts";
import type { Home } from "./home.ts";
import { openParts } from "./home.ts";
import type { Locking } from "./keys.ts";
import { clearHalfKeys, makeSecret } from "./keys.ts";
import type { Marker } from "./marker.ts";
import { writeMarker, writeSealedMarker } from "./marker.ts";
import type { DeviceSecret } from "./secret.ts";
import { restKeysOf, signingKeyOf } from "./secret.ts";
import { tunedCost } from "./vault.ts";
import type { InitOptions, NewCase } from "./verbs.ts";

/** What making a case needs of the outside: the clock, and a count of milliseconds. */
export interface Clocks {
  readonly now: () => Date;
  readonly ticks: () => number;
}

/** See workbench.ts. */
export async function initCase(dir: string, options: InitOptions, { now, ticks }: Clocks): Promise<NewCase> {
  const body = checkedBody(options);
  const folder = resolve(dir);
  const locking = lockingOf(options, ticks);
  beginFolder(folder, locking.passphrase !== null);
  const secret = await makeSecret(folder, locking);
  const founding = await nextStatement({ kind: "case", body, caseId: null, head: null, seen: [] }, nodeSigning(signingKeyOf(secret), now));
  const { header } = readHeader(founding.bytes);
  if (header === null) throw new TypeError("a founding statement that cannot be read was signed");
  await furnish(folder, founding.id, secret, locking, async ({ store }) => {
    await store.write((writes) => writes.append(founding, header));
    return { case: founding.id, ...body, created: header.time, device: null };
  });
  return { dir: folder, caseId: founding.id, encrypted: locking.passphrase !== null };
}

/** How the secret is locked, as the options say. Throws WrongUsage on an empty passphrase. */
export function lockingOf({ passphrase = null, cost }: Pick<InitOptions, "passphrase" | "cost">, ticks: () => number): Locking {
  if (passphrase?.trim() === "") throw new WrongUsage("The passphrase is empty. Give one of several words, or leave it out.");
  return { passphrase, cost: cost === undefined ? () => tunedCost(ticks) : () => Promise.resolve(cost) };
}

/**
 * Makes the folder ready for a case. `marked`: what is put into it cannot be told from a case that lost its marker, so it says that it is
 * unfinished; `keepKeys`: those that are there are for this case. Throws NotSaved `case-exists`, `disk-failed`.
 */
export function beginFolder(folder: string, marked: boolean, keepKeys = false): void {
  const files = filesOf(folder);
  if (existsSync(files.marker)) throw new NotSaved("case-exists", `There is a case in ${folder} already. Name another folder.`);
  try {
    clearInterrupted(folder, keepKeys);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (marked) writeWhole(files.unfinished, "This case is not made to the end. Run init again.\n", 0o600);
    mkdirSync(files.blobs, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
}

/** Makes the store, lets `fill` put into it what the case begins with, and writes the marker that `fill` gives, last. Throws NotSaved. */
export async function furnish(
  folder: string,
  caseId: Id,
  secret: DeviceSecret,
  { passphrase }: Locking,
  fill: (parts: Pick<Home, "store" | "blobs">) => Promise<Marker>,
): Promise<void> {
  const files = filesOf(folder);
  const salt = randomBytes(16);
  const rest = passphrase === null ? null : restKeysOf(secret, salt);
  try {
    createSqlite(files.database, rest?.store ?? null);
  } catch (error) {
    throw diskFailed(error);
  }
  const parts = await openParts(folder, caseId, rest);
  let marker: Marker;
  try {
    marker = await fill(parts);
  } finally {
    await parts.store.close();
  }
  try {
    syncFolder(files.keys);
    syncFolder(folder);
  } catch (error) {
    throw diskFailed(error);
  }
  if (rest === null) writeMarker(folder, marker);
  else writeSealedMarker(folder, marker, salt, rest.marker);
  rmSync(files.unfinished, { force: true });
}

function checkedBody({ zone, languages, name = null }: InitOptions): CaseBody {
  if (zone !== null && !isZone(zone)) throw new WrongUsage(`"${zone}" is not a time zone. Write it as Asia/Almaty, or as +06:00.`);
  for (const language of languages) {
    if (!/^[a-z]{2,3}$/.test(language))
      throw new WrongUsage(`"${language}" is not a language code. Write en, ru, kk or another two or three letters.`);
  }
  return { name: name === null ? null : name.toWellFormed(), zone, languages: [...new Set(languages)] };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Removes what an interrupted `init` left. A folder that holds more than that - sealed bytes, a log beyond its founding statement - and does not
 * say that it is unfinished is a case whose marker was lost, and nothing of it is touched.
 */
function clearInterrupted(folder: string, keepKeys: boolean): void {
  const { database, blobs, keys, deviceKey, sealedKey, unfinished } = filesOf(folder);
  const lost = (what: string): NotSaved =>
    new NotSaved("case-exists", `${folder} has ${what} but no onrecord.json: put that file back from a copy, or name another folder.`);
  if (existsSync(unfinished)) rmSync(blobs, { recursive: true, force: true });
  else {
    if (existsSync(blobs) && readdirSync(blobs).length > 0) throw lost("sealed bytes");
    if (existsSync(sealedKey) && existsSync(database)) throw lost("an encrypted log");
    if (existsSync(database) && statementsInFile(database) > 1) throw lost("a log");
  }
  for (const path of [database, `${database}-wal`, `${database}-shm`, `${database}-journal`]) rmSync(path, { force: true });
  if (!keepKeys) for (const path of [deviceKey, sealedKey]) rmSync(path, { force: true });
  if (existsSync(keys)) clearHalfKeys(folder, readdirSync(keys));
}
