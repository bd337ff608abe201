/** Making a case. The marker is written last: until it is there, there is no case, and what an interrupted `init` left is made anew. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { nextStatement } from "../log/append.ts";
import { readHeader } from "../log/header.ts";
import { NotSaved, WrongUsage } from "../model/errors.ts";
import type { CaseBody } from "../model/kinds/case.ts";
import { createSqlite, openSqlite, statementsInFile } from "../store/sqlite.ts";
import { nodeSigning } from "./crypto.ts";
import { diskFailed, filesOf, folderFormat, syncFolder, writeWhole } from "./folder.ts";
import { makeDeviceKey } from "./keys.ts";
import type { InitOptions, NewCase } from "./verbs.ts";

/** See workbench.ts. `now` is the clock. */
export async function initCase(dir: string, options: InitOptions, now: () => Date): Promise<NewCase> {
  const body = checkedBody(options);
  const folder = resolve(dir);
  const files = filesOf(folder);
  if (existsSync(files.marker)) throw new NotSaved("case-exists", `There is a case in ${folder} already. Name another folder.`);
  try {
    clearInterrupted(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    mkdirSync(files.blobs, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  const signing = nodeSigning(makeDeviceKey(folder), now);
  const founding = await nextStatement({ kind: "case", body, caseId: null, head: null, seen: [] }, signing);
  const { header } = readHeader(founding.bytes);
  if (header === null) throw new TypeError("a founding statement that cannot be read was signed");
  try {
    createSqlite(files.database);
  } catch (error) {
    throw diskFailed(error);
  }
  const store = openSqlite(files.database, founding.id, setTimeout);
  await store.write((writes) => writes.append(founding, header));
  await store.close();
  try {
    syncFolder(files.keys);
    syncFolder(folder);
  } catch (error) {
    throw diskFailed(error);
  }
  const marker = { format: folderFormat, case: founding.id, ...body, created: header.time };
  writeWhole(files.marker, `${JSON.stringify(marker, null, 2)}\n`, 0o600);
  return { dir: folder, caseId: founding.id, encrypted: false };
}

function checkedBody({ zone, languages, name = null, passphraseFile = null }: InitOptions): CaseBody {
  if (passphraseFile !== null) {
    throw new WrongUsage("A case cannot be encrypted yet. Leave the passphrase out and keep the folder on an encrypted disk.");
  }
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
 * Removes what an interrupted `init` left. A folder that holds more than that - sealed bytes, a log beyond its founding statement - is a case
 * whose marker was lost, and nothing of it is touched.
 */
function clearInterrupted(folder: string): void {
  const { database, blobs, deviceKey } = filesOf(folder);
  const lost = (what: string): NotSaved =>
    new NotSaved("case-exists", `${folder} has ${what} but no onrecord.json: put that file back from a copy, or name another folder.`);
  if (existsSync(blobs) && readdirSync(blobs).length > 0) throw lost("sealed bytes");
  if (existsSync(database) && statementsInFile(database) > 1) throw lost("a log");
  for (const path of [database, `${database}-wal`, `${database}-shm`, `${database}-journal`, deviceKey]) rmSync(path, { force: true });
  const keys = join(folder, "keys");
  if (existsSync(keys))
    for (const name of readdirSync(keys)) if (/^device\.key\.\d+\.tmp$/.test(name)) rmSync(join(keys, name), { force: true });
}
