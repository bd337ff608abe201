/** The verbs of keys, members and bundles, over an opened case. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { memberFileText, readMemberFile } from "../exchange/member.ts";
import type { BundleChecking } from "../exchange/bundle.ts";
import type { Signing } from "../log/crypto.ts";
import { Refusal, WrongUsage } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Store, Writes } from "../store/store.ts";
import type { Addressee, BundleDesk } from "./bundle.ts";
import { isBundleName, makeBundle } from "./bundle.ts";
import { nodeHasher } from "./crypto.ts";
import type { MergeDesk, Taken } from "./merge.ts";
import { isBundleFault, provenBundle, takeBundle } from "./merge.ts";
import { memberGrants } from "../model/kinds/member-added.ts";
import type { StatementKind } from "../model/kinds.ts";
import { penFor } from "./pen.ts";
import type { RosterEntry } from "./roster.ts";
import { rosterOf, whoIs } from "./roster.ts";
import type { DeviceSecret } from "./secret.ts";
import { identityOf, recipientOf } from "./secret.ts";
import type { Exchanging, MergeReport } from "./verbs.ts";
import { deviceWords, recoveryWords } from "./words.ts";

/** What these verbs work on. */
export interface ExchangeDesk {
  readonly caseId: Id;
  readonly store: Store;
  readonly blobs: Blobs;
  readonly checking: BundleChecking;
  /** Throws NotSaved `key-missing`, `key-bad`. */
  readonly signing: () => Promise<Signing>;
  readonly secret: () => Promise<DeviceSecret>;
  /** Makes sure that the rows are those of this program. */
  readonly ready: () => Promise<void>;
  readonly foldAgain: (writes: Writes) => Promise<void>;
  /** Folds in what a bundle brought. */
  readonly foldIn: (writes: Writes, brought: Pick<Taken, "fresh" | "shown">) => Promise<void>;
  /** The Names box on its way out and in: see names.ts. */
  readonly namesFor: BundleDesk["namesFor"];
  readonly takeNames: (sealed: Uint8Array, writes: Writes) => Promise<number>;
}

const EVERYONE = "everyone";

/** See `Workbench`. */
export function exchanging(desk: ExchangeDesk): Exchanging {
  const { caseId, store, blobs, checking } = desk;
  const roster = async (): Promise<readonly RosterEntry[]> => rosterOf(store, caseId, (await desk.signing()).device, checking);
  const mergeDesk: MergeDesk = { blobs, checking, identity: async () => identityOf(await desk.secret()) };

  /** Writes one statement and folds the log again: who counts may have changed with it. */
  async function write(work: (pen: Awaited<ReturnType<typeof penFor>>) => Promise<Id>): Promise<Id> {
    const signing = await desk.signing();
    await desk.ready();
    return store.write(async (writes) => {
      const id = await work(await penFor({ caseId, signing }, writes));
      await desk.foldAgain(writes);
      return id;
    });
  }

  /** Throws WrongUsage when others would refuse what this device signs: then it does not sign it. */
  async function organising(kind: StatementKind): Promise<void> {
    const own = (await roster()).find((entry) => entry.own);
    if (own?.state === "member" && own.role !== "organiser")
      throw new WrongUsage(`Only organisers sign a ${kind}, and this device is a ${own.role ?? "stranger"}. Ask an organiser.`);
  }

  async function addressees(whom: readonly string[], own: DeviceId): Promise<readonly Addressee[]> {
    const all = await roster();
    const meant = whom.flatMap((said) =>
      said === EVERYONE ? all.filter(({ state, device }) => state === "member" && device !== own) : [whoIs(all, said)],
    );
    return meant.map(({ device, recipient, name, state }) => {
      if (state === "removed")
        throw new WrongUsage(`${name ?? device} was removed from the case: no bundle is made for them. member add takes them in again.`);
      if (recipient !== null) return { device, recipient };
      throw new WrongUsage(
        `What bundles for ${name ?? device} are encrypted to is not known. Add their member file, or merge a bundle of theirs.`,
      );
    });
  }

  return {
    async keys() {
      const [{ device }, secret] = [await desk.signing(), await desk.secret()];
      return { device, recipient: await recipientOf(secret), words: deviceWords(device) };
    },
    recovery: async () => recoveryWords(await desk.secret()),
    identity: async () => identityOf(await desk.secret()),
    async memberFile(name) {
      const signing = await desk.signing();
      const recipient = await recipientOf(await desk.secret());
      return memberFileText({ onrecord: "member", v: 1, case: caseId, device: signing.device, recipient, name }, signing);
    },
    members: roster,
    async addMember(content, { name, role, grants = [] }) {
      const file = await readMemberFile(content, checking);
      if (file.case !== null && file.case !== caseId)
        throw new Refusal(
          "member-file-bad",
          "The member file is for another case: a device has a key for each. Get the one for this case.",
        );
      await organising("member-added");
      const called = name ?? file.name;
      await write((pen) => pen("member-added", { member: file.device, recipient: file.recipient, role, grants, name: called }));
      return whoIs(await roster(), file.device);
    },
    async changeMember(who, { role, give, take, reason }) {
      await organising("member-role");
      const found = whoIs(await roster(), who);
      if (found.state !== "member" || found.role === null) throw new WrongUsage(`${found.name ?? found.device} is no member.`);
      const grants = memberGrants.filter((grant) => (found.grants.includes(grant) || give.includes(grant)) && !take.includes(grant));
      if (found.role === "organiser" && role !== null && role !== "organiser" && !found.own)
        throw new WrongUsage(
          `${found.name ?? found.device} is an organiser, and nobody else lowers an organiser's role. To take it away remove them, which takes two organisers.`,
        );
      if ((role ?? found.role) === found.role && grants.join() === found.grants.join())
        throw new WrongUsage(`${found.name ?? found.device} has that already. Say what is to change: --role, --grant or --revoke.`);
      const body = { member: found.device, role: role ?? found.role, grants, reason };
      await write((pen) => pen("member-role", body));
      return whoIs(await roster(), found.device);
    },
    async removeMember(who, reason) {
      const found = whoIs(await roster(), who);
      if (!found.own) await organising("member-removed");
      // A removal that is disputed is decided by one more: who is suspended can still be voted out ([A6], [A7]).
      if (found.state !== "member" && found.state !== "suspended") throw new WrongUsage(`${found.name ?? found.device} is no member.`);
      await write((pen) => pen("member-removed", { member: found.device, reason }));
      return whoIs(await roster(), found.device);
    },
    async bundle(out, { whom, all }) {
      const signing = { ...(await desk.signing()), hasher: nodeHasher };
      const passed = new Set((await roster()).filter(({ state }) => state !== "waiting").map(({ device }) => device));
      const made = await makeBundle(out, whom === null ? null : await addressees(whom, signing.device), all, {
        caseId,
        store,
        blobs,
        signing,
        recipient: await recipientOf(await desk.secret()),
        passedOn: (device) => passed.has(device),
        namesFor: desk.namesFor,
      });
      return { ...made, encrypted: whom !== null };
    },
    async merge(paths, onReport) {
      for (const path of paths) {
        const folder = isFolder(path);
        const files = folder ? readdirSync(path).filter(isBundleName).sort().map((name) => join(path, name)) : [path]; // prettier-ignore
        for (const file of files) onReport(await mergeOne(file, folder));
      }
    },
  };

  async function mergeOne(file: string, met: boolean): Promise<MergeReport> {
    const none = { file, device: null, name: null, statements: 0, known: 0, kinds: {}, names: 0, waiting: [], conflicts: [], refused: [] };
    try {
      await desk.ready();
      const { head, digest } = await provenBundle(file, caseId, mergeDesk);
      const taken = await store.write(async (writes) => {
        const brought = await takeBundle(file, caseId, digest, writes, mergeDesk);
        if (brought.fresh.size > 0 || brought.shown > 0) await desk.foldIn(writes, brought);
        return { ...brought, box: brought.names === null ? 0 : await desk.takeNames(brought.names, writes) };
      });
      const all = await roster();
      const waiting = all.filter(({ state, statements }) => state === "waiting" && statements > 0);
      return {
        ...none,
        outcome: taken.fresh.size === 0 && taken.shown === 0 && taken.box === 0 ? "known" : "merged",
        device: head.device,
        name: all.find(({ device }) => device === head.device)?.name ?? null,
        statements: taken.fresh.size,
        known: taken.known,
        kinds: taken.kinds,
        names: taken.box,
        waiting: waiting.map(({ device, statements }) => ({ device, statements })),
        conflicts: taken.forks,
      };
    } catch (error) {
      if (!isBundleFault(error)) throw error;
      // Where many meet, bundles for others, of other cases, and such as are still being copied are no fault.
      const aside = met && ["bundle-sealed", "bundle-case", "bundle-truncated"].includes(error.code);
      return { ...none, outcome: aside ? "passed-over" : "refused", refused: [{ what: file, code: error.code, message: error.message }] };
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
