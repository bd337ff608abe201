/**
 * The Names box. Of a protected person the record has a pseudonym and, in the signed header, the salted digest of the names: a commitment that nobody
 * can guess at. Names and salt lie here, one age file for each statement, sealed for the members who hold the grant `names`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import { fieldDigest } from "../log/fields.ts";
import { readHeader } from "../log/header.ts";
import { faultsOf } from "../model/check.ts";
import { NotSaved, WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { ProtectBody } from "../model/kinds/protect.ts";
import { protectType } from "../model/kinds/protect.ts";
import type { Opened, Statement } from "../model/statement.ts";
import type { Reads } from "../store/store.ts";
import { sha256 } from "./crypto.ts";
import { codeOf, diskFailed, syncFolder, writeWhole } from "./folder.ts";
import { penFor } from "./pen.ts";
import { rosterOf } from "./roster.ts";
import type { SayDesk } from "./say.ts";
import { say } from "./say.ts";
import type { DeviceSecret } from "./secret.ts";
import { identityOf, recipientOf } from "./secret.ts";
import type { ProtectedName, ToProtect } from "./verbs.ts";

export interface NamesDesk extends SayDesk {
  /** Where the box lies. */
  readonly folder: string;
  readonly secret: () => Promise<DeviceSecret>;
}

const NAMES = "names";

function fileOf(folder: string, statement: Id): string {
  return join(folder, `${statement.slice("sha256:".length)}.age`);
}

/** See `Workbench.protect`. */
export async function protect(
  { names, passage, source, reason }: ToProtect,
  desk: NamesDesk,
): Promise<{ statement: Id; pseudonym: string | null }> {
  await desk.ready();
  const isName = names.length > 0;
  const pseudonym = isName ? await nextPseudonym(desk.store) : null;
  const what = isName ? "name" : passage === null ? "source" : "passage";
  const body: ProtectBody = { what, pseudonym, names: isName ? names : null, passage, source, reason };
  const faults = faultsOf(protectType.check, body);
  if (faults.length > 0)
    throw new WrongUsage(`That cannot be protected: ${faults.map(({ path, expected }) => `${path} is expected ${expected}`).join("; ")}.`);
  if (!isName) return { statement: await say("protect", body, desk), pseudonym };
  const recipients = await holders(desk);
  const signing = await desk.signing();
  const statement = await desk.store.write(async (writes) => {
    const closed = async (id: Id, field: Opened): Promise<void> => {
      putSealed(desk.folder, id, await sealed(field, recipients));
    };
    const pen = await penFor({ caseId: desk.caseId, signing }, writes, { field: NAMES, closed });
    return pen("protect", body);
  });
  return { statement, pseudonym };
}

/** What entries of the box are sealed for: the members who may know, this device among them when it may. Throws WrongUsage when nobody may. */
async function holders({ store, caseId, founder, signing, checking, secret }: NamesDesk): Promise<readonly string[]> {
  const { device } = await signing();
  const roster = await rosterOf(store, caseId, device, checking);
  const others = roster.filter(({ state, grants, own }) => !own && state === "member" && grants.includes("names"));
  const own = device === founder || roster.some((entry) => entry.own && entry.grants.includes("names"));
  const recipients = [...(own ? [await recipientOf(await secret())] : []), ...others.flatMap(({ recipient }) => recipient ?? [])];
  // Entries of the box are in no bundle yet: what a device without the grant sealed for others would reach none of them.
  if (own && recipients.length > 0) return recipients;
  throw new WrongUsage(
    "This device may not hold the Names box, so a name cannot be kept apart on it. Somebody with the grant has to protect it.",
  );
}

async function sealed(field: Opened, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(JSON.stringify(field));
}

function putSealed(folder: string, statement: Id, bytes: Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailed(error);
  }
  writeWhole(fileOf(folder, statement), bytes, 0o600);
}

/** Statements of kind protect, each with its opened fields. */
async function* protections(store: Reads): AsyncGenerator<Statement> {
  for await (const statement of store.statements()) if (readHeader(statement.bytes).header?.kind === "protect") yield statement;
}

function pseudonymOf({ opened }: Statement): string | null {
  const value = opened.find(({ name }) => name === "pseudonym")?.value;
  return typeof value === "string" ? value : null;
}

/** W and the number after the highest that is taken here. */
async function nextPseudonym(store: Reads): Promise<string> {
  let highest = 0;
  for await (const statement of protections(store)) {
    const number = /^W-(\d+)$/.exec(pseudonymOf(statement) ?? "")?.[1];
    highest = Math.max(highest, Number(number ?? 0));
  }
  return `W-${highest + 1}`;
}

/** See `Workbench.protectedNames`. */
export async function protectedNames(desk: NamesDesk): Promise<readonly ProtectedName[]> {
  const rows: ProtectedName[] = [];
  for await (const statement of protections(desk.store)) {
    const pseudonym = pseudonymOf(statement);
    if (pseudonym !== null) rows.push({ pseudonym, statement: statement.id, names: await namesIn(statement, desk) });
  }
  const number = ({ pseudonym }: ProtectedName): number => Number(/\d+/.exec(pseudonym)?.[0] ?? 0);
  return rows.sort((a, b) => number(a) - number(b) || (a.statement < b.statement ? -1 : 1));
}

/** The names of a statement, when the box has them for this device and they are those that were signed. */
async function namesIn(statement: Statement, { folder, secret }: NamesDesk): Promise<readonly string[] | null> {
  const path = fileOf(folder, statement.id);
  if (!existsSync(path)) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(await secret()));
  try {
    const field = JSON.parse(await decrypter.decrypt(readFileSync(path), "text")) as Opened;
    const { header } = readHeader(statement.bytes);
    return header?.fields.includes(await fieldDigest(field, { sha256 })) === true ? (field.value as readonly string[]) : null;
  } catch {
    // Sealed for others, or not what was sealed: either way this device does not know.
    return null;
  }
}

/** See `Workbench.erase`. */
export async function erase(statement: Id, fields: readonly string[], reason: string, desk: NamesDesk): Promise<Id> {
  await desk.ready();
  const target = await desk.store.statement(statement);
  const header = target === null ? null : readHeader(target.bytes).header;
  if (target === null || header === null) throw new WrongUsage(`There is no statement ${statement}.`);
  const names = [...new Set(fields)].sort();
  const boxed = existsSync(fileOf(desk.folder, statement));
  const missing = names.filter((name) => !target.opened.some((field) => field.name === name) && !(name === NAMES && boxed));
  if (names.length === 0 || missing.length > 0)
    throw new WrongUsage(`It has no field ${missing.join(", ")} to erase. It has ${target.opened.map(({ name }) => name).join(", ")}.`);
  const { device } = await desk.signing();
  if (header.device !== device && device !== desk.founder)
    throw new WrongUsage("Only its author and organisers erase fields of a statement.");
  const tombstone = await say("tombstone", { statement, fields: names, reason }, desk);
  if (names.includes(NAMES) && boxed) destroyFile(fileOf(desk.folder, statement), desk.folder);
  return tombstone;
}

/** Overwrites a file before it is removed: what is left of it on the disk is then random, as far as the disk does what it is told. */
function destroyFile(path: string, folder: string): void {
  try {
    writeFileSync(path, Buffer.alloc(statSync(path).size), { flush: true });
    rmSync(path);
    syncFolder(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    throw new NotSaved("disk-failed", `The names are still in ${path}: ${codeOf(error) ?? ""}. Erase again.`, { cause: error });
  }
}
