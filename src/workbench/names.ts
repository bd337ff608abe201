/**
 * Protected names. Of a protected person the record has a pseudonym and, in the signed header, the salted digest of the names: a commitment that nobody
 * can guess at. Names and salt lie in the Names box (names-box.ts) and travel with bundles to the members who hold the grant `names`.
 */
import type { NamesEntry } from "../exchange/names.ts";
import { namesBytes, namesField, namesIn } from "../exchange/names.ts";
import { fieldDigest } from "../log/fields.ts";
import { readHeader } from "../log/header.ts";
import { faultsOf } from "../model/check.ts";
import { WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { ProtectBody } from "../model/kinds/protect.ts";
import { protectType } from "../model/kinds/protect.ts";
import type { PersonRow } from "../model/rows.ts";
import type { DeviceId, Statement } from "../model/statement.ts";
import type { Reads, Writes } from "../store/store.ts";
import { mentioned } from "../views/mentioned.ts";
import { sealed, unsealed } from "./age.ts";
import { markOf } from "./aside.ts";
import { missingCovers } from "./cover.ts";
import { sha256 } from "./crypto.ts";
import type { BoxPlace } from "./names-box.ts";
import { changeBox, readBox } from "./names-box.ts";
import { namesIdentityOf, namesRecipientOf } from "./names-key.ts";
import { penFor } from "./pen.ts";
import type { RosterEntry } from "./roster.ts";
import { holdsNames, rosterOf } from "./roster.ts";
import type { SayDesk } from "./say.ts";
import { say } from "./say.ts";
import type { ProtectedName, ToProtect } from "./verbs.ts";

export interface NamesDesk extends SayDesk, BoxPlace {
  /** Who is named in the record, in every spelling that was taken for one name. */
  readonly people: () => Promise<readonly PersonRow[]>;
}

const roster = async (desk: NamesDesk): Promise<readonly RosterEntry[]> =>
  rosterOf(desk.store, desk.caseId, (await desk.signing()).device, desk.checking);

/** Throws WrongUsage, which says whom to ask, unless this device may know. */
async function asHolder(desk: NamesDesk): Promise<void> {
  const all = await roster(desk);
  if (all.some((entry) => entry.own && holdsNames(entry))) return;
  const called = ({ name, device }: RosterEntry): string => name ?? device.slice(8, 24);
  const holders = all.filter(holdsNames).map(called);
  const own = all.find((entry) => entry.own);
  throw new WrongUsage(
    `This device does not hold the Names box, so a name cannot be kept apart on it. ` +
      `Ask a holder to protect the name (${holders.join(", ") || "nobody holds it"}), or an organiser for the grant: ` +
      `member role ${own?.name ?? own?.device.slice(8, 24) ?? "WHO"} --grant names.`,
  );
}

/** See `Workbench.protect`. */
export async function protect(
  { names, as = null, passage, source, reason }: ToProtect,
  desk: NamesDesk,
): Promise<{ statement: Id; pseudonym: string | null; covered: number }> {
  await desk.ready();
  const isName = names.length > 0;
  if (isName) await asHolder(desk);
  const { device } = await desk.signing();
  const pseudonym = isName ? await pseudonymFor(as, device, desk) : null;
  const what = isName ? "name" : passage === null ? "source" : "passage";
  const body: ProtectBody = { what, pseudonym, names: isName ? names : null, passage, source, reason };
  const faults = faultsOf(protectType.check, body);
  if (faults.length > 0)
    throw new WrongUsage(`That cannot be protected: ${faults.map(({ path, expected }) => `${path} is expected ${expected}`).join("; ")}.`);
  if (!isName) return { statement: await say("protect", body, desk), pseudonym, covered: 0 };
  const signing = await desk.signing();
  const people = await desk.people();
  return desk.store.write(async (writes) => {
    // The box before the record: a name that is in the box and in no statement is nobody's, one that is in neither is lost.
    const closed = async (id: Id, field: NamesEntry["field"]): Promise<void> => {
      await changeBox(desk, [{ statement: id, field }]);
    };
    const pen = await penFor({ caseId: desk.caseId, signing }, writes, { field: namesField, closed });
    const id = await pen("protect", body);
    const covers = await missingCovers([{ pseudonym: pseudonym ?? "", statement: id, names }], people, writes, desk.blobs);
    for (const cover of covers) await pen("cover", cover);
    await desk.foldAgain(writes);
    return { statement: id, pseudonym, covered: covers.length };
  });
}

/**
 * Signs where protected names stand that are not covered yet, in these sources or in all. Gives in how many sources; 0 on a device that does not hold
 * the Names box, which cannot know.
 */
export async function coverNames(sources: ReadonlySet<Id> | null, desk: NamesDesk): Promise<number> {
  await desk.ready();
  if (sources?.size === 0 || (await readBox(desk)).length === 0) return 0;
  const known = await protectedNames(desk);
  const covers = await missingCovers(known, await desk.people(), desk.store, desk.blobs, sources);
  if (covers.length === 0) return 0;
  const signing = await desk.signing();
  await desk.store.write(async (writes) => {
    const pen = await penFor({ caseId: desk.caseId, signing }, writes);
    for (const cover of covers) await pen("cover", cover);
    await desk.foldAgain(writes);
  });
  return covers.length;
}

/** Statements of kind protect, each with who signed it and its pseudonym; null of what is no name. */
async function* protections(store: Reads): AsyncGenerator<{ statement: Statement; device: DeviceId; pseudonym: string | null }> {
  for await (const statement of store.statements()) {
    const { header } = readHeader(statement.bytes);
    if (header?.kind !== "protect") continue;
    const value = statement.opened.find(({ name }) => name === "pseudonym")?.value;
    yield { statement, device: header.device, pseudonym: typeof value === "string" ? value : null };
  }
}

/** The letters that a device's pseudonyms begin with: W is the founder's, each other has two more of its key, so that two who work apart never meet. */
export function seriesOf(device: DeviceId, founder: DeviceId | null): string {
  if (device === founder) return "W";
  const number = Number.parseInt(device.slice("ed25519:".length).slice(0, 8), 16) % 676;
  return `W${String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26))}`;
}

/** The one that was asked for, which must be this device's own; else the number after the highest of its series. */
async function pseudonymFor(as: string | null, device: DeviceId, { store, founder }: NamesDesk): Promise<string> {
  const series = seriesOf(device, founder);
  let highest = 0;
  let known = false;
  for await (const { pseudonym, device: by } of protections(store)) {
    if (by === device && pseudonym === as) known = true;
    const [, letters, number] = /^([A-Z]+)-(\d+)$/.exec(pseudonym ?? "") ?? [];
    if (letters === series) highest = Math.max(highest, Number(number));
  }
  if (as !== null && !known) throw new WrongUsage(`This device has protected nobody as ${as}. Leave it out to begin a new pseudonym.`);
  return as ?? `${series}-${highest + 1}`;
}

/** See `Workbench.protectedNames`. */
export async function protectedNames(desk: NamesDesk): Promise<readonly ProtectedName[]> {
  await desk.ready();
  const may = (await roster(desk)).some((entry) => entry.own && holdsNames(entry));
  const entries = may ? await readBox(desk) : [];
  const rows: (ProtectedName & { readonly device: DeviceId })[] = [];
  for await (const { statement, device, pseudonym } of protections(desk.store)) {
    if (pseudonym === null || (await markOf(desk.store, statement.id)) !== null) continue;
    rows.push({ pseudonym, statement: statement.id, names: await namesOf(statement, entries, desk.store), device });
  }
  const place = ({ pseudonym, statement }: ProtectedName): string =>
    `${pseudonym.replace(/\d+$/, (digits) => digits.padStart(6, "0"))} ${statement}`;
  return toldApart(rows.sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}

/** A pseudonym that two devices gave, which their series all but rule out, is told with the device's key: the same in every copy, whoever merged first. */
export function toldApart(rows: readonly (ProtectedName & { readonly device: DeviceId })[]): readonly ProtectedName[] {
  const devices = Map.groupBy(rows, ({ pseudonym }) => pseudonym);
  return rows.map(({ device, ...row }) => {
    const shared = (devices.get(row.pseudonym) ?? []).some((other) => other.device !== device);
    return shared ? { ...row, pseudonym: `${row.pseudonym} (${device.slice(8, 16)})` } : row;
  });
}

/** The names of a statement, when an entry is what was signed and nobody erased it. */
async function namesOf(statement: Statement, entries: readonly NamesEntry[], store: Reads): Promise<readonly string[] | null> {
  const own = entries.filter((entry) => entry.statement === statement.id);
  if (own.length === 0 || (await isErased(statement.id, store))) return null;
  for (const entry of own) if (await isSigned(entry, statement)) return entry.field.value as readonly string[];
  return null;
}

/** True when the entry gives one of the digests that the statement was signed with. */
async function isSigned({ field }: NamesEntry, { bytes }: Statement): Promise<boolean> {
  return readHeader(bytes).header?.fields.includes(await fieldDigest(field, { sha256 })) === true;
}

/** True when a tombstone that counts says that the names of this statement were destroyed. */
async function isErased(id: Id, store: Reads): Promise<boolean> {
  for await (const [key] of store.rows(mentioned).range(`${id}\t`)) {
    const tombstone = await store.statement(key.slice(key.indexOf("\t") + 1) as Id);
    if (tombstone === null || readHeader(tombstone.bytes).header?.kind !== "tombstone") continue;
    const fields = tombstone.opened.find(({ name }) => name === "fields")?.value;
    if (Array.isArray(fields) && fields.includes(namesField) && (await markOf(store, tombstone.id)) === null) return true;
  }
  return false;
}

/** The entries without those that were erased, or are not what was signed. What their statements say that are not here yet is kept. */
async function standing(entries: readonly NamesEntry[], store: Reads): Promise<readonly NamesEntry[]> {
  const kept: NamesEntry[] = [];
  for (const entry of entries) {
    const statement = await store.statement(entry.statement);
    if (statement === null || ((await isSigned(entry, statement)) && !(await isErased(entry.statement, store)))) kept.push(entry);
  }
  return kept;
}

/** Destroys what was erased in the box of this copy too. To be called after any fold that may have brought a tombstone. */
export async function pruneNames(desk: NamesDesk): Promise<void> {
  const entries = await readBox(desk);
  const kept = new Set(await standing(entries, desk.store));
  const gone = new Set(entries.filter((entry) => !kept.has(entry)).map((entry) => JSON.stringify(entry)));
  if (gone.size > 0) await desk.store.write(() => changeBox(desk, [], (entry) => gone.has(JSON.stringify(entry))));
}

/** The box, sealed for those of these devices that may know, or null when there is nothing in it or none of them may: [B26] to [B28]. */
export async function namesFor(
  devices: readonly DeviceId[],
  desk: NamesDesk,
): Promise<{ readonly sealed: Uint8Array; readonly entries: number } | null> {
  const all = await roster(desk);
  if (!all.some((entry) => entry.own && holdsNames(entry))) return null;
  const to = all.filter((entry) => holdsNames(entry) && !entry.own && devices.includes(entry.device)).map(({ device }) => device);
  const recipients = to.map(namesRecipientOf).filter((recipient) => recipient !== null);
  if (recipients.length === 0) return null;
  const entries = await standing(await readBox(desk), desk.store);
  if (entries.length === 0) return null;
  const parts: Uint8Array[] = [];
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(namesBytes(entries));
  };
  for await (const part of sealed(whole(), recipients)) parts.push(part);
  return { sealed: Buffer.concat(parts), entries: entries.length };
}

/** Takes the names that a bundle carries into the box, as far as this device can open them. Gives how many are new to it. */
export async function takeNames(bytes: Uint8Array, place: BoxPlace, writes: Writes): Promise<number> {
  const identity = namesIdentityOf(await place.secret());
  const parts: Uint8Array[] = [];
  try {
    const whole = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes);
    };
    for await (const part of unsealed(whole(), identity)) parts.push(part);
  } catch {
    // For others: most members never hold the box.
    return 0;
  }
  const entries = namesIn(Buffer.concat(parts)) ?? [];
  return changeBox(place, await standing(entries, writes));
}

/** See `Workbench.erase`. */
export async function erase(statement: Id, fields: readonly string[], reason: string, desk: NamesDesk): Promise<Id> {
  await desk.ready();
  const target = await desk.store.statement(statement);
  const header = target === null ? null : readHeader(target.bytes).header;
  if (target === null || header === null) throw new WrongUsage(`There is no statement ${statement}.`);
  const names = [...new Set(fields)].sort();
  // Whoever does not hold the box may still say that the names are to be destroyed: those who do destroy them when they merge.
  const closed =
    header.kind === "protect" && !target.opened.some(({ name }) => name === namesField) && !(await isErased(statement, desk.store));
  const missing = names.filter((name) => !target.opened.some((field) => field.name === name) && !(name === namesField && closed));
  if (names.length === 0 || missing.length > 0)
    throw new WrongUsage(`It has no field ${missing.join(", ")} to erase. It has ${target.opened.map(({ name }) => name).join(", ")}.`);
  const { device } = await desk.signing();
  const organises = (await roster(desk)).some((entry) => entry.own && entry.state === "member" && entry.role === "organiser");
  if (header.device !== device && !organises) throw new WrongUsage("Only its author and organisers erase fields of a statement.");
  const tombstone = await say("tombstone", { statement, fields: names, reason }, desk);
  await pruneNames(desk);
  return tombstone;
}
