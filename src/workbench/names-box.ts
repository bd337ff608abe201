/** The Names box of this copy: one file, sealed for this device alone, whose size says little of how many are in it. */
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";
import type { NamesEntry } from "../exchange/names.ts";
import { joinedNames, namesBytes, namesField, namesIn } from "../exchange/names.ts";
import { NotSaved } from "../model/errors.ts";
import type { Opened } from "../model/statement.ts";
import { codeOf, diskFailed, syncFolder, writeWhole } from "./folder.ts";
import { namesIdentityOf } from "./names-key.ts";
import type { DeviceSecret } from "./secret.ts";
import { identityOf } from "./secret.ts";

/** Where the box lies, and what opens it. */
export interface BoxPlace {
  readonly folder: string;
  readonly secret: () => Promise<DeviceSecret>;
}

const FILE = "box.age";
/** Version 0.1 had a file for each statement, sealed to what bundles are sealed to. They are read, and go into the box when it is next written. */
const EARLIER = /^([0-9a-f]{64})\.age$/;

/** Everything in the box; empty when there is none, or it is not this device's. What an entry says is held against its statement by who reads it. */
export async function readBox({ folder, secret }: BoxPlace): Promise<readonly NamesEntry[]> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (!names.some((name) => name === FILE || EARLIER.test(name))) return [];
  const device = await secret();
  const earlier: NamesEntry[] = [];
  for (const name of names) {
    const digits = EARLIER.exec(name)?.[1];
    const text = digits === undefined ? null : await opened(readFileSync(join(folder, name)), identityOf(device));
    if (digits !== undefined && text !== null)
      earlier.push({ statement: `sha256:${digits}`, field: JSON.parse(text.toString()) as Opened });
  }
  const bytes = names.includes(FILE) ? await opened(readFileSync(join(folder, FILE)), namesIdentityOf(device)) : null;
  const entries = bytes === null ? [] : (namesIn(bytes) ?? []);
  return joinedNames(
    entries,
    earlier.filter(({ field }) => field.name === namesField),
  );
}

/** Null when it is sealed for another key, or is not what was sealed. */
async function opened(bytes: Uint8Array, identity: string): Promise<Buffer | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return Buffer.from(await decrypter.decrypt(bytes));
  } catch {
    return null;
  }
}

/**
 * Puts entries into the box, beside those that are in it, and takes out those that `gone` names. To be called inside of a transaction of the store, which
 * keeps other programs away. Gives how many entries it did not hold before. What is taken out is overwritten on the disk, as far as the disk does what
 * it is told. Throws NotSaved `disk-failed`.
 */
export async function changeBox(
  place: BoxPlace,
  more: readonly NamesEntry[],
  gone: (entry: NamesEntry) => boolean = () => false,
): Promise<number> {
  const before = await readBox(place);
  const all = joinedNames(before, more).filter((entry) => !gone(entry));
  const fresh = all.length - before.filter((entry) => !gone(entry)).length;
  if (fresh === 0 && all.length === before.length) return 0;
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(namesIdentityOf(await place.secret())));
  const sealed = await encrypter.encrypt(namesBytes(all));
  try {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  const path = join(place.folder, FILE);
  // The file that is replaced stays open, so that what it was can still be written over.
  const old = existsSync(path) ? openSync(path, "r+") : null;
  try {
    writeWhole(path, sealed, 0o600);
    if (old !== null && all.length < before.length + fresh) overwrite(old);
  } finally {
    if (old !== null) closeSync(old);
  }
  for (const name of readdirSync(place.folder)) if (EARLIER.test(name)) destroy(join(place.folder, name), place.folder);
  return fresh;
}

function overwrite(file: number): void {
  writeSync(file, Buffer.alloc(fstatSync(file).size), 0, undefined, 0);
  fsyncSync(file);
}

function destroy(path: string, folder: string): void {
  try {
    const file = openSync(path, "r+");
    try {
      overwrite(file);
    } finally {
      closeSync(file);
    }
    rmSync(path);
    syncFolder(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    throw new NotSaved("disk-failed", `Names are still in ${path}: ${codeOf(error) ?? ""}. Do it again.`, { cause: error });
  }
}
